import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { z } from 'zod';
import { type ClassicScripts, classicScripts } from './classic-script.ts';
import { dealsPlugin } from './deals.ts';
import { formulaPlugin } from './formulas.ts';
import { ledgerPlugin } from './ledger.ts';
import { type WidgetFolder, widgetFolders } from './widget-folders.ts';

/**
 * One page and one script a widget folder, at two addresses: the newest, and the one that is given out. The pages
 * are written out, not looped over: a page that globs islands would link every widget's styles. The scripts are
 * classic, so that they run in frames whose origin is opaque.
 */
export function embeds(): AstroIntegration {
  const scripts = new Map<string, ClassicScripts>();
  let base = '/';
  return {
    name: 'embeds',
    hooks: {
      'astro:config:setup': async ({ config, command, createCodegenDir, injectRoute }) => {
        const { root } = config;
        base = config.base;
        const { version } = z
          .object({ version: z.string() })
          .parse(JSON.parse(readFileSync(new URL('package.json', root), 'utf8')));
        const hydration = hydrationOf(version);
        const codegen = createCodegenDir();
        if (command === 'build') scripts.set('embed', await hostScript(root));
        for (const widget of widgetFolders(root)) {
          // Before the pages, which name their script by what is in it.
          if (command === 'build') scripts.set(widget.id, await scriptOf(widget, root, hydration));
          const entrypoint = new URL(`${widget.id}.astro`, codegen);
          writeFileSync(entrypoint, pageOf(widget, hydration, scripts.get(widget.id)));
          for (const at of ['embed', 'embed/v1']) injectRoute({ pattern: `/${at}/${widget.id}`, entrypoint });
        }
      },
      'astro:build:done': ({ dir }) => {
        const out = new URL('embed/v1/', dir);
        mkdirSync(out, { recursive: true });
        for (const [id, { first, more, styles }] of scripts) {
          writeFileSync(new URL(`${id}.js`, out), first);
          if (more !== null) writeFileSync(new URL(`${id}.more.js`, out), more);
          if (id === 'embed') continue;
          for (const at of ['', 'v1/'])
            oneSheet(new URL(`embed/${at}${id}/index.html`, dir), { dir, base, styles });
        }
      },
    },
  };
}

/** Without a built script, as in development, the page imports its modules itself. */
function pageOf(widget: WidgetFolder, hydration: Hydration, script: ClassicScripts | undefined): string {
  const { id, component } = widget;
  return `---
import EmbedLayout from '#layouts/EmbedLayout.astro';
import Widget from '#widgets/${id}/${component}';
import { spec } from '#widgets/${id}/spec.ts';
---
<EmbedLayout {spec}${script ? ` script="${id}.js?${script.hash}"` : ''}><Widget headingLevel={1} /></EmbedLayout>
${script ? '' : `<script>\n${hydration(widget)}</script>`}`;
}

type Hydration = (widget: WidgetFolder) => string;

const hydrationOf =
  (version: string): Hydration =>
  ({ id, component }) =>
    `import { hydrateEmbed } from '#embed/hydrate.ts';
import Widget from '#widgets/${id}/${component}';
hydrateEmbed(Widget, { widget: '${id}', build: '${version}' });
`;

function scriptOf(widget: WidgetFolder, root: URL, hydration: Hydration): Promise<ClassicScripts> {
  const entry = 'virtual:embed';
  const path = fileURLToPath(new URL(`src/embed/${widget.id}.ts`, root));
  return classicScripts(root, entry, [
    {
      name: 'embed-entry',
      resolveId: (source) => (source === entry ? path : null),
      load: (source) => (source === path ? hydration(widget) : null),
    },
    drawnAtOnce(widget, root),
    {
      // Pulled in by one part of D3 that says so, though a figure has use for none of it.
      name: 'd3-without-side-effects',
      transform: {
        filter: { id: /node_modules\/d3-/ },
        handler: (code) => ({ code, moduleSideEffects: false }),
      },
    },
    svelte({ configFile: fileURLToPath(new URL('svelte.config.js', root)) }),
    ledgerPlugin(),
    dealsPlugin(),
    formulaPlugin(),
  ]);
}

/** As a widget says what the server draws with and a browser fetches when it is wanted. */
const FETCHED =
  /const (\w+) = import\.meta\.env\.SSR \? \(?await import\(('[^']+')\)(\)\.default)? : undefined;/;

/**
 * In a page of many figures that waits until a hand comes near. A frame's one figure wakes at once, and would fetch it,
 * with all else that waits, before anybody asked.
 */
function drawnAtOnce({ id, component }: WidgetFolder, root: URL): Plugin {
  const file = fileURLToPath(new URL(`src/widgets/${id}/${component}`, root));
  return {
    name: 'drawn-at-once',
    enforce: 'pre',
    transform(code, at) {
      // What ends in null, the server alone draws with: another view, which few readers turn to.
      if (at !== file || !/import\.meta\.env\.SSR \?[^:]*: undefined;/.test(code)) return null;
      if (!FETCHED.test(code))
        throw new Error(`${file} fetches what it draws with in a way that is not known here`);
      return code.replace(FETCHED, (_, name: string, path: string, isDefault?: string) =>
        isDefault ? `import ${name} from ${path};` : `import * as ${name} from ${path};`,
      );
    },
  };
}

/** What a page around our frames may load, to size them and to have `<compute-widget>`. */
function hostScript(root: URL): Promise<ClassicScripts> {
  return classicScripts(root, fileURLToPath(new URL('src/embed/host.ts', root)));
}

interface Surroundings {
  readonly dir: URL;
  readonly base: string;
  /** Of what the page's script brings later. */
  readonly styles: readonly string[];
}

/** Gives a page one style sheet in the place of several: each is a request, and a host's page may hold many frames. */
function oneSheet(page: URL, { dir, base, styles }: Surroundings): void {
  const html = readFileSync(page, 'utf8');
  const prefix = base.endsWith('/') ? base : `${base}/`;
  const links = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)">/g)];
  const linked = links.map(([, href = '']) => readFileSync(new URL(href.slice(prefix.length), dir), 'utf8'));
  // What the server drew already has its styles.
  const others = styles.filter((text) => ![html, ...linked].some((there) => there.includes(firstRule(text))));
  const css = [...linked, ...others].join('');
  const name = `_astro/embed.${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`;
  writeFileSync(new URL(name, dir), css);
  const bare = links.reduce((text, [link]) => text.replace(link, ''), html);
  writeFileSync(page, bare.replace('</head>', `<link rel="stylesheet" href="${prefix}${name}"></head>`));
}

const firstRule = (css: string) => css.slice(0, css.indexOf('}') + 1);
