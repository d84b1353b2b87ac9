import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { generateDtsBundle } from 'dts-bundle-generator';
import { build } from 'vite';

/** Publishes the model as one readable module with its types: `/model/v1.js` and `/model/v1.d.ts`. */
export function modelModule(): AstroIntegration {
  let entry = '';
  return {
    name: 'model-module',
    hooks: {
      'astro:config:done': ({ config }) => {
        entry = fileURLToPath(new URL('src/model/v1.ts', config.root));
      },
      'astro:build:done': async ({ dir }) => {
        const out = new URL('model/', dir);
        mkdirSync(out, { recursive: true });
        await build({
          configFile: false,
          logLevel: 'error',
          publicDir: false,
          build: {
            outDir: fileURLToPath(out),
            emptyOutDir: false,
            target: 'es2022',
            minify: false,
            lib: { entry, formats: ['es'], fileName: () => 'v1.js' },
          },
        });
        const [types = ''] = generateDtsBundle([{ filePath: entry, output: { noBanner: true } }], {
          preferredConfigPath: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)),
        });
        writeFileSync(new URL('v1.d.ts', out), types);
      },
    },
  };
}
