import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface WidgetFolder {
  readonly id: string;
  /** Its main component, named after the folder: phase-map → PhaseMap.svelte. */
  readonly component: string;
}

/** The widget folders of a project, for steps that run before any module can be globbed. */
export function widgetFolders(root: URL): WidgetFolder[] {
  const folder = fileURLToPath(new URL('src/widgets/', root));
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name: id }) => ({ id, component: `${componentName(id)}.svelte` }));
}

/** What a widget's main component is called: `componentName('phase-map')` → "PhaseMap". */
export function componentName(id: string): string {
  return id.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
}
