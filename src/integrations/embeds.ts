import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { dealsPlugin } from './deals.ts';
import { formulaPlugin } from './formulas.ts';
import { ledgerPlugin } from './ledger.ts';
import { type WidgetFolder, widgetFolders } from './widget-folders.ts';

/**
 * One page and one script a widget folder. The pages are written out, not looped over: a page that globs
 * islands would link every widget's styles. The scripts are classic and self-contained, so that they run in
 * frames whose origin is opaque.
 */
export function embeds(): AstroIntegration {
  let root = new URL('file:///');
  return {
    name: 'embeds',
    hooks: {
      'astro:config:setup': ({ config, command, createCodegenDir, injectRoute }) => {
        root = config.root;
        const codegen = createCodegenDir();
        for (const widget of widgetFolders(root)) {
          const entrypoint = new URL(`${widget.id}.astro`, codegen);
          writeFileSync(entrypoint, pageOf(widget, command === 'dev'));
          injectRoute({ pattern: `/embed/${widget.id}`, entrypoint });
        }
      },
      'astro:build:done': async ({ dir }) => {
        const out = new URL('embed/v1/', dir);
        mkdirSync(out, { recursive: true });
        for (const widget of widgetFolders(root)) {
          writeFileSync(new URL(`${widget.id}.js`, out), await scriptOf(widget, root));
        }
      },
    },
  };
}

function pageOf({ id, component }: WidgetFolder, isDev: boolean): string {
  return `---
import EmbedLayout from '#layouts/EmbedLayout.astro';
import Widget from '#widgets/${id}/${component}';
import { spec } from '#widgets/${id}/spec.ts';
---
<EmbedLayout {spec}><Widget headingLevel={1} /></EmbedLayout>
${isDev ? `<script>\n${hydration(id, component)}</script>` : ''}`;
}

function hydration(id: string, component: string): string {
  return `import { hydrateEmbed } from '#embed/hydrate.ts';
import Widget from '#widgets/${id}/${component}';
hydrateEmbed(Widget);
`;
}

async function scriptOf({ id, component }: WidgetFolder, root: URL): Promise<string> {
  const entry = 'virtual:embed';
  const result = await build({
    configFile: false,
    root: fileURLToPath(root),
    logLevel: 'error',
    plugins: [
      {
        name: 'embed-entry',
        resolveId: (source) => (source === entry ? fileURLToPath(new URL(`src/embed/${id}.ts`, root)) : null),
        load: (source) => (source.endsWith(`src/embed/${id}.ts`) ? hydration(id, component) : null),
      },
      svelte({ configFile: fileURLToPath(new URL('svelte.config.js', root)) }),
      ledgerPlugin(),
      dealsPlugin(),
      formulaPlugin(),
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
  if (chunk?.type !== 'chunk') throw new Error(`the embed of ${id} came out without a script`);
  return chunk.code;
}
