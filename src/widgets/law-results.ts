import overbuild from '#model/formulas/overbuild.tex';
import product from '#model/formulas/product.tex';
import shortage from '#model/formulas/shortage.tex';
import type { Computed } from './define.ts';

/** What the law computes, wherever it is shown: in widgets and in prose. */
export const lawResults = {
  scarcity: {
    means: 'how many times as much is wanted as exists, once what is signed this year has arrived',
    formula: shortage,
    from: ['doubling', 'lead', 'commit'],
  },
  overbuild: {
    means: 'how many times what is wanted there would be, had everything on order arrived and growth stopped',
    formula: overbuild,
    from: ['doubling', 'commit'],
  },
} as const satisfies Record<string, Computed>;

/** What those two come to, multiplied. */
export const productResult = {
  means: 'the shortage now, times the excess if growth stopped, however much is committed',
  formula: product,
  from: ['doubling', 'lead'],
} as const satisfies Computed;
