import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtFolder, projectFolder, sites } from '../../scripts/sites.ts';
import { type Part, weigh, weightBars, weighWidget } from '../../scripts/weights.ts';
import { widgetFolders } from '../../src/integrations/widget-folders.ts';
import { expect, test } from '../browser/test.ts';
import { ScarcityFigure } from './figure.ts';

const folders = widgetFolders(pathToFileURL(projectFolder));

const listed = (parts: readonly Part[]) =>
  parts.map(({ url, kind, bytes }) => `${bytes} ${kind} ${url}`).join('\n');

test('the essay asks little of a reader who has touched nothing yet', async ({ page, site }) => {
  const { script, total, parts } = await weigh(page, site.url());
  expect(script, `JavaScript, brotli:\n${listed(parts)}`).toBeLessThanOrEqual(weightBars.firstScript);
  expect(total, `everything, fonts included:\n${listed(parts)}`).toBeLessThanOrEqual(weightBars.firstLoad);
});

test('and not much more of one who has scrolled to its end', async ({ page, site }) => {
  const { script, parts } = await weigh(page, site.url(), async () => {
    for (const { id } of folders) {
      const figure = new ScarcityFigure(page, id);
      await figure.root.evaluate((root) => root.scrollIntoView({ block: 'center' }));
      await expect(figure.root).toHaveAttribute('data-ready');
    }
  });
  expect(script, `JavaScript, brotli:\n${listed(parts)}`).toBeLessThanOrEqual(weightBars.scrolledScript);
});

for (const { id, component } of folders) {
  test(`${id} asks little of a reader who comes near it`, ({ place }) => {
    const scripts = join(builtFolder(sites[place]), '_astro');
    const { script, parts } = weighWidget(scripts, component.replace('.svelte', ''));
    expect(script, `JavaScript, brotli:\n${listed(parts)}`).toBeLessThanOrEqual(
      weightBars.widgets.get(id) ?? weightBars.widget,
    );
  });
}
