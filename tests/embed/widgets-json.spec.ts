import { widgetFolders } from '../../src/integrations/widget-folders.ts';
import { expect, test } from '../browser/test.ts';
import { ScarcityFigure } from '../e2e/figure.ts';

interface Listed {
  id: string;
  title: string;
  question: string;
  page: string;
  embed: string;
  height: number;
  quantities: { key: string; label: string; unit: string; min: number; max: number; default: number }[];
  presets: { id: string; title: string; query: string; embed: string; page: string }[];
}

for (const place of ['root', 'sub'] as const) {
  test.describe(`the list of widgets, served at ${place}`, () => {
    test.use({ place });

    test('has the shape that is promised', async ({ request, site }) => {
      const response = await request.get(site.url('widgets.json'));
      expect(response.headers()['content-type']).toContain('application/json');
      const listed: Listed[] = await response.json();
      expect(listed.map(({ id }) => id)).toContain('scarcity');
      const [text, number] = [expect.stringMatching(/./), expect.any(Number)];
      for (const { quantities, presets, ...widget } of listed) {
        expect(widget).toEqual({
          id: text,
          title: text,
          question: text,
          page: text,
          embed: text,
          height: number,
        });
        expect(quantities.length).toBeGreaterThan(0);
        for (const quantity of quantities) {
          expect(quantity).toEqual({
            key: text,
            label: text,
            unit: text,
            min: number,
            max: number,
            default: number,
          });
          expect(quantity.default).toBeGreaterThanOrEqual(quantity.min);
          expect(quantity.default).toBeLessThanOrEqual(quantity.max);
        }
        expect(presets.length).toBeGreaterThan(0);
        for (const preset of presets)
          expect(preset).toEqual({
            id: text,
            title: text,
            query: expect.stringMatching(/^$|^\?./),
            embed: expect.stringMatching(/\/embed\/v1\/[a-z-]+\/\?./),
            page: text,
          });
        expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
      }
    });

    test('gives out the addresses that stay', async ({ request, site }) => {
      const listed: Listed[] = await (await request.get(site.url('widgets.json'))).json();
      for (const { id, embed } of listed) expect(embed).toBe(`${site.base}embed/v1/${id}/`);
    });

    test('names addresses that answer, each below the base path', async ({ request, site }) => {
      const listed: Listed[] = await (await request.get(site.url('widgets.json'))).json();
      for (const { page, embed, presets } of listed) {
        for (const address of [page, embed, ...presets.flatMap((preset) => [preset.page, preset.embed])]) {
          expect(address.startsWith(site.base), address).toBe(true);
          const response = await request.get(new URL(address, site.origin).href);
          expect(response.status(), address).toBe(200);
        }
      }
    });
  });
}

test('each listed quantity has its slider on the embed, with the same ends', async ({
  page,
  request,
  site,
}) => {
  const listed: Listed[] = await (await request.get(site.url('widgets.json'))).json();
  for (const { embed, quantities, question } of listed) {
    await page.goto(new URL(embed, site.origin).href);
    await expect(page.locator('[data-widget]')).toHaveAttribute('data-ready');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(question);
    for (const summary of await page.locator('summary:visible').all()) await summary.click();
    const sliders = page.locator('input[type=range][name]');
    expect((await sliders.evaluateAll((all) => all.map((one) => one.getAttribute('name')))).sort()).toEqual(
      quantities.map(({ key }) => key).sort(),
    );
    for (const { key, label, min, max, default: home } of quantities) {
      const slider = page.locator(`input[type=range][name="${key}"]`);
      await expect(slider).toHaveAccessibleName(label);
      await expect(slider).toHaveAttribute('aria-valuetext', /./);
      const has = await slider.evaluate((input) =>
        input instanceof HTMLInputElement
          ? { min: Number(input.min), max: Number(input.max), value: input.valueAsNumber }
          : null,
      );
      // A commitment goes no further than the lead time.
      const top = key === 'commit' ? (quantities.find((one) => one.key === 'lead')?.default ?? max) : max;
      expect(has).toEqual({ min, max: top, value: expect.closeTo(home, 9) });
    }
  }
});

for (const { id } of widgetFolders(new URL('../../', import.meta.url))) {
  test(`each preset of ${id} is a state that can be shown, on its page and in the embed`, async ({
    page,
    request,
    site,
  }) => {
    const listed: Listed[] = await (await request.get(site.url('widgets.json'))).json();
    const { embed = '', presets = [] } = listed.find((widget) => widget.id === id) ?? {};
    const answers = new Set<string>();
    for (const preset of presets) {
      for (const address of [preset.page, preset.embed, embed + preset.query]) {
        await page.goto(new URL(address, site.origin).href);
        const figure = await new ScarcityFigure(page, id).ready();
        await expect(page.locator(`[data-widget="${id}"] p[role=status]`)).toHaveCount(0);
        await expect(figure.reset).toBeEnabled({ enabled: preset.query !== '' });
        answers.add((await figure.root.locator('[data-answer]').textContent()) ?? '');
      }
    }
    // Each says something of its own, the same in both places.
    expect(answers.size).toBe(presets.length);
    expect(answers.size).toBeGreaterThan(0);
  });
}
