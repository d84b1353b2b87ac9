import type { Quantity } from '#state/quantity.ts';
import { circularitySettings } from './settings.ts';

const { share, growth } = circularitySettings;

const because = (quantity: Quantity, why: string): Quantity => ({
  ...quantity,
  evidence: { ...quantity.evidence, basis: { kind: 'assumed', why } },
});

/** The settings with why each rests where it does. */
export const reasonedSettings = {
  ...circularitySettings,
  share: because(
    share,
    'A quarter of its tenant’s revenue, the same for every contract. No tenant says what is free for one of them; a quarter is about what Amazon’s is of all that Anthropic has promised. It is generous: nothing is left for any other cost.',
  ),
  growth: because(
    growth,
    'Frozen for all, which no forecast expects: it asks what the customers there are already would carry.',
  ),
} as const;
