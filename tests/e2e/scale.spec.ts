import { expect, test } from '../browser/test.ts';
import { query, ScarcityFigure } from './figure.ts';

/** The lowest number on the upright axis. */
const foot = async (figure: ScarcityFigure) => (await figure.axis())[0];

/** Looks at the demand curve once a frame from now on, and notes each shape that it is drawn in. */
async function film(figure: ScarcityFigure): Promise<() => Promise<string[]>> {
  const shapes = await figure.curve('demand').evaluateHandle((curve) => {
    const seen: string[] = [];
    let last = curve.getAttribute('d');
    const look = () => {
      const now = curve.getAttribute('d');
      if (now !== null && now !== last) seen.push(now);
      last = now;
      requestAnimationFrame(look);
    };
    look();
    return seen;
  });
  return () => shapes.evaluate((seen) => [...seen]);
}

for (const { where, path, key } of [
  { where: 'the essay', path: '', key: 'scarcity.scale' },
  { where: 'the embed', path: 'embed/scarcity/', key: 'scale' },
]) {
  test(`on ${where} the switch bends the picture to a linear scale, and the address keeps it as ${key}`, async ({
    page,
    site,
  }) => {
    await page.goto(site.url(path));
    const figure = await new ScarcityFigure(page).ready();
    const [ticks, curve, world] = [
      await figure.axis(),
      await figure.curve('demand').getAttribute('d'),
      await figure.world(),
    ];
    await figure.choice('linear').click();
    await expect.poll(() => query(page)).toEqual({ [key]: 'linear' });
    await expect.poll(() => foot(figure)).toBe('0');
    await expect.poll(() => figure.axis()).not.toEqual(ticks);
    await expect(figure.curve('demand')).not.toHaveAttribute('d', curve ?? '');
    expect(await figure.world()).toEqual(world);
    await expect(figure.root).toContainText('steady doubling bends upward');

    // Settled, the picture is the one that the address gives by itself.
    const settled = () => figure.curve('demand').getAttribute('d');
    await expect
      .poll(() =>
        figure.chart
          .locator('.axis > g[opacity]')
          .evaluateAll((all) => all.map((g) => g.getAttribute('opacity'))),
      )
      .toEqual(expect.not.arrayContaining([expect.stringMatching(/^0/)]));
    const morphed = await settled();
    const linearTicks = await figure.axis();
    await page.reload();
    await figure.ready();
    await expect(figure.choice('linear')).toBeChecked();
    await expect.poll(settled).toBe(morphed);
    expect(await figure.axis()).toEqual(linearTicks);

    await figure.choice('log').click();
    await expect.poll(() => query(page)).toEqual({});
    await expect.poll(() => figure.axis()).toEqual(ticks);
    await expect.poll(settled).toBe(curve);
  });
}

test('the switch takes the picture through shapes between the two', async ({ page, site }) => {
  await page.goto(site.url());
  const figure = await new ScarcityFigure(page).ready();
  const shapes = await film(figure);
  await figure.choice('linear').click();
  await expect.poll(async () => new Set(await shapes()).size).toBeGreaterThan(1);
});

test('who asked for less motion gets the finished picture at once', async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(site.url());
  const figure = await new ScarcityFigure(page).ready();
  const shapes = await film(figure);
  // One shape a change, and none between.
  await figure.choice('linear').click();
  await expect.poll(() => foot(figure)).toBe('0');
  await expect.poll(shapes).toHaveLength(1);
  await figure.choice('log').click();
  await expect.poll(() => foot(figure)).toBe('1×');
  await expect.poll(shapes).toHaveLength(2);
  const ticks = await figure.axis();
  await figure.handle('doubling').press('End');
  await expect.poll(() => figure.axis()).not.toEqual(ticks);
  await expect.poll(shapes).toHaveLength(3);
  await figure.handle('doubling').press('Home');
  await expect.poll(shapes).toHaveLength(4);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('what the address asks for is simply there: nothing moves until a hand does', async ({ page, site }) => {
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    const look = () => {
      const curve = document.querySelector('[data-ready] .measured .curve.demand');
      if (curve !== null) seen.add(curve.getAttribute('d') ?? '');
      requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(site.url('embed/scarcity/?doubling=2y&lead=6y&scale=linear'));
  const figure = await new ScarcityFigure(page).ready();
  // Half a second of frames, in which a motion would show.
  const shapes = await page.evaluate(async () => {
    for (let frame = 0; frame < 30; frame++) await new Promise(requestAnimationFrame);
    return 'seen' in window && window.seen instanceof Set ? [...window.seen] : [];
  });
  expect(shapes).toEqual([await figure.curve('demand').getAttribute('d')]);
});
