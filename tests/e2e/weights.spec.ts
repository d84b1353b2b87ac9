import { weigh, weightBars } from '../../scripts/weights.ts';
import { expect, test } from '../browser/test.ts';

test('the essay asks little of a reader who has touched nothing yet', async ({ page, site }) => {
  const { script, total, parts } = await weigh(page, site.url());
  const listed = parts.map(({ url, kind, bytes }) => `${bytes} ${kind} ${url}`).join('\n');
  expect(script, `JavaScript, brotli:\n${listed}`).toBeLessThanOrEqual(weightBars.firstScript);
  expect(total, `everything, fonts included:\n${listed}`).toBeLessThanOrEqual(weightBars.firstLoad);
});
