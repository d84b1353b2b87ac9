import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

const found = import.meta.glob<{ default: AstroComponentFactory }>('./*/island.astro', { eager: true });

/** Every widget as an island of a page, by id. */
export const islands: Readonly<Record<string, AstroComponentFactory>> = Object.fromEntries(
  Object.entries(found).map(([path, { default: island }]) => [path.split('/')[1] ?? path, island]),
);
