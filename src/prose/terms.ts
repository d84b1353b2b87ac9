/** The words of the model that keep one colour everywhere, and what they mean. */
export const terms = {
  'doubling-time': {
    tone: 'demand',
    name: 'doubling time',
    means: 'How long something that grows steadily takes to become twice as much.',
  },
  'lead-time': {
    tone: 'supply',
    name: 'lead time',
    means: 'How long capacity takes from the commitment to build it to the day it is switched on.',
  },
  scarcity: {
    tone: 'gap',
    name: 'scarcity',
    means: 'Demand divided by supply, at the old price: R in the formulas.',
  },
  commitment: {
    tone: 'supply',
    name: 'commitment',
    means: 'How many years of expected growth builders order for, beyond the demand they see today.',
  },
  overbuild: {
    tone: 'supply',
    name: 'overbuild',
    means: 'Supply divided by demand, once everything on order has arrived and growth has stopped.',
  },
} as const;

export type TermId = keyof typeof terms;
