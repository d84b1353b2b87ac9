import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { dealsPlugin } from './src/integrations/deals.ts';
import { formulaPlugin } from './src/integrations/formulas.ts';
import { ledgerPlugin } from './src/integrations/ledger.ts';
import { widgetModules } from './src/integrations/widget-modules.ts';

const BROWSER_SIDE = 'tests/{state,controls,embed}/**/*.test.ts';

export default defineConfig({
  define: { STAGED: 'true' },
  plugins: [svelte(), ledgerPlugin(), dealsPlugin(), formulaPlugin(), widgetModules()],
  test: {
    environment: 'node',
    // A guard against hanging, far above what any test needs: none is about time.
    testTimeout: 60_000,
    projects: [
      {
        // State lives in the browser only: it is tested on Svelte's client runtime, still without a DOM.
        extends: true,
        environments: {
          ssr: { consumer: 'client', resolve: { conditions: ['browser'], noExternal: ['svelte'] } },
        },
        test: { name: 'client', include: [BROWSER_SIDE] },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
          exclude: [BROWSER_SIDE],
        },
      },
    ],
  },
});
