import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';
import { expectTheLaw, middleOf, pull, query, ScarcityFigure, type Spot, swipe, take } from './figure.ts';

/** Both axes, years from the left and from the foot. */
const DOUBLING = { from: 5, to: 1.5 / 12 };
const UNCOVERED = { from: 3 / 12, to: 7 };

class PhaseMapFigure extends ScarcityFigure {
  readonly map: Locator;
  readonly ghosts: Locator;

  constructor(page: Page) {
    super(page, 'phase-map');
    this.map = this.root.getByRole('group', { name: 'Map of doubling time and uncovered lead time' });
    this.ghosts = this.map.locator('circle.ghost');
  }

  /** Where the point is on the screen. */
  point(): Promise<Spot> {
    return middleOf(this.handle('doubling').locator('.dot'));
  }

  /** The frame on the screen, its stroke left out. */
  plot(): Promise<{ left: number; right: number; top: number; foot: number }> {
    return this.map.locator('path.frame').evaluate((path) => {
      if (!(path instanceof SVGPathElement)) throw new Error('the frame is a path');
      const { x, y, width, height } = path.getBBox();
      const on = (at: DOMPointInit) =>
        DOMPoint.fromPoint(at).matrixTransform(path.getScreenCTM() ?? undefined);
      const [start, end] = [on({ x, y }), on({ x: x + width, y: y + height })];
      return { left: start.x, right: end.x, top: start.y, foot: end.y };
    });
  }

  /** How far down the screen the figure begins. */
  top(): Promise<number> {
    return this.root.evaluate((root) => root.getBoundingClientRect().top);
  }

  /** What the axes say of a spot on the screen. */
  async clocksAt({ x, y }: Spot): Promise<{ doubling: number; uncovered: number }> {
    const { left, right, top, foot } = await this.plot();
    const along = ({ from, to }: { from: number; to: number }, share: number) => from * (to / from) ** share;
    return {
      doubling: along(DOUBLING, (x - left) / (right - left)),
      uncovered: along(UNCOVERED, (foot - y) / (foot - top)),
    };
  }
}

async function open(page: Page, address: string): Promise<PhaseMapFigure> {
  await page.goto(address);
  const figure = new PhaseMapFigure(page);
  await figure.ready();
  return figure;
}

/** The point stands where the axes have the state of the sliders. */
async function expectInPlace(figure: PhaseMapFigure): Promise<void> {
  await expect(async () => {
    const { doubling, lead, commit } = await figure.world();
    const shown = await figure.clocksAt(await figure.point());
    expect(shown.doubling / doubling).toBeCloseTo(1, 1);
    expect(shown.uncovered / (lead - commit)).toBeCloseTo(1, 1);
  }).toPass();
}

test.describe('by mouse', () => {
  test('the point goes with the hand, both ways at once, and the axes say what it means', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url('embed/phase-map/'));
    await expectInPlace(figure);
    const from = await take(page, figure.handle('doubling'));
    await pull(page, from, -170, 90);
    const wanted = await figure.clocksAt({ x: from.x - 170, y: from.y + 90 });
    await expect.poll(async () => (await figure.world()).doubling).toBeGreaterThan(0.8);
    const held = await figure.world();
    // What is shown is what is held: to a tenth of a month below two years.
    expect(Math.abs(held.doubling - wanted.doubling)).toBeLessThan(0.2 / 12);
    expect(Math.abs(held.lead - wanted.uncovered)).toBeLessThan(0.2 / 12);
    const at = await figure.point();
    expect(Math.hypot(at.x - from.x + 170, at.y - from.y - 90)).toBeLessThan(3);
    await expectTheLaw(page, figure);
    await page.mouse.up();
    await expectTheLaw(page, figure);
    await expectInPlace(figure);
  });

  test('a hand that moves along one axis leaves the other clock alone', async ({ page, site }) => {
    const figure = await open(page, site.url('embed/phase-map/'));
    const before = await figure.world();
    await pull(page, await take(page, figure.handle('doubling')), 60, 0);
    await page.mouse.up();
    const faster = await figure.world();
    expect(faster.doubling).toBeLessThan(before.doubling);
    expect(faster).toEqual({ ...before, doubling: faster.doubling });
    await pull(page, await take(page, figure.handle('doubling')), 0, -50);
    await page.mouse.up();
    const longer = await figure.world();
    expect(longer.lead).toBeGreaterThan(before.lead);
    expect(longer).toEqual({ ...faster, lead: longer.lead });
  });

  test('what is committed stays committed: the lead time gives way, and never below it', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url('embed/phase-map/?lead=3y&commit=1y'));
    await expectInPlace(figure);
    const from = await take(page, figure.handle('doubling'));
    await pull(page, from, 0, 600);
    await expect.poll(async () => (await figure.world()).lead).toBeCloseTo(1.25, 2);
    expect((await figure.world()).commit).toBe(1);
    await page.mouse.up();
    await expectInPlace(figure);
    await expectTheLaw(page, figure);
  });

  test('a point with less uncovered than the map shows rests on the frame, and says so', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url('embed/phase-map/?commit=2y'));
    const { foot } = await figure.plot();
    expect(Math.abs((await figure.point()).y - foot)).toBeLessThan(1);
    await expect(figure.root).toContainText('the point rests on its lower frame');
    await expect(figure.root.locator('[data-answer]')).toContainText('nothing is short');
  });

  test('a ghost shows where the hand took hold, as long as it holds', async ({ page, site }) => {
    const figure = await open(page, site.url('embed/phase-map/'));
    await expect(figure.ghosts).toHaveCount(0);
    const from = await take(page, figure.handle('doubling'));
    await pull(page, from, -80, 70);
    await expect(figure.ghosts).toBeVisible();
    const ghost = await middleOf(figure.ghosts);
    const start = await figure.map.locator('circle.home').boundingBox();
    expect(ghost.x).toBeCloseTo((start?.x ?? 0) + (start?.width ?? 0) / 2, 0);
    expect(ghost.y).toBeCloseTo((start?.y ?? 0) + (start?.height ?? 0) / 2, 0);
    await page.mouse.up();
    await expect(figure.ghosts).toHaveCount(0);
  });

  test('Escape puts the point back, and a hand that goes on moves nothing', async ({ page, site }) => {
    const figure = await open(page, site.url('embed/phase-map/?doubling=1y'));
    const [before, at] = [await figure.world(), await figure.point()];
    const from = await take(page, figure.handle('doubling'));
    await pull(page, from, 70, -40);
    await expect.poll(() => figure.world()).not.toEqual(before);
    await page.keyboard.press('Escape');
    await expect.poll(() => figure.world()).toEqual(before);
    await pull(page, from, 90, 60);
    await page.mouse.up();
    expect(await figure.world()).toEqual(before);
    expect(await figure.point()).toEqual(at);
    await expect(figure.ghosts).toHaveCount(0);
    expect(query(page)).toEqual({ doubling: '1y' });
  });

  test('letting go writes the address of both clocks, which brings the point back', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url('embed/phase-map/'));
    const from = await take(page, figure.handle('doubling'));
    await pull(page, from, 77, 33);
    expect(query(page)).toEqual({});
    await page.mouse.up();
    await expect.poll(() => Object.keys(query(page)).sort()).toEqual(['doubling', 'lead']);
    const [before, at] = [await figure.world(), await figure.point()];
    const said = (await figure.root.locator('[data-answer]').textContent()) ?? '';
    await page.reload();
    await figure.ready();
    await expect.poll(() => figure.world()).toEqual(before);
    await expect(figure.root.locator('[data-answer]')).toHaveText(said);
    const again = await figure.point();
    expect(Math.hypot(again.x - at.x, again.y - at.y)).toBeLessThan(1);
  });

  test('a step of the hand redraws the point and what gives way to it, and nothing of the map', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url('embed/phase-map/'));
    const from = await take(page, figure.handle('doubling'));
    await pull(page, from, -40, 30);
    await expect(figure.ghosts).toBeVisible();
    const touched = await figure.root.evaluateHandle((root) => {
      const found = new Set<string>();
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const element = target instanceof Element ? target : target.parentElement;
          const part = element?.closest(
            '.axis, .range, .arrow, .place, .home, .ghost, .visually-hidden, .places, table',
          );
          found.add(part?.getAttribute('class') ?? (element?.closest('[role=slider]') ? 'point' : 'other'));
          if (element?.matches('g[fill] *')) found.add('areas');
        }
      }).observe(root, { attributes: true, characterData: true, childList: true, subtree: true });
      return found;
    });
    await page.mouse.move(from.x - 52, from.y + 41);
    await expect.poll(() => touched.evaluate((found) => [...found].sort())).toContain('point');
    expect(await touched.evaluate((found) => [...found].sort())).toEqual(['other', 'point']);
    await page.mouse.up();
  });
});

test.describe('by keyboard', () => {
  const arrows = [
    { key: 'ArrowRight', moves: 'doubling', right: 1, down: 0 },
    { key: 'ArrowLeft', moves: 'doubling', right: -1, down: 0 },
    { key: 'ArrowUp', moves: 'lead', right: 0, down: -1 },
    { key: 'ArrowDown', moves: 'lead', right: 0, down: 1 },
  ] as const;

  for (const name of ['doubling', 'lead'] as const) {
    test(`arrows on the ${name} handle move the point as they point`, async ({ page, site }) => {
      const figure = await open(page, site.url('embed/phase-map/?commit=6mo'));
      await figure.handle(name).focus();
      for (const { key, moves, right, down } of arrows) {
        const [before, at] = [await figure.world(), await figure.point()];
        await page.keyboard.press(`Shift+${key}`);
        await expect.poll(() => figure.world()).not.toEqual(before);
        const after = await figure.world();
        expect(after).toEqual({ ...before, [moves]: after[moves] });
        await expect
          .poll(async () => {
            const to = await figure.point();
            return [Math.sign(Math.round(to.x - at.x)), Math.sign(Math.round(to.y - at.y))];
          })
          .toEqual([right, down]);
        await expectInPlace(figure);
      }
      await expectTheLaw(page, figure);
    });
  }

  test('Home, End and Page keys are those of the handle’s own clock, and reach all four corners', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url('embed/phase-map/'));
    const { left, right, top, foot } = await figure.plot();
    const corners = [
      { doubling: 'Home', lead: 'Home', x: right, y: foot, world: { doubling: 1.5 / 12, lead: 3 / 12 } },
      { doubling: 'End', lead: 'Home', x: left, y: foot, world: { doubling: 5, lead: 3 / 12 } },
      { doubling: 'End', lead: 'End', x: left, y: top, world: { doubling: 5, lead: 7 } },
      { doubling: 'Home', lead: 'End', x: right, y: top, world: { doubling: 1.5 / 12, lead: 7 } },
    ] as const;
    for (const { doubling, lead, x, y, world } of corners) {
      await figure.handle('doubling').press(doubling);
      await figure.handle('lead').press(lead);
      await expect.poll(() => figure.world()).toMatchObject(world);
      const at = await figure.point();
      expect(Math.hypot(at.x - x, at.y - y)).toBeLessThan(1.5);
      await expectTheLaw(page, figure);
    }
    const before = await figure.world();
    await figure.handle('lead').press('PageDown');
    await expect.poll(async () => (await figure.world()).lead).toBeLessThan(before.lead);
    await figure.handle('doubling').press('PageUp');
    await expect.poll(async () => (await figure.world()).doubling).toBeGreaterThan(before.doubling);
    await expect(figure.handle('lead')).toHaveAttribute('aria-valuetext', /^\d+(\.\d)? years$/);
  });

  test('both handles are sliders with names, and one sees which has the keyboard', async ({ page, site }) => {
    const figure = await open(page, site.url('embed/phase-map/'));
    await expect(figure.root.getByRole('slider', { name: 'Demand doubles every' })).toHaveCount(2);
    await expect(figure.root.getByRole('slider', { name: 'Capacity takes' })).toHaveCount(2);
    for (const name of ['lead', 'doubling']) {
      const halo = figure.handle(name).locator('.halo');
      const atRest = await halo.evaluate((circle) => getComputedStyle(circle).stroke);
      await figure.handle('doubling').press('Shift+Tab');
      await figure.handle(name).focus();
      await page.keyboard.press('Shift');
      await expect(halo).not.toHaveCSS('stroke', atRest);
      await expect(halo).not.toHaveCSS('opacity', '0');
    }
  });
});

test('what is set on the map holds in the figure of scarcity and in the prose, and the other way round', async ({
  page,
  site,
}) => {
  const figure = await open(page, site.url());
  const scarcity = new ScarcityFigure(page);
  const from = await take(page, figure.handle('doubling'));
  await pull(page, from, -60, 40);
  await page.mouse.up();
  const set = await figure.world();
  expect(set).not.toMatchObject({ doubling: 7 / 12 });
  await scarcity.ready();
  await expect.poll(() => scarcity.world()).toEqual(set);
  await expect(page.locator('.prose > p [data-result="scarcity"]').first()).toBeVisible();
  await expectTheLaw(page, figure);

  await scarcity.handle('lead').press('End');
  await figure.ready();
  await expect.poll(async () => (await figure.world()).lead).toBe(7);
  await expectInPlace(figure);
  await expectTheLaw(page, scarcity);
});

test.describe('at its ends', () => {
  const corners = [
    'doubling=5y&lead=3mo',
    'doubling=1.5mo&lead=3mo',
    'doubling=5y&lead=7y',
    'doubling=1.5mo&lead=7y',
  ];
  const states = [
    '',
    ...corners,
    'doubling=5y&lead=7y&commit=7y',
    'doubling=1.5mo&commit=2y',
    'doubling=10mo&lead=21mo',
  ];

  /** Words over words, and words that leave the picture. */
  const clashes = (figure: PhaseMapFigure): Promise<string[]> =>
    figure.map.evaluate((svg) => {
      const frame = svg.getBoundingClientRect();
      const words = [...svg.querySelectorAll('text')].map((text) => ({
        said: text.textContent ?? '',
        box: text.getBoundingClientRect(),
      }));
      const outside = words.filter(({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1);
      const over = words.flatMap((one, index) =>
        words.slice(index + 1).flatMap((other) => {
          // A line of text is drawn a little smaller than its box.
          const hair = 0.18 * Math.min(one.box.height, other.box.height);
          const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          return across > 1 && down > 2 * hair ? [`“${one.said}” over “${other.said}”`] : [];
        }),
      );
      return [...outside.map(({ said }) => `“${said}” leaves the picture`), ...over];
    });

  for (const width of [280, 320, 375, 768, 1280]) {
    test(`no words touch or leave the picture, ${width} px wide`, async ({ page, site }) => {
      await page.setViewportSize({ width, height: 900 });
      const wrong: Record<string, string[]> = {};
      for (const state of states) {
        const figure = await open(page, site.url(`embed/phase-map/?${state}`));
        const found = await clashes(figure);
        if (found.length > 0) wrong[state] = found;
        const yours = figure.map.locator('.yours');
        await expect(yours).toHaveCount(state === '' ? 0 : 1);
        expect(await figure.map.locator('text').count()).toBeGreaterThan(15);
        await expect(figure.root).not.toContainText(/NaN|undefined|Infinity/);
      }
      expect(wrong).toEqual({});
    });
  }
});

test.describe('by touch', () => {
  test.skip(({ place }) => place === 'sub', 'no different below a path');
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  const scrolled = (page: Page) => page.evaluate(() => scrollY);

  test('a finger on the point takes it both ways, and the page stays where it is', async ({ page, site }) => {
    const figure = await open(page, site.url());
    const [before, top, from] = [await figure.world(), await figure.top(), await figure.point()];
    await swipe(page, from, -70, 60);
    await expect.poll(async () => (await figure.world()).doubling).toBeGreaterThan(before.doubling);
    const after = await figure.world();
    expect(after.lead).toBeLessThan(before.lead);
    const to = await figure.point();
    expect(Math.hypot(to.x - from.x + 70, to.y - from.y - 60)).toBeLessThan(4);
    await expectTheLaw(page, figure);
    await expect.poll(() => Object.keys(query(page)).sort()).toEqual(['doubling', 'lead']);
    // What is read above it grows and shrinks with the numbers; the picture stays under the finger.
    expect(Math.abs((await figure.top()) - top)).toBeLessThan(1);
  });

  test('a finger anywhere else on the map scrolls the page and changes nothing', async ({ page, site }) => {
    const figure = await open(page, site.url());
    const { left, right, top, foot } = await figure.plot();
    const [before, scroll] = [await figure.world(), await scrolled(page)];
    await swipe(page, { x: left + 0.25 * (right - left), y: top + 0.6 * (foot - top) }, 30, -150);
    await expect.poll(() => scrolled(page)).toBeGreaterThan(scroll + 60);
    await expect.poll(() => figure.world()).toEqual(before);
    expect(query(page)).toEqual({});
  });

  test('a tap on a place’s row opens its source, which is loaded for that', async ({ page, site }) => {
    const figure = await open(page, site.url('embed/phase-map/'));
    await figure.root.getByRole('button', { name: 'More' }).tap();
    const row = figure.root.locator('.places details', { hasText: 'Cloud before AI' });
    await expect(row).toContainText('1.2×');
    await expect(row.getByRole('link')).toHaveCount(0);
    await row.locator('summary').tap();
    await expect(row.getByRole('link', { name: /Synergy/ })).toBeVisible();
    await expect(row).toContainText('Assumed: 1 year to build.');
  });
});

test('without a script the rows of a phone’s list have their sources too', async ({ browser, site }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto(site.url('embed/phase-map/'));
  const row = page.locator('.places details', { hasText: 'Fibre, as believed' });
  await expect(row.getByRole('link')).toBeHidden();
  await row.locator('summary').click();
  await expect(row.getByRole('link', { name: /NANOG/ })).toBeVisible();
  await context.close();
});

test('the table names a source for every place, and the reader’s own point once it has moved', async ({
  page,
  site,
}) => {
  const figure = await open(page, site.url('embed/phase-map/'));
  await figure.root.locator('summary', { hasText: 'Data' }).click();
  const rows = figure.root.getByRole('table').locator('tbody tr');
  await expect(rows).toHaveCount(6);
  for (const row of await rows.all()) await expect(row.locator('td').last()).toHaveText(/\S/);
  await figure.handle('lead').press('End');
  await expect(rows).toHaveCount(7);
  await expect(rows.first()).toContainText('7 years');
});
