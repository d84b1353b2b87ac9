import { expect, test } from '../browser/test.ts';
import { ScarcityFigure } from '../e2e/figure.ts';
import { ask, framed, heightOf, iframe, openHost, said, tell } from './framing.ts';

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

test('a page may bring the script in its head, and be painted and repainted at any time after', async ({
  page,
  site,
  host,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const readings = `<script>
    window.readings = { colours: 0, canvases: 0 };
    const computed = getComputedStyle, create = document.createElement;
    window.getComputedStyle = (element) => { if (element.id === 'ground') readings.colours++; return computed(element); };
    document.createElement = (name) => { if (name === 'canvas') readings.canvases++; return create.call(document, name); };
  </script>`;
  await openHost(page, host, `<div id="ground">${iframe(site.url(embed))}</div>`, {
    head: `${readings}<script src="${site.url('embed/v1/embed.js')}"></script>`,
  });
  await framed(page);
  const theme = page.locator('iframe').contentFrame().locator('html');
  await expect(theme).toHaveAttribute('data-theme', 'light');
  const counted = () => page.evaluate('({ ...readings })') as Promise<{ colours: number; canvases: number }>;
  const before = await counted();
  // A burst of changes is read once or twice, and ordinary colours without a canvas.
  await page.evaluate(async () => {
    for (let index = 0; index < 200; index++) {
      document.body.className = `is-${index}`;
      await Promise.resolve();
    }
    document.body.style.background = 'rgb(20 22 26)';
  });
  await expect(theme).toHaveAttribute('data-theme', 'dark');
  const after = await counted();
  expect(after.colours - before.colours).toBeLessThanOrEqual(3);
  expect(after.canvases).toBe(0);
  // Any other way to write a colour is read too.
  await page.evaluate(() => {
    document.body.style.background = 'oklch(0.98 0.01 90)';
  });
  await expect(theme).toHaveAttribute('data-theme', 'light');
  await page.evaluate(() => {
    document.body.style.background = 'rgb(0 0 0 / 0.9)';
  });
  await expect(theme).toHaveAttribute('data-theme', 'dark');
});

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

test('forty on one page each have their height and their own state', async ({
  page,
  site,
  host,
  request,
}) => {
  test.slow();
  const listed: { id: string; presets: { query: string }[] }[] = await (
    await request.get(site.url('widgets.json'))
  ).json();
  const forty = Array.from({ length: 40 }, (_, index) => {
    const { id, presets } = listed[index % listed.length] ?? { id: '', presets: [] };
    const { query } = presets[Math.floor(index / listed.length) % presets.length] ?? { query: '' };
    return { id, asked: new URLSearchParams(query) };
  });
  const all = forty.map(({ id, asked }) =>
    iframe(site.url(`embed/v1/${id}/?${asked}&ui=bare`), 'width="600" height="150"'),
  );
  await openHost(page, host, `${all.join('')}<script src="${site.url('embed/v1/embed.js')}"></script>`);
  const heights = () =>
    page.locator('iframe').evaluateAll((frames) => frames.map(({ clientHeight }) => clientHeight));
  await expect
    .poll(async () => (await heights()).filter((height) => height > 400).length, { timeout: 60_000 })
    .toBe(40);
  for (const [frame, { asked }] of forty.entries())
    expect((await ask(page, { type: 'get' }, frame)).state).toMatchObject(Object.fromEntries(asked));
  const bodies = () =>
    Promise.all(
      forty.map((_, frame) =>
        page
          .locator('iframe')
          .nth(frame)
          .contentFrame()
          .locator('body')
          .evaluate((body) => Math.ceil(body.getBoundingClientRect().height)),
      ),
    );
  const gaps = async () => {
    const [outer, inner] = await Promise.all([heights(), bodies()]);
    return forty.flatMap(({ id }, frame) => {
      const gap = (outer[frame] ?? 0) - (inner[frame] ?? 0);
      return Math.abs(gap) < 2 ? [] : [`${id}, frame ${frame}: ${gap} px`];
    });
  };
  // What is far from being seen a browser leaves as it was.
  for (const frame of await page.locator('iframe').all()) await frame.scrollIntoViewIfNeeded();
  await expect.poll(gaps, 'each is as high as what is in it').toEqual([]);
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

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a frame that was asked for another state says that it can’t show it', async ({ page, site }) => {
    await page.goto(site.url(`${embed}?lead=4y`));
    await expect(page.locator('[data-answer]')).toContainText('10.8×');
    // The browser that tests drive without scripts reads this as words, and draws none of them.
    const said = await page.locator('main#embed ~ noscript').evaluate((one) => one.textContent);
    expect(said).toContain('this is the essay’s own state, whatever the address asks for');
  });

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

  // On a phone what is left out stays one press away.
  await page.setViewportSize({ width: 320, height: 900 });
  await root.getByRole('button', { name: 'More' }).click();
  await expect(root.locator('.caption')).toBeVisible();
  await expect(root.locator('summary').first()).toBeHidden();
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.goto(site.url(`${embed}?static=1&lead=3y&commit=1y`));
  await expect(root).toHaveAttribute('data-ready');
  await expect(root.locator('data[data-result=scarcity]').first()).toHaveText('10.8×');
  await expect(root.locator('.controls')).toBeHidden();
  await expect(root.locator('[role=slider], button:visible, a:visible')).toHaveCount(0);
});
