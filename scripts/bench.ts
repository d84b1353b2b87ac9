import { chromium } from 'playwright-core';
import { chromiumLaunch } from '../tests/browser/executable.ts';
import { dragTimes } from './bench/drag.ts';
import { layoutShift } from './bench/layout-shift.ts';
import { pipelineTime } from './bench/pipeline.ts';
import { median, quantile } from './bench/quantiles.ts';
import { slideTimes } from './bench/slides.ts';
import { type Row, table } from './bench/table.ts';
import { serve } from './serve.ts';
import { builtFolder, sites } from './sites.ts';
import { weigh, weightBars } from './weights.ts';

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

const site = await serve(builtFolder(sites.root));
const browser = await chromium.launch(chromiumLaunch());

const measures: (() => Promise<Row[]>)[] = [
  async () => {
    const page = await browser.newPage({ viewport: desk });
    const { script, total } = await weigh(page, site.url);
    await page.close();
    const { firstScript, firstLoad } = weightBars;
    return [
      {
        name: 'JavaScript for / before the first touch',
        value: script / 1000,
        bar: firstScript / 1000,
        unit: 'kB',
      },
      { name: 'First load of / with fonts', value: total / 1000, bar: firstLoad / 1000, unit: 'kB' },
    ];
  },
  async () => [{ name: 'One run of the model, median', value: pipelineTime(), bar: 0.25, unit: 'ms' }],
  async () => {
    const times = await dragTimes(browser, site.url);
    const name = 'Script for one move of a drag, processor 4× slower';
    return [
      { name: `${name}, median`, value: median(times), bar: 8, unit: 'ms' },
      { name: `${name}, 95th percentile`, value: quantile(times, 0.95), bar: 8, unit: 'ms' },
    ];
  },
  async () => {
    const times = await slideTimes(browser, site.url);
    const name = 'Script for one change of slide, processor 4× slower';
    return [
      { name: `${name}, median`, value: median(times), bar: 16, unit: 'ms' },
      { name: `${name}, 95th percentile`, value: quantile(times, 0.95), bar: 16, unit: 'ms' },
    ];
  },
  async () => [
    {
      name: 'Layout shift of / at 1440×900',
      value: await layoutShift(browser, site.url, desk),
      bar: 0,
      unit: '',
    },
    {
      name: 'Layout shift of / at 390×844',
      value: await layoutShift(browser, site.url, phone),
      bar: 0,
      unit: '',
    },
  ],
];

const rows: Row[] = [];
const failures: string[] = [];
for (const measure of measures) {
  try {
    rows.push(...(await measure()));
  } catch (error) {
    const [reason] = String(error).split('\n');
    failures.push(`not measured: ${reason}`);
  }
}
await Promise.all([browser.close(), site.close()]);

console.log([table(rows), ...failures].join('\n'));
if (failures.length > 0 || rows.some(({ value, bar }) => value > bar)) process.exitCode = 1;
