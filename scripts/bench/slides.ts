import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { scriptPerMove } from './trace.ts';

/**
 * Milliseconds of script for each change of slide in the longest talk, there and back, on a processor four times
 * slower. All widgets are there already: a talk gets them ready in idle time, which is left out. From a trace, for the
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
    const isOther: boolean[] = [];
    for (let before = ''; before !== page.url(); ) {
      before = page.url();
      await page.keyboard.press(key);
      await pause(wait);
      isOther.push(slideIn(before) !== slideIn(page.url()));
    }
    return isOther;
  };
  // Each widget is drawn once first.
  await turn('PageDown', 400);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await browser.startTracing(page, { categories: ['devtools.timeline', 'v8'] });
  const back = await turn('PageUp', 600);
  const there = await turn('PageDown', 600);
  const trace = await browser.stopTracing();
  await page.close();
  const times = scriptPerMove(trace.toString(), 'keydown', false);
  return times.filter((_, index) => [...back, ...there][index]);
}

/** The slide that an address has: a step of the same slide is another matter, it redraws the widget. */
const slideIn = (address: string) => new URL(address).hash.split('/')[1];
