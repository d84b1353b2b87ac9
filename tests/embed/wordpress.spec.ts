import AxeBuilder from '@axe-core/playwright';
import { widgetFolders } from '../../src/integrations/widget-folders.ts';
import { expect, test } from '../browser/test.ts';
import { framed, heightOf, openInWordpress } from './framing.ts';

const ids = widgetFolders(new URL('../../', import.meta.url)).map(({ id }) => id);
/** What WordPress gives a frame at most. */
const MOST_PX = 1_000;

for (const id of ids) {
  test(`all of ${id} can be reached where WordPress shows it, whatever is open`, async ({
    page,
    site,
    host,
  }) => {
    for (const width of [320, 900]) {
      await openInWordpress(page, host, site.url(`embed/v1/${id}/`), width);
      const figure = await framed(page, id);
      const html = page.locator('iframe').contentFrame().locator('html');
      const body = html.locator('body');
      const over = () => body.evaluate((one) => one.scrollHeight - one.clientHeight);
      await expect.poll(async () => (await heightOf(page)) < MOST_PX).toBe(true);
      // No bar where all of it is to be seen.
      expect(await over()).toBe(0);
      expect(await body.evaluate((one: HTMLElement) => one.offsetWidth - one.clientWidth)).toBe(0);

      await figure.root.getByRole('button', { name: 'More' }).click();
      const drawers = figure.root.locator('footer > details');
      for (const drawer of await drawers.all()) await drawer.locator('summary').click();
      await expect(drawers.last().locator('p').last()).toBeVisible();
      await expect.poll(() => heightOf(page)).toBe(MOST_PX);
      expect(await over()).toBeGreaterThan(0);
      expect(await body.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);

      /** Whether this is in the part of the frame that shows. */
      const isSeen = (selector: string) =>
        html.locator(selector).evaluateAll((all) => {
          const { top, bottom } = all.at(-1)?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
          return top > -1 && bottom < innerHeight + 1;
        });
      // With the wheel, and with the keys.
      await page.locator('iframe').hover();
      await page.mouse.wheel(0, 1e5);
      await expect.poll(() => isSeen('body > footer')).toBe(true);
      await page.locator('iframe').hover();
      await page.mouse.wheel(0, -1e5);
      await expect.poll(() => isSeen('h1')).toBe(true);
      await drawers.first().locator('summary').focus();
      await page.keyboard.press('End');
      await expect.poll(() => isSeen('body > footer')).toBe(true);
      await page.keyboard.press('Home');
      await expect.poll(() => isSeen('h1')).toBe(true);
    }
    const { violations } = await new AxeBuilder({ page })
      .include({ fromFrames: ['iframe', 'html'] })
      .withRules(['scrollable-region-focusable'])
      .analyze();
    expect(violations).toEqual([]);
  });
}
