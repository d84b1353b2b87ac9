import type { Browser, ViewportSize } from 'playwright-core';

/** The sum of every layout shift while a page loads in a window of this size and is scrolled to its end. */
export async function layoutShift(browser: Browser, url: string, viewport: ViewportSize): Promise<number> {
  const page = await browser.newPage({ viewport });
  await page.goto(url, { waitUntil: 'networkidle' });
  const shifted = await page.evaluate(async () => {
    let sum = 0;
    // `buffered` also tells of the shifts while the page was loading.
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ('value' in entry && typeof entry.value === 'number') sum += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
    // Long enough for what comes into view to hydrate.
    const pause = () => new Promise((resolve) => setTimeout(resolve, 150));
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
      scrollTo({ top, behavior: 'instant' });
      await pause();
    }
    await pause();
    return sum;
  });
  await page.close();
  return shifted;
}
