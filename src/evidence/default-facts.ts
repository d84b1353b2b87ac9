import { F21, F29, G02, I05 } from 'virtual:facts';

/** What the world's settings name: see `defaults.ts`. */
export const worldFacts = [G02, I05, F29, F21];
