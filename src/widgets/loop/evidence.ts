import { deals } from 'virtual:deals';
import type { Basis } from '#evidence/basis.ts';
import { tenantOf } from '#evidence/tenants.ts';
import { dollars } from '#model/format.ts';
import type { Values } from '#state/quantity.ts';
import { dealOf, loopSettings, promisedBy } from './settings.ts';

/** What the essay's readings of a tenant's revenue are. */
const HOW: Readonly<Record<string, string>> = {
  B06: 'The company’s own run-rate a fortnight before the contract: four weeks of usage times thirteen, subscriptions times twelve, before what cloud partners keep.',
  D05: 'Two billion dollars a month, taken twelve times.',
};

function revenueBasis(tenant: string): Basis {
  const { essays } = tenantOf(tenant);
  if (essays === undefined)
    return {
      kind: 'assumed',
      why: `The ledger has no revenue of ${tenant}’s; this is the least that the figure can show.`,
    };
  return { kind: 'sourced', facts: [essays.fact], how: HOW[essays.fact] ?? '' };
}

function shareBasis(id: string): Basis {
  const deal = dealOf(id);
  const promised = promisedBy(deal);
  if (promised === null)
    return {
      kind: 'assumed',
      why: `The ledger has no other promise of ${deal.tenant}’s, so all of it is left for this one.`,
    };
  const own = deals.find((each) => each.id === id)?.committed.facts ?? [];
  const ids = [...new Set([...own, ...(tenantOf(deal.tenant).promised?.facts ?? [])])].join(', ');
  return {
    kind: 'assumed',
    why: `About what this contract is of all that ${deal.tenant} has promised: ${dollars(deal.committed)} of ${dollars(promised)} (${ids}). It is generous: nothing is left for any other cost, and contracts that end sooner ask for more each year.`,
  };
}

/** Why each quantity rests where it does in the essay's own deal. */
export const basis = {
  revenue: revenueBasis(dealOf(loopSettings.deal.default).tenant),
  growth: {
    kind: 'assumed',
    why: 'Frozen, which no forecast expects: it asks what the customers there are already would carry.',
  },
  arrives: {
    kind: 'assumed',
    why: 'All of it, since contracts name a ceiling and few dates.',
  },
  share: shareBasis(loopSettings.deal.default),
  contingent: {
    kind: 'assumed',
    why: 'All of it, so that the circle is as large as it can be. The conditions are not public.',
  },
} as const;

/** The same of what another deal brings. */
export function basisIn({ deal }: Values): Readonly<Record<string, Basis>> {
  const id = String(deal);
  return { revenue: revenueBasis(dealOf(id).tenant), share: shareBasis(id) };
}
