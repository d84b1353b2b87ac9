import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { AstroIntegration } from 'astro';
import { build, type InlineConfig, type Rolldown } from 'vite';
import { dealsPlugin } from './deals.ts';
import { formulaPlugin } from './formulas.ts';
import { ledgerPlugin } from './ledger.ts';
import { widgetModules } from './widget-modules.ts';

const ENTRY = 'src/talk/entry.ts';
/** Where what it becomes stands in the site. */
const FOLDER = '_astro/talk/';

/**
 * The script of talks, which shares nothing with that of the essay, so that neither makes the other heavier; and talks
 * that need no network: each as one file in the site's root, to be opened from a stick, and a worker that keeps all
 * their pages on a machine that has seen one.
 */
export function talks(): AstroIntegration {
  let root = new URL('file:///');
  let base = '/';
  let scripts: Files = [];
  return {
    name: 'talks',
    hooks: {
      'astro:config:setup': async ({ config, command, updateConfig }) => {
        root = config.root;
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
        // Before the pages, which name it by what is in it.
        if (command === 'build') scripts = await bundle(root, { base });
        const entry = scripts.find((file) => file.type === 'chunk' && file.isEntry);
        const styles = entry?.type === 'chunk' ? [...(entry.viteMetadata?.importedCss ?? [])] : [];
        const talk = {
          // In development the page imports its modules itself.
          script: base + (entry?.fileName ?? ENTRY),
          styles: styles.map((file) => base + file),
        };
        updateConfig({
          vite: {
            define: { TALK: JSON.stringify(talk), STAGED: 'true' },
            environments: command === 'build' ? { client: { define: { STAGED: 'false' } } } : {},
          },
        });
      },
      'astro:build:done': async ({ dir }) => {
        for (const file of scripts) {
          const to = new URL(file.fileName, dir);
          mkdirSync(dirname(fileURLToPath(to)), { recursive: true });
          writeFileSync(to, file.type === 'chunk' ? file.code : file.source);
        }
        for (const id of talksIn(root)) {
          const page = readFileSync(new URL(`talk/${id}/presenter/index.html`, dir), 'utf8');
          const whole = await bundle(root, { base, only: widgetsOn(page) });
          const file = (address: string) => readFileSync(new URL(address.slice(base.length), dir));
          writeFileSync(new URL(`talk-${id}.html`, dir), oneFile(page, whole, file));
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

type Files = readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[];

/** With `only` the widgets that are named, and all in one: a file from disk may load no other. */
async function bundle(root: URL, { base, only }: { base: string; only?: readonly string[] }): Promise<Files> {
  const output: Rolldown.OutputOptions = only
    ? { format: 'iife', codeSplitting: false }
    : {
        entryFileNames: `${FOLDER}[name].[hash].js`,
        chunkFileNames: `${FOLDER}[name].[hash].js`,
        assetFileNames: `${FOLDER}[name].[hash][extname]`,
        // Few files: what a talk needs before any figure, and what figures share.
        codeSplitting: {
          groups: [
            { name: 'first', test: /node_modules\/svelte\/|src\/(state|talk)\/|preload-helper/ },
            { name: 'shared', test: /\/src\/|node_modules|virtual:/, minShareCount: 2 },
          ],
        },
      };
  const config: InlineConfig = {
    configFile: false,
    root: fileURLToPath(root),
    base,
    logLevel: 'error',
    plugins: [
      svelte({ configFile: fileURLToPath(new URL('svelte.config.js', root)) }),
      ledgerPlugin(),
      dealsPlugin(),
      formulaPlugin(),
      widgetModules(only),
    ],
    define: { STAGED: 'true' },
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: fileURLToPath(new URL(ENTRY, root)), output },
    },
  };
  const result = await build(config);
  const [built] = Array.isArray(result) ? result : [result];
  return built !== undefined && 'output' in built ? built.output : [];
}

/** The speaker's page, which can be the audience's too, with its styles, letters and script inside, and nothing left to ask for. */
function oneFile(page: string, own: Files, file: (address: string) => Buffer): string {
  const script = own.flatMap((part) => (part.type === 'chunk' ? part.code : [])).join('');
  const styles = own.flatMap((part) => (part.type === 'asset' ? String(part.source) : [])).join('');
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
      const isKept = link.includes('rel="stylesheet"') && !address.includes(FOLDER);
      return isKept ? `<style>${file(address).toString('utf8')}</style>` : '';
    })
    .replace('</head>', () => `<style>${styles}</style></head>`)
    .replaceAll(/<style\b[^>]*>[\s\S]*?<\/style>/g, letters)
    .replace('</body>', () => `<script>${script.replaceAll('</script', '<\\/script')}</script></body>`);
}

/** The worker, and the list of what it keeps: named after all it holds, so that a new build is a new list. */
function writeWorker(dir: URL, base: string): void {
  const folder = fileURLToPath(dir);
  const there = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  const read = (path: string) => readFileSync(new URL(path, dir));
  // A set grows while it is walked: what a page names may name more.
  const files = new Set(there.filter((path) => /^talk\/.*\.html$|^_astro\/talk\//.test(path)).sort());
  for (const path of files)
    for (const [, at, name = ''] of String(read(path)).matchAll(
      /(_astro\/|["'`]\.\/)([\w./-]+\.(?:css|js|woff2))/g,
    ))
      files.add(at === '_astro/' ? `_astro/${name}` : `${dirname(path)}/${name}`);
  const hash = createHash('sha256');
  for (const path of files) hash.update(path).update(read(path));
  // A page is asked for by its folder.
  const kept = [...files].map((path) => `${base}${path.replace(/index\.html$/, '')}`);
  const worker = readFileSync(new URL('./talk-worker.js', import.meta.url), 'utf8')
    .replace("'NAME'", JSON.stringify(`talks ${hash.digest('hex').slice(0, 16)}`))
    .replace("['FILES']", JSON.stringify(kept));
  writeFileSync(new URL('talk/sw.js', dir), worker);
}
