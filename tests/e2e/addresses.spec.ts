import { expect, test } from '../browser/test.ts';
import { expectTheLaw, ScarcityFigure, type World } from './figure.ts';

test.skip(({ place }) => place === 'sub', 'no different below a path');

interface Asked {
  query: string;
  shows?: Partial<World>;
  notice?: string | RegExp;
}

const home: World = { doubling: 7 / 12, lead: 2, commit: 0 };
const notATime = /is not a time such as 7mo, 1\.5y or 55d; .+ is shown\.$/;

const asked: readonly Asked[] = [
  { query: '?doubling=1y&lead=3y&commit=1y', shows: { doubling: 1, lead: 3, commit: 1 } },
  { query: '?doubling=365.25d&lead=36mo', shows: { doubling: 1, lead: 3 } },
  { query: '?doubling=abc', notice: notATime },
  { query: '?doubling=', notice: notATime },
  { query: '?doubling', notice: notATime },
  { query: '?doubling=NaN', notice: notATime },
  { query: '?doubling=Infinity', notice: notATime },
  { query: '?doubling=-7mo', notice: notATime },
  { query: '?doubling=1e3y', notice: notATime },
  { query: '?doubling=7', notice: notATime },
  { query: '?doubling=%00', notice: notATime },
  { query: '?doubling=%E0%A4%A', notice: notATime },
  { query: '?doubling=%F0%9F%98%80', notice: notATime },
  { query: '?doubling=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E', notice: /“doubling=<img src=x/ },
  { query: `?doubling=${'9'.repeat(10_000)}`, notice: notATime },
  { query: '?doubling=0y', shows: { doubling: 0.125 }, notice: /nearest this can show is 1\.5 months/ },
  { query: '?lead=99y', shows: { lead: 7 }, notice: /nearest this can show is 7 years/ },
  { query: '?commit=5y&lead=2y', shows: { commit: 2 }, notice: /more than “lead” allows; 2 years is shown/ },
  { query: '?lead=1y&commit=2y', shows: { lead: 1, commit: 1 }, notice: /more than “lead” allows/ },
  { query: '?doubling=7mo&doubling=9mo' },
  { query: '?doubling=9mo&doubling=abc', shows: { doubling: 0.75 } },
  { query: '?scarcity.scale=%3Cscript%3E', notice: /“scarcity\.scale=<script>”, which is not log or linear/ },
  { query: '?scarcity.scale=', notice: /which is not log or linear/ },
  { query: '?scarcity.ceiling=-1x', notice: /not a multiple such as 100x, or none/ },
  { query: '?scarcity.ceiling=1x', notice: /nearest this can show is 2×/ },
  { query: `?junk=${'x%20'.repeat(2_500)}` },
  { query: `?${'a=1&'.repeat(2_500)}` },
  { query: '?__proto__=x&constructor=y&hasOwnProperty=z&toString' },
  { query: '?scarcity.__proto__=x&scarcity.=y&.=z' },
  { query: '?&&&=&=x&?' },
  { query: '?%' },
  { query: '?lead=3y&%E0%A4%A=%', shows: { lead: 3 } },
  { query: '?lead=3y#%E0%A4%A', shows: { lead: 3 } },
  { query: '?lead=3y#scarcity', shows: { lead: 3 } },
  { query: '?lead=3y&fbclid=IwAR0&utm_source=x', shows: { lead: 3 } },
];

const named = (query: string) => (query.length > 60 ? `${query.slice(0, 40)}… (${query.length})` : query);

for (const { query, shows, notice } of asked) {
  const does =
    notice === undefined ? 'is followed without a word' : 'gives a working page that says what was wrong';
  test(`${named(query)} ${does}`, async ({ page, site }) => {
    await page.goto(site.url(query));
    const figure = await new ScarcityFigure(page).ready();
    const wanted = { ...home, ...shows };
    const [doubling, lead, commit] = [wanted.doubling, wanted.lead, wanted.commit].map((value) =>
      expect.closeTo(value, 12),
    );
    await expect.poll(() => figure.world()).toEqual({ doubling, lead, commit });
    await expectTheLaw(page, figure);

    const notices = figure.root.locator('.notice');
    const said = await notices.allTextContents();
    if (notice === undefined) expect(said).toEqual([]);
    else expect(said).toEqual([expect.stringMatching(notice)]);
    for (const text of said) expect(text.length).toBeLessThan(200);

    // It still answers to the hand, the notice goes, and what is not ours in the address stays.
    const foreign = new URL(page.url()).searchParams.get('utm_source');
    await figure.slider('doubling').press('End');
    await expect.poll(async () => (await figure.world()).doubling).toBe(5);
    await expectTheLaw(page, figure);
    await expect(figure.root.locator('p[role=status]')).toHaveCount(0);
    await expect.poll(() => new URL(page.url()).searchParams.getAll('doubling')).toEqual(['5y']);
    expect(new URL(page.url()).searchParams.get('utm_source')).toBe(foreign);
  });
}
