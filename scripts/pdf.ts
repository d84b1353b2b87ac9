import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumLaunch } from '../tests/browser/executable.ts';
import { serve } from './serve.ts';
import { builtFolder, projectFolder, sites } from './sites.ts';

// Each talk on paper, into the built site: a page a step, and a handout with the speaker's notes.
const folder = builtFolder(sites.root);
const site = await serve(folder);
const browser = await chromium.launch(chromiumLaunch());
const page = await browser.newPage();

const talks = readdirSync(join(projectFolder, 'content/talks')).flatMap((name) =>
  name.endsWith('.mdx') ? [name.slice(0, -'.mdx'.length)] : [],
);
for (const id of talks) {
  for (const [paper, file] of [
    ['print', `talk-${id}.pdf`],
    ['handout', `talk-${id}-handout.pdf`],
  ] as const) {
    await page.goto(new URL(`talk/${id}/${paper}/`, site.url).href, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    await page.pdf({
      path: join(folder, file),
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    });
    console.log(file);
  }
}
await browser.close();
await site.close();
