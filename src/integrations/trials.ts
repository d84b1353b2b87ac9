import { readdirSync } from 'node:fs';
import type { AstroIntegration } from 'astro';

/**
 * Adds the pages that exist only to be tested, at `/trials/<name>`: arrangements that the essay may come to
 * but does not have yet. They are built where TRIALS=1 says so, and never into the site that is published.
 */
export function trials(): AstroIntegration {
  return {
    name: 'trials',
    hooks: {
      'astro:config:setup': ({ config, injectRoute }) => {
        if (process.env.TRIALS !== '1') return;
        const folder = new URL('tests/e2e/trials/', config.root);
        for (const file of readdirSync(folder).filter((name) => name.endsWith('.astro'))) {
          injectRoute({
            pattern: `/trials/${file.replace(/\.astro$/, '')}`,
            entrypoint: new URL(file, folder),
          });
        }
      },
    },
  };
}
