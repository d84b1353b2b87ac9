import type { Spec } from './define.ts';

/** Every widget, from the folders beside this file. A folder added is a widget added; a folder deleted is gone. */
const found = import.meta.glob<{ spec: Spec }>('./*/spec.ts', { eager: true });

export const widgets: readonly Spec[] = Object.entries(found)
  .map(([path, { spec }]) => {
    if (path !== `./${spec.id}/spec.ts`) throw new Error(`${path} calls its widget “${spec.id}”`);
    return spec;
  })
  .sort((a, b) => a.id.localeCompare(b.id));
