import type { Plugin } from 'vite';

/**
 * Lets a browser's entry export more than it was written to. A widget's settings are read by its picture, which is
 * an entry, and by what loads behind it; without this they would be a small file of their own. Astro asks for
 * "exports-only", for the sake of the server's entries.
 */
export function wholeEntries(): Plugin {
  return {
    name: 'whole-entries',
    applyToEnvironment: ({ name }) => name === 'client',
    options: (options) => ({ ...options, preserveEntrySignatures: 'allow-extension' }),
  };
}
