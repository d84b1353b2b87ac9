import { fileURLToPath, pathToFileURL } from 'node:url';
import { normalizePath, type Plugin } from 'vite';
import { widgetFolders } from './widget-folders.ts';

const NAME = 'virtual:widgets';

/**
 * `import { components } from 'virtual:widgets'` gives what loads each widget's component, by id: of these (for a file
 * that must have all in it), or of every folder.
 */
export function widgetModules(only?: readonly string[]): Plugin {
  let root = process.cwd();
  return {
    name: 'widget-modules',
    configResolved(config) {
      root = config.root;
    },
    resolveId: { filter: { id: /^virtual:widgets$/ }, handler: () => `\0${NAME}` },
    load: {
      filter: { id: /^\0virtual:widgets$/ },
      handler() {
        const folder = pathToFileURL(`${root}/`);
        const entries = widgetFolders(folder)
          .filter(({ id }) => only === undefined || only.includes(id))
          .map(({ id, component }) => {
            const file = normalizePath(fileURLToPath(new URL(`src/widgets/${id}/${component}`, folder)));
            return `${JSON.stringify(id)}: async () => (await import(${JSON.stringify(file)})).default`;
          });
        return `export const components = { ${entries.join(', ')} };`;
      },
    },
  };
}
