import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { widgetFolders } from '../../src/integrations/widget-folders.ts';
import { pixelsOf } from '../browser/pixels.ts';
import { expect, test } from '../browser/test.ts';

/** What every folder in `src/widgets/` owes its readers, whatever it shows. */
const ids = widgetFolders(new URL('../../', import.meta.url)).map(({ id }) => id);

interface Listed {
  id: string;
  question: string;
  quantities: { key: string; min: number; max: number }[];
  presets: { query: string }[];
}

/** The widget's own page at an address, awake; what it asks before it answers is skipped. */
async function open(page: Page, address: string) {
  // What counts is where everything comes to rest.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(address);
  const root = page.locator('[data-widget][data-ready]');
  await expect(root).toBeVisible();
  const skip = root.getByRole('button', { name: 'Just show me' });
  if (await skip.count()) await skip.click();
  return root;
}

/** What a reader would see as broken: numbers that are none, and words over words or outside the picture. */
const faults = (page: Page): Promise<string[]> =>
  page.locator('[data-widget]').evaluate((root) => {
    const found: string[] = [];
    if (/NaN|undefined|Infinity|null/.test(root.textContent ?? '')) found.push('a word that is no number');
    for (const data of root.querySelectorAll<HTMLDataElement>('[data-result]')) {
      if (!Number.isFinite(Number(data.value))) found.push(`${data.dataset.result} is ${data.value}`);
    }
    const picture = root.querySelector('[data-picture]');
    const drawn = [...(picture?.querySelectorAll('svg') ?? [])].find((svg) => svg.checkVisibility());
    if (drawn === undefined) return [...found, 'no picture'];
    for (const element of drawn.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/NaN|undefined|Infinity/.test(value))
          found.push(`${element.tagName} ${name}="${value.slice(0, 60)}"`);
      }
    }
    const frame = drawn.getBoundingClientRect();
    const words = [...drawn.querySelectorAll('text')]
      .filter((text) => text.checkVisibility({ opacityProperty: true }) && text.textContent?.trim())
      .map((text) => ({ said: text.textContent?.trim() ?? '', box: text.getBoundingClientRect() }));
    for (const { said, box } of words) {
      if (box.left < frame.left - 2 || box.right > frame.right + 2)
        found.push(`“${said}” leaves the picture`);
    }
    words.forEach((one, index) => {
      for (const other of words.slice(index + 1)) {
        // Boxes are as high as lines of text; letters fill about the middle two thirds.
        const air = 0.18 * Math.min(one.box.height, other.box.height);
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 1 && down > 2 * air) found.push(`“${one.said}” over “${other.said}”`);
      }
    });
    return found;
  });

for (const id of ids) {
  test.describe(id, () => {
    for (const width of [320, 680]) {
      test(`is whole at every preset and at every end of its controls, ${width} px wide`, async ({
        page,
        request,
        site,
      }) => {
        await page.setViewportSize({ width, height: 1000 });
        const listed: Listed[] = await (await request.get(site.url('widgets.json'))).json();
        const widget = listed.find((each) => each.id === id);
        expect(widget).toBeDefined();
        const queries = new Set(['', ...(widget?.presets ?? []).map(({ query }) => query)]);
        const broken: Record<string, string[]> = {};
        for (const query of queries) {
          const root = await open(page, site.url(`embed/${id}/${query}`));
          await expect(root.locator('[data-answer]')).not.toBeEmpty();
          const found = await faults(page);
          if (found.length > 0) broken[query] = found;
        }
        const root = await open(page, site.url(`embed/${id}/`));
        for (const slider of await root.locator('input[type=range]:visible').all()) {
          for (const key of ['End', 'Home']) {
            await slider.press(key);
            const found = await faults(page);
            if (found.length > 0) broken[`${await slider.getAttribute('name')} ${key}`] = found;
          }
        }
        expect(broken).toEqual({});
      });
    }

    test('can be taken away as CSV, JSON, SVG and PNG, which say what they show', async ({ page, site }) => {
      const root = await open(page, site.url(`embed/${id}/`));
      const question = await page.getByRole('heading', { level: 1 }).innerText();
      await root.locator('summary', { hasText: 'Share' }).click();
      const saved = async (name: string) => {
        const saving = page.waitForEvent('download');
        await root.getByRole('button', { name, exact: true }).click();
        return readFile(await (await saving).path());
      };
      const json = JSON.parse((await saved('JSON')).toString());
      expect(json.question).toBe(question);
      expect(json.rows.length).toBeGreaterThan(0);
      const csv = (await saved('CSV'))
        .toString()
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'));
      expect(csv).toHaveLength(json.rows.length + 1);
      const svg = (await saved('SVG')).toString();
      expect(svg).toContain(question);
      expect(svg).toContain('@font-face');
      const png = await saved('PNG');
      const { width, height, colours } = await pixelsOf(page, png);
      expect(width).toBeGreaterThan(1000);
      expect(height).toBeGreaterThan(400);
      expect(colours).toBeGreaterThan(50);
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      test(`axe finds nothing wrong with everything open, in ${colorScheme}`, async ({ page, site }) => {
        await page.emulateMedia({ colorScheme });
        const root = await open(page, site.url(`embed/${id}/`));
        for (const summary of await root.locator('summary:visible').all()) await summary.click();
        await expect(root.getByRole('table').first()).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.flatMap(({ help, nodes }) => nodes.map(({ target }) => `${help}: ${target}`)),
        ).toEqual([]);
      });
    }
  });
}
