import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    'client:near'?: boolean;
  }
}

/** Gives islands the directive `client:near`. */
export function near(): AstroIntegration {
  return {
    name: 'near',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) => {
        addClientDirective({
          name: 'near',
          entrypoint: fileURLToPath(new URL('./client-near.ts', import.meta.url)),
        });
      },
    },
  };
}
