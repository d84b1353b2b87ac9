import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Page } from 'playwright-core';

/**
 * What may be asked of a reader, in bytes: at most, by `/` of one who has touched nothing yet, by its scripts of one
 * who has scrolled to its end, and by a widget of one who comes near it. The essay's first picture may have more.
 */
export const weightBars = {
  firstScript: 45_000,
  firstLoad: 220_000,
  scrolledScript: 150_000,
  widget: 8_000,
  /** A window of a talk before its first widget, everything counted. */
  talk: 130_000,
  /** Widgets with a bar of their own. */
  widgets: new Map([['scarcity', 11_000]]),
} as const;

/** What all pages' scripts share; it is there before any widget is. */
const SHARED = /^shared\./;

export interface Part {
  url: string;
  kind: 'script' | 'inline script' | 'text' | 'binary';
  bytes: number;
}

export interface Weight {
  /** JavaScript: every script file asked for, and every script inside the page, each compressed alone. */
  script: number;
  /** Everything asked for. An inline script counts with its page, not again. */
  total: number;
  parts: Part[];
}

/**
 * Opens the address in an empty page, calls `read` to read on in it (to scroll, say), and weighs all that was asked for.
 * Text is weighed as a host sends it at best (brotli 11), fonts and pictures as they are; headers are left out.
 */
export async function weigh(page: Page, url: string, read = async () => {}): Promise<Weight> {
  const asked = new Set<string>();
  // A data: address has come with the file that holds it.
  const note = (address: string) => address.startsWith('http') && asked.add(address);
  page.on('request', (request) => note(request.url()));
  await page.goto(url, { waitUntil: 'networkidle' });
  await read();

  // Fetched again, since the browser does not keep what it loaded ahead for later.
  const files = await Promise.all([...asked].map(fetched));
  const inline = (await inlineScripts(page)).map(
    (text, index): Part => ({
      url: `${url} script ${index + 1}`,
      kind: 'inline script',
      bytes: compressed(Buffer.from(text)),
    }),
  );
  const scripts = [...files.filter(({ kind }) => kind === 'script'), ...inline];
  return { script: sum(scripts), total: sum(files), parts: [...files, ...inline] };
}

/**
 * A widget's own weight in a folder of built scripts: the chunk of its component (`PhaseMap`) and all chunks that
 * it imports at once, but not what all pages share.
 */
export function weighWidget(folder: string, component: string): Weight {
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'));
  const own = files.filter((file) => file.startsWith(`${component}.`));
  if (own.length !== 1) throw new Error(`${folder} has ${own.length} chunks of ${component}`);
  // A set grows while it is walked: what an import imports is walked too.
  const chunks = new Set(own);
  const parts: Part[] = [];
  for (const chunk of chunks) {
    const text = readFileSync(join(folder, chunk), 'utf8');
    parts.push({ url: chunk, kind: 'script', bytes: compressed(Buffer.from(text)) });
    for (const imported of importsOf(text)) if (!SHARED.test(imported)) chunks.add(imported);
  }
  return { script: sum(parts), total: sum(parts), parts };
}

/** The files that a built script names in its import statements, and not those it may ask for later. */
function importsOf(script: string): string[] {
  return [...script.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)].flatMap(([, file]) => file ?? []);
}

async function fetched(url: string): Promise<Part> {
  const response = await fetch(url);
  const body = Buffer.from(await response.arrayBuffer());
  const type = response.headers.get('content-type') ?? '';
  if (/javascript/.test(type)) return { url, kind: 'script', bytes: compressed(body) };
  if (/^text\/|json|xml/.test(type)) return { url, kind: 'text', bytes: compressed(body) };
  return { url, kind: 'binary', bytes: body.length };
}

function inlineScripts(page: Page): Promise<string[]> {
  return page.$$eval('script:not([src])', (scripts) =>
    scripts
      .filter((script) => /^$|^module$|javascript/.test(script.getAttribute('type') ?? ''))
      .map((script) => script.textContent ?? ''),
  );
}

function compressed(body: Buffer): number {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

function sum(parts: readonly Part[]): number {
  return parts.reduce((total, { bytes }) => total + bytes, 0);
}
