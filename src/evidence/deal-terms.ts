import { deals } from 'virtual:deals';
import { dollars } from '#model/format.ts';
import type { Given } from './basis.ts';
import type { Amount, Deal } from './deal.ts';

type Term = Pick<Given, 'symbol' | 'words' | 'what'>;

const given = (term: Term, ...amounts: readonly Amount[]): Given => {
  const assumed = [...new Set(amounts.flatMap((amount) => amount.assumed ?? []))].join(' ');
  return {
    ...term,
    facts: [...new Set(amounts.flatMap(({ facts }) => facts))],
    ...(assumed !== '' && { assumed }),
  };
};

function recordOf(id: string): Deal {
  const deal = deals.find((each) => each.id === id);
  if (deal === undefined) throw new Error(`there is no deal ${id}`);
  return deal;
}

/** What the circular share of a deal is made of, with so much of the vendor's money counted; in billions. */
export function shareTerms(id: string, invested: number): Given[] {
  const { vendor, tenant, placed, contingent, committed } = recordOf(id);
  const own = invested > placed.value ? [placed, contingent] : [placed];
  return [
    given({ symbol: 'I', words: dollars(invested), what: `${vendor} puts in` }, ...own),
    given({ symbol: 'C', words: dollars(committed.value), what: `${tenant} is to buy for` }, committed),
  ];
}

/** The same of what others must bring, over the deal's term. */
export function coverTerms(id: string, invested: number): Given[] {
  const { termYears } = recordOf(id);
  const words = `${termYears.value} years`;
  return [...shareTerms(id, invested), given({ symbol: 'Y', words, what: 'The term' }, termYears)];
}
