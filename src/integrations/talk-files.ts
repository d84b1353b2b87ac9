import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { dealsPlugin } from './deals.ts';
import { formulaPlugin } from './formulas.ts';
import { ledgerPlugin } from './ledger.ts';
import { widgetModules } from './widget-modules.ts';

/**
 * Makes talks that need no network: each as one file in the site's root, to be opened from a stick, and a worker that
 * keeps all their pages on a machine that has seen one.
 */
export function talkFiles(): AstroIntegration {
  let root = new URL('file:///');
  let base = '/';
  return {
    name: 'talk-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.root;
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': async ({ dir }) => {
        for (const id of talksIn(root)) {
          const page = readFileSync(new URL(`talk/${id}/presenter/index.html`, dir), 'utf8');
          const script = await scriptOf(id, widgetsOn(page), root);
          const file = (address: string) => readFileSync(new URL(address.slice(base.length), dir));
          writeFileSync(new URL(`talk-${id}.html`, dir), oneFile(page, script, file));
        }
        writeWorker(dir, base);
      },
    },
  };
}

function talksIn(root: URL): string[] {
  const folder = new URL('content/talks/', root);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) =>
    name.endsWith('.mdx') ? [name.slice(0, -'.mdx'.length)] : [],
  );
}

/** The widgets that a talk's own data names. */
function widgetsOn(page: string): string[] {
  return [...new Set([...page.matchAll(/"widget":"([^"]+)"/g)].flatMap(([, id]) => id ?? []))];
}

/** All script of a talk as one: a file from disk may load no other. */
async function scriptOf(id: string, widgets: readonly string[], root: URL): Promise<string> {
  const entry = 'virtual:talk';
  const path = fileURLToPath(new URL(`src/talk/${id}.entry.ts`, root));
  const result = await build({
    configFile: false,
    root: fileURLToPath(root),
    logLevel: 'error',
    plugins: [
      {
        name: 'talk-entry',
        resolveId: (source) => (source === entry ? path : null),
        load: (source) =>
          source === path
            ? "import { startTalk } from '#talk/start.ts';\nimport { components } from '#widgets/components.ts';\nvoid startTalk(components);"
            : null,
      },
      svelte({ configFile: fileURLToPath(new URL('svelte.config.js', root)) }),
      ledgerPlugin(),
      dealsPlugin(),
      formulaPlugin(),
      widgetModules(widgets),
    ],
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: entry, output: { format: 'iife', codeSplitting: false } },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  const chunk =
    bundle !== undefined && 'output' in bundle
      ? bundle.output.find((file) => file.type === 'chunk')
      : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`the talk ${id} came out without a script`);
  return chunk.code;
}

/** The speaker's page, which can be the audience's too, with its styles, letters and script inside, and nothing left to ask for. */
function oneFile(page: string, script: string, file: (address: string) => Buffer): string {
  const letters = (css: string) =>
    css.replaceAll(
      /url\((["']?)([^"')]+\.woff2)\1\)/g,
      (_, __, address: string) => `url(data:font/woff2;base64,${file(address).toString('base64')})`,
    );
  return page
    .replace('<html ', '<html data-file ')
    .replace('data-window="presenter"', 'data-window="audience"')
    .replaceAll(/<noscript>[\s\S]*?<\/noscript>/g, '')
    .replaceAll(/<script\b[^>]*\bsrc=[^>]*><\/script>/g, '')
    .replaceAll(/<link\b[^>]*>/g, (link) => {
      const [, address = ''] = /\bhref="([^"]+)"/.exec(link) ?? [];
      return link.includes('rel="stylesheet"') ? `<style>${file(address).toString('utf8')}</style>` : '';
    })
    .replaceAll(/<style\b[^>]*>[\s\S]*?<\/style>/g, letters)
    .replace('</body>', () => `<script>${script.replaceAll('</script', '<\\/script')}</script></body>`);
}

/** The worker, and the list of what it keeps: named after all it holds, so that a new build is a new list. */
function writeWorker(dir: URL, base: string): void {
  const folder = fileURLToPath(dir);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^talk\/.*\.html$|^_astro\/.*\.(css|js|woff2)$/.test(path))
    .sort();
  const hash = createHash('sha256');
  for (const path of files) hash.update(path).update(readFileSync(new URL(path, dir)));
  // A page is asked for by its folder.
  const kept = files.map((path) => `${base}${path.replace(/index\.html$/, '')}`);
  const worker = readFileSync(new URL('./talk-worker.js', import.meta.url), 'utf8')
    .replace("'NAME'", JSON.stringify(`talks ${hash.digest('hex').slice(0, 16)}`))
    .replace("['FILES']", JSON.stringify(kept));
  writeFileSync(new URL('talk/sw.js', dir), worker);
}
