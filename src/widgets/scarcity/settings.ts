import { multiple } from '#model/format.ts';
import { multipleOrNone } from '#state/multiple.ts';
import type { Choice } from '#state/quantity.ts';
import { worldSettings } from '#state/world.ts';
import type { Face } from '../define.ts';

/** Stands for no ceiling: more than anything the default picture shows. */
export const NO_CEILING = 1e6;

const scale: Choice<'log' | 'linear'> = {
  kind: 'choice',
  key: 'scale',
  label: 'Scale',
  options: [
    { value: 'log', label: 'log' },
    { value: 'linear', label: 'linear' },
  ],
  default: 'log',
};

export const scarcitySettings = {
  ...worldSettings,
  ceiling: multipleOrNone({
    key: 'ceiling',
    label: 'Demand levels off at',
    symbol: 'K',
    tone: 'demand',
    min: 2,
    max: NO_CEILING,
    evidence: { value: NO_CEILING, marks: [] },
  }),
  scale,
} as const;

export const face: Face = {
  id: 'scarcity',
  title: 'Scarcity: a fast clock meets a slow one',
  question: 'What happens when a fast clock meets a slow one?',
  bet: {
    asks: 'Your guess: how many times as much will be wanted as exists?',
    of: 'scarcity',
    options: [1.5, 2, 3, 5, 10, 30],
    format: multiple,
  },
};
