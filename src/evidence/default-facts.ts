import { F21, F29, G02, I05 } from 'virtual:facts';
import type { Basis } from './basis.ts';

/** What the world's settings name: see `defaults.ts`. */
export const worldFacts = [G02, I05, F29, F21];

/** Why they are what they are. */
export const worldBasis = {
  doubling: {
    kind: 'sourced',
    facts: ['G02'],
    how: 'Measured growth of AI compute, rounded to the month. It is growth of supply; in the long run demand must match its slope.',
  },
  lead: {
    kind: 'sourced',
    facts: ['F29'],
    how: 'Counted from breaking ground to one gigawatt, so it is the short end of a lead time that starts with the order.',
  },
  commit: {
    kind: 'assumed',
    why: 'Nothing, until the essay introduces commitment: it shows the whole of what waiting would cost.',
  },
} as const satisfies Record<string, Basis>;
