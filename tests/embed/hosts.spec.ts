import { expect, test } from '../browser/test.ts';
import { ScarcityFigure } from '../e2e/figure.ts';
import { ask, framed, heightOf, iframe, openHost, said, saidInAll, tell } from './framing.ts';

const embed = 'embed/v1/scarcity/';

test('a host’s own strict policy needs no more than our address in it', async ({ page, site, host }) => {
  // Inline scripts are this page's own, which keeps what it hears.
  const policy = `default-src 'none'; img-src data:; script-src ${site.origin} 'unsafe-inline'; frame-src ${site.origin}`;
  await openHost(
    page,
    host,
    `${iframe(site.url(embed))}<compute-widget name="scarcity" lead="3y"></compute-widget><script src="${site.url('embed/v1/embed.js')}"></script>`,
    { headers: { 'content-security-policy': policy, 'referrer-policy': 'no-referrer' } },
  );
  const figure = await framed(page);
  await expect.poll(() => heightOf(page)).toBeGreaterThan(700);
  await figure.slider('lead').press('Home');
  await expect.poll(async () => (await said(page, 'state')).length).toBeGreaterThan(0);
  const element = page.locator('compute-widget');
  await element.scrollIntoViewIfNeeded();
  await expect(element.locator('iframe').contentFrame().locator('[data-widget]')).toHaveAttribute(
    'data-ready',
  );
});

test('in a sandbox without an origin it still talks, and says its height', async ({ page, site, host }) => {
  await openHost(
    page,
    host,
    `${iframe(site.url(embed), 'sandbox="allow-scripts" width="680"')}<script src="${site.url('embed/v1/embed.js')}"></script>`,
  );
  await framed(page);
  expect(
    await page
      .locator('iframe')
      .contentFrame()
      .locator('html')
      .evaluate(() => {
        try {
          return typeof localStorage;
        } catch {
          return 'refused';
        }
      }),
  ).toBe('refused');
  const { state } = await ask(page, { type: 'set', state: { lead: '3y' } });
  expect(state).toMatchObject({ lead: '3y' });
  await expect.poll(() => heightOf(page)).toBeGreaterThan(700);
});

for (const preference of ['light', 'dark'] as const) {
  test(`where the reader prefers ${preference}, a frame takes the colours of the page around it`, async ({
    page,
    site,
    host,
  }) => {
    await page.emulateMedia({ colorScheme: preference });
    const grounds = { dark: 'background:rgb(20 22 26);color:white', light: 'background:white' };
    await openHost(
      page,
      host,
      `<div id="ground" style="${grounds[preference === 'dark' ? 'light' : 'dark']}">${iframe(site.url(embed))}</div>
       ${iframe(site.url(`${embed}?theme=${preference}`))}
       <script src="${site.url('embed/v1/embed.js')}"></script>`,
    );
    const theme = (frame: number) => page.locator('iframe').nth(frame).contentFrame().locator('html');
    const other = preference === 'dark' ? 'light' : 'dark';
    await expect(theme(0)).toHaveAttribute('data-theme', other);
    await expect(theme(1)).toHaveAttribute('data-theme', preference);
    // A switch on the page says so itself, and goes before what is painted.
    await page.evaluate((said) => {
      document.documentElement.dataset.theme = said;
    }, preference);
    await expect(theme(0)).toHaveAttribute('data-theme', preference);
    await page.evaluate(() => {
      delete document.documentElement.dataset.theme;
    });
    await expect(theme(0)).toHaveAttribute('data-theme', other);
    await expect(theme(1)).toHaveAttribute('data-theme', preference);
  });
}

test('a page that has only ever been light keeps its frames light, whatever the reader prefers', async ({
  page,
  site,
  host,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openHost(
    page,
    host,
    `${iframe(site.url(embed))}<script src="${site.url('embed/v1/embed.js')}"></script>`,
  );
  await expect(page.locator('iframe').contentFrame().locator('html')).toHaveAttribute('data-theme', 'light');
});

test('in 280 px nothing sticks out, and it stays below 1000 px', async ({ page, site, host }) => {
  await openHost(
    page,
    host,
    `${iframe(site.url(embed), 'style="width:280px;border:0"')}<script src="${site.url('embed/v1/embed.js')}"></script>`,
  );
  const figure = await framed(page);
  expect(await figure.root.evaluate((root) => root.ownerDocument.documentElement.scrollWidth)).toBe(280);
  await expect.poll(() => heightOf(page)).toBeGreaterThan(600);
  expect(await heightOf(page)).toBeLessThanOrEqual(1_000);
});

test('forty on one page each have their height and their own state', async ({ page, site, host }) => {
  test.slow();
  const all = Array.from({ length: 40 }, (_, index) =>
    iframe(site.url(`${embed}?lead=${index + 4}mo&ui=bare`), 'width="600" height="150"'),
  );
  await openHost(page, host, `${all.join('')}<script src="${site.url('embed/v1/embed.js')}"></script>`);
  const heights = () =>
    page.locator('iframe').evaluateAll((frames) => frames.map(({ clientHeight }) => clientHeight));
  await expect
    .poll(async () => (await heights()).filter((height) => height > 500).length, { timeout: 60_000 })
    .toBe(40);
  for (const frame of [0, 19, 39]) {
    const { state } = await ask(page, { type: 'get' }, frame);
    expect(Object(state).doubling).toBe('7mo');
  }
  const [{ state: first }, { state: last }] = [
    await ask(page, { type: 'get' }, 0),
    await ask(page, { type: 'get' }, 39),
  ];
  expect(Object(first).lead).not.toBe(Object(last).lead);
  // At rest nobody has anything more to say.
  const counts = async () => (await page.evaluate('heard.length')) as number;
  const before = await counts();
  await page.evaluate(
    () =>
      new Promise((done) => {
        let frames = 30;
        const next = () => (frames-- ? requestAnimationFrame(next) : done(null));
        next();
      }),
  );
  expect(await counts()).toBe(before);
});

test('a host that speaks any of five dialects follows the height up and down, and nothing goes round', async ({
  page,
  site,
  host,
}) => {
  await openHost(
    page,
    host,
    iframe(site.url(`${embed}?childId=graph#?secret=Ab12Cd34Ef`), 'width="680" height="300"'),
  );
  // Each dialect as its own hosts read it; all must say the same. The frame is sized by it, as they do.
  await page.evaluate(() => {
    const heights: Record<string, number[]> = { queue: [], embedly: [], amp: [], wordpress: [], pym: [] };
    Object.assign(window, { heights });
    const frame = document.querySelector('iframe');
    addEventListener('message', ({ data, source }) => {
      if (frame === null || source !== frame.contentWindow) return;
      const tell = (dialect: string, height: unknown) => {
        heights[dialect]?.push(Number(height));
        frame.style.height = `${Number(height)}px`;
      };
      if (typeof data === 'string' && data.startsWith('pymxPYMxgraphxPYMxheightxPYMx'))
        tell('pym', data.split('xPYMx').at(-1));
      else if (typeof data === 'string') tell('embedly', JSON.parse(data).height);
      else if (data.sentinel === 'amp' && data.type === 'embed-size') tell('amp', data.height);
      else if (data.message === 'height' && data.secret === 'Ab12Cd34Ef') tell('wordpress', data.value);
      else if (data.ns === 'queue' && data.type === 'size') tell('queue', data.height);
    });
  });
  const figure = await framed(page);
  await tell(page, { ns: 'queue', v: 1, type: 'init' });
  const body = () =>
    page
      .locator('iframe')
      .contentFrame()
      .locator('body')
      .evaluate((one) => Math.ceil(one.getBoundingClientRect().height));
  const gap = async () => Math.abs((await heightOf(page)) - (await body()));
  await expect.poll(gap).toBeLessThan(2);
  const closed = await body();
  for (const open of [true, false, true, false]) {
    await figure.root.locator('summary', { hasText: 'Assumptions' }).click();
    await expect.poll(async () => (await body()) > closed).toBe(open);
    await expect.poll(gap).toBeLessThan(2);
  }
  const heights = (await page.evaluate('heights')) as Record<string, number[]>;
  expect(Object.keys(heights)).toHaveLength(5);
  for (const [dialect, told] of Object.entries(heights)) expect(told, dialect).toEqual(heights.queue);
  expect(heights.queue?.length).toBeLessThan(20);
});

test('a frame that is narrowed by its own growth stops', async ({ page, site, host }) => {
  await openHost(page, host, iframe(site.url(embed), 'style="width:680px;height:400px"'));
  // The most foolish of hosts: each height makes the frame narrower, and so higher.
  await page.evaluate(() => {
    const frame = document.querySelector('iframe');
    addEventListener('message', ({ data }) => {
      if (frame !== null && data.type === 'size')
        frame.style.width = `${Math.max(220, frame.clientWidth - 12)}px`;
    });
  });
  await framed(page);
  await tell(page, { ns: 'queue', v: 1, type: 'init' });
  const count = async () => (await said(page, 'size')).length;
  await expect.poll(count).toBeGreaterThan(3);
  let before = -1;
  await expect
    .poll(
      async () => {
        const stands = before === (await count());
        before = await count();
        return stands;
      },
      { intervals: [700] },
    )
    .toBe(true);
  expect(await count()).toBeLessThanOrEqual(60);
});

test('WordPress’s script shows the frame and hides the quotation', async ({ page, site, host }) => {
  const secret = 'q1W2e3R4t5';
  await openHost(
    page,
    host,
    `<blockquote class="wp-embedded-content" data-secret="${secret}"><a href="#x">What happens?</a></blockquote>
     <iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" data-secret="${secret}" title="x" src="${site.url(embed)}#?secret=${secret}" width="600" height="338" style="position:absolute;visibility:hidden" scrolling="no"></iframe>`,
    {
      // The same rules as the script that WordPress brings along.
      head: `<script>addEventListener('message', ({ data, source }) => {
        if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
        for (const quote of document.querySelectorAll('blockquote[data-secret="' + data.secret + '"]')) quote.style.display = 'none';
        for (const frame of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
          if (source !== frame.contentWindow) continue;
          frame.removeAttribute('style');
          if (data.message === 'height') frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
        }
      });</script>`,
    },
  );
  await expect(page.locator('blockquote')).toBeHidden();
  await expect(page.locator('iframe')).toBeVisible();
  const figure = await framed(page);
  const body = await figure.root.evaluate((root) => root.ownerDocument.body.getBoundingClientRect().height);
  await expect.poll(() => heightOf(page)).toBe(Math.min(1_000, Math.ceil(body)));
  // The hash is the host's, and stays.
  await figure.slider('lead').press('End');
  expect(await figure.root.evaluate((root) => root.ownerDocument.location.hash)).toBe(`#?secret=${secret}`);
  const before = (await saidInAll(page)).length;
  await tell(page, { message: 'ready', secret });
  await expect
    .poll(async () => (await saidInAll(page)).slice(before))
    .toContainEqual(expect.objectContaining({ message: 'height', secret }));
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the frame holds the finished picture and its sentence, and the element what is inside it', async ({
    page,
    site,
    host,
  }) => {
    await page.goto(
      host.page(
        `<link rel="icon" href="data:,">${iframe(site.url(embed))}<compute-widget name="scarcity"><a href="#x">In words</a></compute-widget><script src="${site.url('embed/v1/embed.js')}"></script>`,
      ),
    );
    const frame = page.locator('iframe').contentFrame();
    await expect(frame.locator('[data-answer]')).toContainText('10.8×');
    await expect(frame.locator('[data-picture] svg:visible')).toHaveCount(1);
    await expect(frame.getByRole('button', { name: 'More' })).toBeHidden();
    await expect(page.getByRole('link', { name: 'In words' })).toBeVisible();
  });
});

test('printed, a frame keeps its question, answer and picture', async ({ page, site, host }) => {
  await openHost(page, host, iframe(site.url(embed), 'width="400" height="900"'));
  const { root } = await framed(page);
  await page.emulateMedia({ media: 'print' });
  await expect(root.locator('[data-answer]')).toBeVisible();
  await expect(root.locator('[data-picture] svg')).toBeVisible();
  await expect(root.locator('.caption')).toBeVisible();
  await expect(root.getByRole('button', { name: 'More' })).toBeHidden();
  await expect(root.locator('.controls')).toBeHidden();
});

test('where our site can’t be reached, the host’s own text and link stand', async ({
  page,
  site,
  host,
  expectMessages,
}) => {
  expectMessages(/ERR_CONNECTION_REFUSED/);
  await page.route(`${site.origin}/**`, (route) => route.abort('connectionrefused'));
  await openHost(
    page,
    host,
    `${iframe(site.url(embed))}<p><a href="#x">In the essay</a></p><compute-widget name="scarcity"><a href="#y">In words</a></compute-widget><script src="${site.url('embed/v1/embed.js')}"></script>`,
  );
  await expect(page.getByRole('link', { name: 'In the essay' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'In words' })).toBeVisible();
});

test('where only the frames can’t be reached, the element shows what is inside it', async ({
  page,
  site,
  host,
  expectMessages,
}) => {
  expectMessages(/404/);
  await openHost(
    page,
    host,
    `<compute-widget name="no-such-widget"><a href="#y">In words</a></compute-widget><script src="${site.url('embed/v1/embed.js')}"></script>`,
  );
  await expect(page.locator('compute-widget iframe')).toHaveCount(1);
  await page.locator('compute-widget iframe').contentFrame().locator('body').waitFor({ state: 'attached' });
  await expect(page.getByRole('link', { name: 'In words' })).toBeVisible();
});

test('its options do what they say', async ({ page, site }) => {
  await page.goto(site.url(`${embed}?ui=bare&theme=dark&motion=reduce`));
  const { root } = await new ScarcityFigure(page).ready();
  await expect(page.locator('body > footer')).toBeHidden();
  await expect(root.locator('summary').first()).toBeHidden();
  await expect(root.locator('.controls')).toBeVisible();
  expect(await root.evaluate((element) => getComputedStyle(element).colorScheme)).toBe('dark');
  expect(
    await root.locator('.shown').evaluate((element) => getComputedStyle(element).transitionDuration),
  ).toBe('0s');

  await page.goto(site.url(`${embed}?static=1&lead=3y&commit=1y`));
  await expect(root).toHaveAttribute('data-ready');
  await expect(root.locator('data[data-result=scarcity]').first()).toHaveText('10.8×');
  await expect(root.locator('.controls')).toBeHidden();
  await expect(root.locator('[role=slider], button:visible, a:visible')).toHaveCount(0);
});

test('nothing is stored, and nobody else is asked', async ({ page, site, host, context }) => {
  await openHost(
    page,
    host,
    `${iframe(site.url(embed))}<script src="${site.url('embed/v1/embed.js')}"></script>`,
  );
  const figure = await framed(page);
  await figure.slider('lead').press('End');
  expect(await context.cookies()).toEqual([]);
  const { origins } = await context.storageState({ indexedDB: true });
  expect(origins).toEqual([]);
});
