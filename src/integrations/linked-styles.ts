import type { Plugin } from 'vite';

/**
 * A page links the styles of all that its server drew, and Astro then leaves out the browser's own copies; code that
 * loads later still asks for those. Here it asks for them no more.
 */
export function linkedStyles(): Plugin {
  return {
    name: 'linked-styles',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          // The list is read by index, so a place in it is filled with what is loaded anyway.
          chunk.code = chunk.code.replaceAll(/"(_astro\/[^"]+\.css)"/g, (whole, file: string) =>
            file in bundle ? whole : JSON.stringify(chunk.fileName),
          );
        }
      },
    },
  };
}
