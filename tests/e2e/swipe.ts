import type { Page } from '@playwright/test';
import type { Spot } from './figure.ts';

/** One finger that is put down, moved in a straight line and lifted, as the browser's own input sees it. */
export async function swipe(page: Page, from: Spot, right: number, down: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Spot[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
  const moves = 12;
  await touch('touchStart', [from]);
  for (let move = 1; move <= moves; move++) {
    const share = move / moves;
    await touch('touchMove', [{ x: from.x + right * share, y: from.y + down * share }]);
  }
  await touch('touchEnd', []);
  await devtools.detach();
}
