import * as A07 from 'virtual:figure/A07';
import * as A18 from 'virtual:figure/A18';
import * as C08 from 'virtual:figure/C08';
import * as E38 from 'virtual:figure/E38';
import * as G15 from 'virtual:figure/G15';
import * as H12 from 'virtual:figure/H12';
import type { FactId } from '#evidence/fact.ts';

/** Somebody who rents out capacity, by one measure for all: its largest tenant's share of what its contracts still owe. */
export interface Owner {
  readonly id: string;
  readonly name: string;
  readonly tenant: string;
  /** To the whole per cent. */
  readonly share: number;
  readonly facts: readonly FactId[];
}

const inHundredths = (share: number) => Math.round(share * 100) / 100;

export const amazon: Owner = {
  id: 'amazon',
  name: 'Amazon',
  tenant: 'OpenAI',
  share: inHundredths(H12.value / (A18.value + A07.value)),
  facts: ['H12', 'A18', 'A07'],
};

export const google: Owner = {
  id: 'google',
  name: 'Google',
  tenant: 'Anthropic',
  share: inHundredths(C08.value / G15.value),
  facts: ['C08', 'G15'],
};

export const microsoft: Owner = {
  id: 'microsoft',
  name: 'Microsoft',
  tenant: 'OpenAI',
  share: E38.low / 100,
  facts: ['E38'],
};

export const oracle: Owner = {
  id: 'oracle',
  name: 'Oracle',
  tenant: 'OpenAI',
  share: E38.value / 100,
  facts: ['E38'],
};

/** From the least dependent on one tenant to the most. */
export const owners: readonly Owner[] = [amazon, google, microsoft, oracle];

/** Whose share this is, to the whole per cent; none where a hand has left it between. */
export function ownerWith(share: number): Owner | undefined {
  return owners.find((owner) => owner.share === share);
}
