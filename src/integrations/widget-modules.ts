import { fileURLToPath, pathToFileURL } from 'node:url';
import { normalizePath, type Plugin } from 'vite';
import { type WidgetFolder, widgetFolders } from './widget-folders.ts';

const ALL = '\0virtual:widgets';
const ONE = '\0virtual:widget/';

/**
 * `import { components } from 'virtual:widgets'` gives what loads each widget's component, by id: of these (for a file
 * that must have all in it), or of every folder. Each stands behind a module of its own, since the bundler splits up
 * what is both a page's entry and loaded by others.
 */
export function widgetModules(only?: readonly string[]): Plugin {
  let folder = new URL('file:///');
  const taken = () => widgetFolders(folder).filter(({ id }) => only?.includes(id) ?? true);
  const fileOf = ({ id, component }: WidgetFolder) =>
    normalizePath(fileURLToPath(new URL(`src/widgets/${id}/${component}`, folder)));
  return {
    name: 'widget-modules',
    configResolved(config) {
      folder = pathToFileURL(`${config.root}/`);
    },
    resolveId: { filter: { id: /^virtual:widget(s$|\/)/ }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /^\0virtual:widget(s$|\/)/ },
      handler(asked) {
        if (asked === ALL) {
          const entries = taken().map(
            ({ id }) => `'${id}': async () => (await import('virtual:widget/${id}')).default`,
          );
          return `export const components = { ${entries.join(', ')} };`;
        }
        const one = taken().find(({ id }) => asked === ONE + id);
        return one && `export { default } from ${JSON.stringify(fileOf(one))};`;
      },
    },
  };
}
