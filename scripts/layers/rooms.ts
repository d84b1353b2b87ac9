// What a widget is made of. Whoever shows widgets may use it too: their arrows go on through.
const parts = ['model', 'evidence', 'state', 'chart', 'controls'] as const;

/** The rooms of src/, and what each may import, as the architecture draws it: arrows point one way, down the list. */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  model: [],
  evidence: ['model'],
  state: ['model', 'evidence'],
  chart: ['model'],
  controls: ['model', 'state'],
  widgets: parts,
  prose: [...parts, 'widgets'],
  embed: [...parts, 'widgets', 'styles'],
  talk: [...parts, 'widgets', 'prose', 'styles'],
  layouts: [...parts, 'widgets', 'prose', 'styles'],
  pages: [...parts, 'widgets', 'prose', 'embed', 'talk', 'layouts', 'styles', 'integrations'],
  styles: [],
  // Build-time steps: no room imports them, the configuration does.
  integrations: [...parts, 'widgets', 'prose', 'embed', 'talk', 'layouts', 'styles'],
};

/** Files that stand in src/ itself, and what they may import. */
export const doorstep: Readonly<Record<string, readonly string[]>> = {
  'content.config.ts': parts,
  // Types only, which vanish: it names for the whole house what Astro can't know.
  'env.d.ts': Object.keys(rooms),
};

/** Modules made at build time are asked for only here. */
export const virtualReaders: readonly string[] = ['evidence', 'widgets'];

/** Rooms of code that runs at build time, where an import may be worked out. */
export const buildTime: readonly string[] = ['integrations'];
