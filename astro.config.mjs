import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import svelte from '@astrojs/svelte';
import rehypeMathml from '@daiji256/rehype-mathml';
import { defineConfig } from 'astro/config';
import rehypeAutolinkHeadings from 'rehype-autolink-headings';
import rehypeSlug from 'rehype-slug';
import remarkMath from 'remark-math';
import { embeds } from './src/integrations/embeds.ts';
import { figures } from './src/integrations/figures.ts';
import { fonts } from './src/integrations/fonts.ts';
import { formulaPlugin } from './src/integrations/formulas.ts';
import { headers } from './src/integrations/headers.ts';
import { ledger } from './src/integrations/ledger.ts';
import { modelModule } from './src/integrations/model-module.ts';
import { near } from './src/integrations/near.ts';
import { rehypePlainMath } from './src/integrations/rehype-plain-math.ts';
import { remarkCitations } from './src/integrations/remark-citations.ts';
import { remarkTalks } from './src/integrations/remark-talks.ts';
import { talks } from './src/integrations/talks.ts';
import { trials } from './src/integrations/trials.ts';
import { wholeEntries } from './src/integrations/whole-entries.ts';
import { widgetModules } from './src/integrations/widget-modules.ts';

const site = process.env.SITE_URL ?? 'http://localhost:4321';
if (process.env.SITE_URL === undefined)
  console.info(`SITE_URL is not set: absolute addresses assume ${site}`);

export default defineConfig({
  site,
  base: process.env.BASE_PATH ?? '/',
  integrations: [
    fonts(),
    ledger(),
    mdx(),
    svelte(),
    embeds(),
    figures(),
    modelModule(),
    near(),
    trials(),
    talks(),
    headers(),
  ],
  markdown: {
    processor: unified({
      remarkPlugins: [remarkMath, remarkCitations, remarkTalks],
      rehypePlugins: [
        rehypeMathml,
        rehypePlainMath,
        rehypeSlug,
        [rehypeAutolinkHeadings, { behavior: 'wrap' }],
      ],
    }),
  },
  devToolbar: { enabled: false },
  vite: {
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              // What figures share travels as one file: ten small ones compress worse than one. A widget's own
              // folder is no part of it, nor is what only opens.
              codeSplitting: {
                groups: [
                  {
                    name: 'shared',
                    test: /node_modules\/svelte\/|src\/(model|state|chart|controls)\/(?!formulas)|virtual:figure\/|src\/widgets\/(?!opened|Guess|define|law-results)[^/]+$/,
                    minShareCount: 2,
                  },
                  // So does what figures share of what only opens: facts in words, equations.
                  {
                    name: 'facts',
                    test: /virtual:fact\/|src\/(evidence\/(basis|default-facts)|widgets\/(define|law-results)|model\/formulas\/)/,
                    minShareCount: 2,
                  },
                ],
              },
            },
          },
        },
      },
    },
    plugins: [formulaPlugin(), wholeEntries(), widgetModules()],
    build: {
      rolldownOptions: {
        // Astro marks MDX modules with a directive of its own, which the bundler need not keep.
        onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
      },
    },
  },
});
