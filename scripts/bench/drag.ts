import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { scriptPerMove } from './trace.ts';

const WIDGET = '[data-widget="scarcity"]';
const HANDLE = `${WIDGET} [role=slider][name="doubling"]`;
const MOVES = 120;

/**
 * Milliseconds of script for each move of a hand that drags the demand curve, on a processor four times slower.
 *
 * Taken from a trace, because nothing inside the page sees all of it: event timing is rounded to 8 ms, a wrapped
 * listener misses what runs later in a promise, a frame or an observer, and whatever measures in the page is
 * measured too. For the same reason nothing is evaluated in the page while the hand moves, and the frames
 * between two moves are waited for by the clock.
 */
export async function dragTimes(browser: Browser, url: string): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url, { waitUntil: 'networkidle' });
  const handle = page.locator(HANDLE).first();
  // It sleeps until it is near, and asks for a guess before it answers.
  await page
    .locator(WIDGET)
    .first()
    .evaluate((figure) => figure.scrollIntoView({ block: 'center' }));
  await page.locator(`${WIDGET}[data-ready]`).first().waitFor({ state: 'attached' });
  await page.locator(WIDGET).getByRole('button', { name: 'Just show me' }).click();
  await handle.scrollIntoViewIfNeeded({ timeout: 10_000 });
  const box = await handle.boundingBox();
  if (!box) throw new Error(`${HANDLE} is not drawn.`);
  const before = await handle.getAttribute('aria-valuenow');

  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await browser.startTracing(page, { categories: ['devtools.timeline', 'v8'] });
  for (let move = 1; move <= MOVES; move++) {
    // There and back in an arc, so that a curve that follows only one direction moves too, and ends elsewhere.
    const way = Math.sin((move / MOVES) * 1.7 * Math.PI);
    await page.mouse.move(x + 90 * way, y - 40 * way);
    await pause(60);
  }
  const trace = await browser.stopTracing();
  await page.mouse.up();

  const after = await handle.getAttribute('aria-valuenow');
  await page.close();
  if (after === before)
    throw new Error(`Dragging ${HANDLE} changed nothing (aria-valuenow stayed ${before}).`);
  return scriptPerMove(trace.toString());
}
