import { readFileSync } from 'node:fs';
import temml from 'temml';
import type { Plugin } from 'vite';

/**
 * Equations in LaTeX, one a file: `import shortage from '#model/formulas/shortage.tex'` gives its MathML as
 * text. An equation that can't be read stops the build.
 */
export function formulaPlugin(): Plugin {
  return {
    name: 'formulas',
    load: {
      filter: { id: /\.tex$/ },
      handler(id) {
        const mathml = temml.renderToString(readFileSync(id, 'utf8').trim(), {
          displayMode: true,
          throwOnError: true,
        });
        // Pages may forbid styles in attributes; ours come from the sheet.
        const plain = mathml.replaceAll(/ (?:style|class)="[^"]*"/g, '');
        return { code: `export default ${JSON.stringify(plain)};`, moduleType: 'js' };
      },
    },
  };
}
