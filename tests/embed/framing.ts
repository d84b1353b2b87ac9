import type { Page } from '@playwright/test';
import { expect } from '../browser/test.ts';
import { ScarcityFigure } from '../e2e/figure.ts';

/** What a frame says, as far as tests look at it. */
export interface Said {
  ns?: string;
  v?: number;
  type?: string;
  [field: string]: unknown;
}

interface Hosts {
  page(html: string, headers?: Record<string, string>): string;
}

/** A host's page that keeps what its frames say, by the order of the frames in it. */
const RECORDER = `<script>
  window.heard = [];
  addEventListener('message', ({ data, source }) => {
    const frames = [...document.querySelectorAll('iframe')];
    heard.push({ frame: frames.findIndex((one) => one.contentWindow === source), data });
  });
</script>`;

/** Opens somebody else's page with this in its body. */
export async function openHost(
  page: Page,
  host: Hosts,
  body: string,
  { headers = {}, head = '' }: { headers?: Record<string, string>; head?: string } = {},
): Promise<void> {
  const html = `<!doctype html><html lang="en"><head><title>Host</title><link rel="icon" href="data:,">${head}${RECORDER}</head><body>${body}</body></html>`;
  await page.goto(host.page(html, headers));
}

/** By which a host that runs WordPress knows its frame. */
export const SECRET = 'q1W2e3R4t5';

/** The same rules as the script that WordPress brings along. */
const LIKE_WORDPRESS = `<script>addEventListener('message', ({ data, source }) => {
  if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
  for (const quote of document.querySelectorAll('blockquote[data-secret="' + data.secret + '"]')) quote.style.display = 'none';
  for (const frame of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
    if (source !== frame.contentWindow) continue;
    frame.removeAttribute('style');
    if (data.message === 'height') frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
    if (data.message === 'link') {
      const [from, to] = [new URL(frame.getAttribute('src')), new URL(data.value)];
      if (/^https?:$/.test(to.protocol) && to.host === from.host && document.activeElement === frame) top.location.href = data.value;
    }
  }
});</script>`;

/** Opens a page that shows a frame as WordPress does: a quotation until it speaks, and very little leave. */
export const openInWordpress = (page: Page, host: Hosts, src: string, width = 600) =>
  openHost(
    page,
    host,
    `<blockquote class="wp-embedded-content" data-secret="${SECRET}"><a href="#x">What happens?</a></blockquote>
     <iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" data-secret="${SECRET}" title="x" src="${src.replaceAll('&', '&amp;')}#?secret=${SECRET}" width="${width}" height="338" style="position:absolute;visibility:hidden" scrolling="no"></iframe>`,
    { head: LIKE_WORDPRESS },
  );

export const iframe = (src: string, attributes = 'width="680" height="500"') =>
  `<iframe title="Interactive" src="${src.replaceAll('&', '&amp;')}" ${attributes}></iframe>`;

/** What a frame has said so far, all or of one type. */
export function said(page: Page, type?: string, frame = 0): Promise<Said[]> {
  return page.evaluate(
    ([wanted, index]) => {
      const { heard } = window as unknown as { heard: { frame: number; data: Said }[] };
      return heard
        .filter((one) => one.frame === index && typeof one.data === 'object')
        .map(({ data }) => data)
        .filter((data) => data.ns === 'queue' && (wanted === undefined || data.type === wanted));
    },
    [type, frame] as const,
  );
}

/** Everything that a frame has said, in whatever dialect. */
export function saidInAll(page: Page, frame = 0): Promise<unknown[]> {
  return page.evaluate(
    (index) =>
      (window as unknown as { heard: { frame: number; data: unknown }[] }).heard
        .filter((one) => one.frame === index)
        .map(({ data }) => data),
    frame,
  );
}

/** Says something to a frame. */
export async function tell(page: Page, message: unknown, frame = 0): Promise<void> {
  await page.evaluate(
    ([data, index]) => document.querySelectorAll('iframe')[index]?.contentWindow?.postMessage(data, '*'),
    [message, frame] as const,
  );
}

let asked = 0;

/** Asks a frame something, and waits for its answer. */
export async function ask(page: Page, message: Said, frame = 0): Promise<Said> {
  const re = `test-${++asked}`;
  await tell(page, { ns: 'queue', v: 1, ...message, re }, frame);
  const answer = async () => (await said(page, undefined, frame)).find((one) => one.re === re);
  await expect.poll(answer, `the answer to ${JSON.stringify(message)}`).toBeDefined();
  return (await answer()) ?? {};
}

/** The widget inside a frame, awake. */
export function framed(page: Page, id = 'scarcity', frame = 0): Promise<ScarcityFigure> {
  return new ScarcityFigure(page.locator('iframe').nth(frame).contentFrame().locator('body'), id).ready();
}

/** A host that says nothing of sharing files leaves an opaque frame without our letters. */
export const noFonts = [
  /Access to font at .* from origin 'null'/,
  /request failed: .*woff2/,
  /Failed to load.*woff2/,
];

export const heightOf = (page: Page, frame = 0) =>
  page
    .locator('iframe')
    .nth(frame)
    .evaluate((one) => one.clientHeight);
