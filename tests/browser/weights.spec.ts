import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { weigh, weighWidget } from '../../scripts/weights.ts';
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

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads a test's needs from this pattern.
test('a widget weighs its chunk and what that imports at once, but not what all share or what comes later', ({}, info) => {
  const folder = info.outputPath('_astro');
  const scripts = {
    'Slow.a1.js': 'import{a}from"./shared.b2.js";import"./side.c3.js";a(()=>import("./later.d4.js"));',
    'SlowLane.f6.js': 'let another;',
    'shared.b2.js': 'let shared;'.repeat(90),
    'side.c3.js': 'import{b as c}from"./deep.e5.js";c();',
    'deep.e5.js': 'import"./Slow.a1.js";export let b=()=>{};',
    'later.d4.js': 'let later;'.repeat(90),
  };
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(scripts)) writeFileSync(join(folder, name), text);

  const { script, parts } = weighWidget(folder, 'Slow');
  expect(parts.map(({ url }) => url)).toEqual(['Slow.a1.js', 'side.c3.js', 'deep.e5.js']);
  const { 'Slow.a1.js': own, 'side.c3.js': side, 'deep.e5.js': deep } = scripts;
  expect(script).toBe(brotli(own) + brotli(side) + brotli(deep));
  expect(() => weighWidget(folder, 'Fast')).toThrow('0 chunks of Fast');
});
