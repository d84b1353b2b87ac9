import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { scriptPerMove } from './trace.ts';

/**
 * Milliseconds of script for each change of slide in the longest talk, there and back, on a processor four times
 * slower. All widgets are there already: a talk gets them ready while nobody turns the page. From a trace, for the
 * reasons that a drag is measured from one.
 */
export async function slideTimes(browser: Browser, url: string): Promise<number[]> {
  const page = await browser.newPage({
    viewport: { width: 1920, height: 1080 },
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
  });
  await page.goto(new URL('talk/not-a-circle-a-queue/', url).href, { waitUntil: 'networkidle' });
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  const turn = async (key: string, wait: number) => {
    for (let before = ''; before !== page.url(); ) {
      before = page.url();
      await page.keyboard.press(key);
      await pause(wait);
    }
  };
  // Each widget is drawn once first.
  await turn('PageDown', 400);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await browser.startTracing(page, { categories: ['devtools.timeline', 'v8'] });
  await turn('PageUp', 500);
  const trace = await browser.stopTracing();
  await page.close();
  return scriptPerMove(trace.toString(), 'keydown');
}
