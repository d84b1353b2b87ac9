import type { Locator, Page } from '@playwright/test';
import { expect } from '../browser/test.ts';

export interface World {
  doubling: number;
  lead: number;
  commit: number;
}

export interface Spot {
  x: number;
  y: number;
}

/** The law that the picture must keep: two to the doublings that nobody covered. */
export const law = ({ doubling, lead, commit }: World) => 2 ** ((lead - commit) / doubling);

/** A scarcity figure on a page: by the hooks that widgets promise, and by what is drawn. */
export class ScarcityFigure {
  readonly root: Locator;
  readonly chart: Locator;
  readonly ruler: Locator;
  readonly said: Locator;
  readonly reset: Locator;

  /** Another widget's has the same panel, and another picture. */
  constructor(within: Page | Locator, id = 'scarcity') {
    this.root = within.locator(`[data-widget="${id}"]`);
    this.chart = this.root.getByRole('group', { name: 'Chart of demand and supply' });
    this.ruler = this.root.getByRole('group', { name: 'Ruler of doublings' });
    this.said = this.root.locator('[aria-live=polite]');
    this.reset = this.root.getByRole('button', { name: 'Reset', exact: true });
  }

  slider(key: string): Locator {
    return this.root.locator(`input[type=range][name="${key}"]`);
  }

  handle(key: string): Locator {
    return this.root.locator(`[role=slider][name="${key}"]`);
  }

  choice(name: string): Locator {
    return this.root.getByRole('radio', { name });
  }

  curve(of: 'demand' | 'supply'): Locator {
    return this.chart.locator(`.curve.${of}:not(.ghost, .ghost *)`);
  }

  /** Where the curve was when the hand took hold, as long as it holds. */
  ghost(of: 'demand' | 'supply'): Locator {
    return this.chart.locator(`.curve.${of}:is(.ghost, .ghost *)`);
  }

  /** Waits until the figure answers to the hand and stands in the middle of the window, its letters in place. */
  async ready(): Promise<this> {
    await this.root.evaluate((root) => root.scrollIntoView({ behavior: 'instant', block: 'center' }));
    await expect(this.root).toHaveAttribute('data-ready');
    await this.root.evaluate(async (root) => {
      await root.ownerDocument.fonts.ready;
      root.scrollIntoView({ behavior: 'instant', block: 'center' });
    });
    // The essay asks for a guess first; most tests are about what comes after.
    const skip = this.root.getByRole('button', { name: 'Just show me' });
    // Its buttons may come a little later.
    const asks = await this.root.evaluate((root) => root.matches('.asking'));
    if (asks || (await skip.count()) > 0) await skip.click();
    return this;
  }

  /** The state, as the sliders hold it. */
  world(): Promise<World> {
    return this.root.evaluate((root) => {
      const value = (key: string) =>
        root.querySelector<HTMLInputElement>(`input[name="${key}"]`)?.valueAsNumber;
      return {
        doubling: value('doubling') ?? Number.NaN,
        lead: value('lead') ?? Number.NaN,
        commit: value('commit') ?? Number.NaN,
      };
    });
  }

  /** What stands at the axes, from the foot of the upright one. */
  axis(): Promise<string[]> {
    return this.chart.locator('.axis text').allTextContents();
  }

  /** How many px a year is wide. */
  pxPerYear(): Promise<number> {
    return this.chart.locator('.axis text[text-anchor=middle]').evaluateAll((labels) => {
      const places = labels.map((label) => {
        const { left, width } = label.getBoundingClientRect();
        return { year: Number(label.textContent), x: left + width / 2 };
      });
      const [first, last] = [places[0], places.at(-1)];
      return first && last ? (last.x - first.x) / (last.year - first.year) : Number.NaN;
    });
  }

  /** Where a curve is on the screen, at a share of its length. */
  spotOn(curve: Locator, share: number): Promise<Spot> {
    return curve.evaluate((path, along) => {
      if (!(path instanceof SVGPathElement)) throw new Error('a curve is a path');
      const { x, y } = path.getPointAtLength(along * path.getTotalLength());
      const at = new DOMPoint(x, y).matrixTransform(path.getScreenCTM() ?? undefined);
      return { x: at.x, y: at.y };
    }, share);
  }
}

/** The middle of what an element draws. */
export async function middleOf(element: Locator): Promise<Spot> {
  const box = await element.boundingBox();
  if (box === null) throw new Error(`${element} is not drawn`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Takes a handle with the mouse, once it rests. */
export async function take(page: Page, handle: Locator): Promise<Spot> {
  await handle.hover();
  const at = await middleOf(handle);
  await page.mouse.down();
  return at;
}

/** Moves the mouse from one spot by so many px, in several moves. */
export async function pull(page: Page, from: Spot, right: number, down: number): Promise<void> {
  await page.mouse.move(from.x + right, from.y + down, { steps: 6 });
}

/** A widget alone on its page, awake, its letters in place. */
export async function openWidget(page: Page, id: string, address: string): Promise<Locator> {
  await page.goto(address);
  const root = page.locator(`[data-widget="${id}"][data-ready]`);
  await expect(root).toBeVisible();
  await root.evaluate((element) => element.ownerDocument.fonts.ready);
  return root;
}

export const handleIn = (root: Locator, key: string) => root.locator(`[role=slider][name="${key}"]`);
export const sliderIn = (root: Locator, key: string) => root.locator(`input[type=range][name="${key}"]`);
export const numberIn = (root: Locator, key: string) =>
  sliderIn(root, key).evaluate((input) =>
    input instanceof HTMLInputElement ? input.valueAsNumber : Number.NaN,
  );

/** One finger that is put down, moved in a straight line and lifted, as the browser's own input sees it. */
export async function swipe(page: Page, from: Spot, right: number, down: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Spot[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
  const moves = 12;
  await touch('touchStart', [from]);
  for (let move = 1; move <= moves; move++) {
    const share = move / moves;
    await touch('touchMove', [{ x: from.x + right * share, y: from.y + down * share }]);
  }
  await touch('touchEnd', []);
  await devtools.detach();
}

/** Every number on the page that says what is scarce follows the law, from the state that the sliders hold. */
export async function expectTheLaw(page: Page, figure: ScarcityFigure): Promise<void> {
  await expect(async () => {
    const wanted = law(await figure.world());
    const values = await page
      .locator('[data-result="scarcity"]')
      .evaluateAll((shown) => shown.map((one) => Number(one.getAttribute('value'))));
    expect(values.length).toBeGreaterThan(0);
    for (const value of values) expect(Math.abs(value / wanted - 1)).toBeLessThan(1e-9);
  }).toPass();
}

/** What the address says of the state. */
export function query(page: Page): Record<string, string> {
  return Object.fromEntries(new URL(page.url()).searchParams);
}
