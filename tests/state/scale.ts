import type { Choice } from '#state/quantity.ts';

/** A choice between two words, for tests of what settings can do. */
export const scale: Choice<'log' | 'linear'> = {
  kind: 'choice',
  key: 'scale',
  label: 'Scale',
  options: [
    { value: 'log', label: 'log' },
    { value: 'linear', label: 'linear' },
  ],
  default: 'log',
};
