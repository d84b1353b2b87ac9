import type { Basis } from '#evidence/basis.ts';

const start: Basis = {
  kind: 'assumed',
  why: 'On the day of signing, like all the rest. In truth some work can wait, and some was begun before.',
};

/** Why each default is what it is. */
export const basis = {
  chips: {
    kind: 'sourced',
    facts: ['F03'],
    how: 'The middle of the range, to the month. It is the packaging; where wafers run short, a new fab takes longer.',
  },
  power: { kind: 'sourced', facts: ['F21'], how: 'The US average; the long end is Northern Virginia.' },
  buildings: {
    kind: 'sourced',
    facts: ['F22'],
    how: 'The middle of what most US markets need; some sites need a year.',
  },
  cooling: {
    kind: 'sourced',
    facts: ['F34'],
    how: 'The middle of the range for compressors and controls. No source here times the networking; it is assumed to take no longer.',
  },
  consent: {
    kind: 'assumed',
    why: 'None, since the usual list of four leaves it out. How long a yes takes differs from place to place, and a no has no date.',
  },
  'chips-start': start,
  'power-start': start,
  'buildings-start': start,
  'cooling-start': start,
  'chips-gw': {
    kind: 'sourced',
    facts: ['G04', 'G02'],
    how: 'Worldwide: what a stock drawing 10 GW has gained in its last year, at the growth that Epoch AI finds.',
  },
  'power-gw': {
    kind: 'sourced',
    facts: ['G25'],
    how: 'In the US: all that was switched on in 2025. That power was what held it back is assumed.',
  },
  'buildings-gw': {
    kind: 'sourced',
    facts: ['G27', 'F22'],
    how: 'In North America: what is under construction, over the time that it takes. By Sightline’s count far less is.',
  },
  'cooling-gw': {
    kind: 'assumed',
    why: 'Nobody in the ledger counts it in gigawatts; room to spare is assumed.',
  },
} as const satisfies Record<string, Basis>;
