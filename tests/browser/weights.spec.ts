import { brotliCompressSync } from 'node:zlib';
import { weigh } from '../../scripts/weights.ts';
import { expect, test } from './test.ts';

const brotli = (text: string) => brotliCompressSync(text).length;

test('a page weighs its files compressed, and its scripts wherever they stand', async ({ page, host }) => {
  const outside = 'globalThis.outside = 1;'.repeat(50);
  const inside = 'globalThis.inside = 2;'.repeat(50);
  const script = host.page(outside, { 'content-type': 'text/javascript' });
  const font = host.page('x'.repeat(1_000), { 'content-type': 'font/woff2' });
  const html = `<link rel="icon" href="data:,"><link rel="preload" as="image" href="${font}">
<script src="${script}"></script><script>${inside}</script><script type="application/ld+json">{}</script>`;

  const weight = await weigh(page, host.page(html));
  expect(weight.script).toBe(brotli(outside) + brotli(inside));
  expect(weight.total).toBe(brotli(html) + brotli(outside) + 1_000);
});
