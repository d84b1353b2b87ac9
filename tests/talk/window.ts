import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect } from '../browser/test.ts';

/** One window of a talk: what stands on its stage, and what its hand can do. */
export class TalkWindow {
  readonly page: Page;
  /** The slide on show. */
  readonly slide: Locator;
  readonly widget: Locator;

  constructor(page: Page) {
    this.page = page;
    this.slide = page.locator('.reveal section.present');
    this.widget = this.slide.locator('[data-widget]');
  }

  static async open(where: BrowserContext | Page, address: string): Promise<TalkWindow> {
    const page = 'newPage' in where ? await where.newPage() : where;
    await page.goto(address);
    return new TalkWindow(page).ready();
  }

  /** Awake, its widget too where the slide has one, its letters in place. */
  async ready(): Promise<this> {
    await expect(this.page.locator('html')).toHaveAttribute('data-ready', '');
    if ((await this.slide.locator('[data-figure]').count()) > 0)
      await expect(this.widget).toHaveAttribute('data-ready', '');
    await this.page.evaluate(() => document.fonts.ready);
    return this;
  }

  /** Every step of the deck in its order, by slide and number. */
  steps(): Promise<[string, number][]> {
    return this.page.evaluate(() => {
      const deck: { slides: { id: string; steps: unknown[] }[] } = JSON.parse(
        document.querySelector('#deck')?.textContent ?? '',
      );
      return deck.slides.flatMap(({ id, steps }) => steps.map((_, at): [string, number] => [id, at + 1]));
    });
  }

  slider(key: string): Locator {
    return this.widget.locator(`input[type=range][name="${key}"]`);
  }

  handle(key: string): Locator {
    return this.widget.locator(`[role=slider][name="${key}"]`);
  }

  value(key: string): Promise<number> {
    return this.slider(key).evaluate((input) =>
      input instanceof HTMLInputElement ? input.valueAsNumber : Number.NaN,
    );
  }

  async isAt(slide: string, step = 1): Promise<void> {
    await expect(this.slide).toHaveAttribute('data-slide', slide);
    await expect(this.slide).toHaveAttribute('data-step', String(step));
    const hash = `#/${slide}${step === 1 ? '' : `/${step}`}`;
    await expect.poll(() => new URL(this.page.url()).hash || hash).toBe(hash);
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }
}

/** Both windows show the same of a quantity. */
export async function agree(a: TalkWindow, b: TalkWindow, key: string): Promise<void> {
  await expect.poll(async () => (await b.value(key)) === (await a.value(key))).toBe(true);
}
