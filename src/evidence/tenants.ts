import * as B06 from 'virtual:figure/B06';
import * as B08 from 'virtual:figure/B08';
import * as B12 from 'virtual:figure/B12';
import * as C18 from 'virtual:figure/C18';
import * as D03 from 'virtual:figure/D03';
import * as D05 from 'virtual:figure/D05';
import * as D13 from 'virtual:figure/D13';
import * as D20 from 'virtual:figure/D20';
import type { Mark } from './basis.ts';
import type { FactId } from './fact.ts';

/** What customers pay a tenant in a year, in billions of US dollars, as somebody put it at some time. */
export type RevenueReading = Mark;

/** Who buys capacity, and what is known of the money it buys with. */
export interface Tenant {
  /** Lowest first; none where the ledger has none. */
  readonly revenue: readonly RevenueReading[];
  /** The reading that the essay uses. */
  readonly essays?: RevenueReading;
  /** All that it has promised to those who sell it capacity, over whatever terms, and the facts that add up to it. */
  readonly promised?: { readonly value: number; readonly facts: readonly FactId[] };
}

const april = { fact: B06.id, value: B06.value, label: 'April' };
const march = { fact: D05.id, value: D05.value, label: 'March' };

/** By the names that `content/deals/` uses. */
const tenants: Readonly<Record<string, Tenant>> = {
  Anthropic: {
    // The lowest is contested: it takes off what cloud partners keep, by a competitor's reckoning.
    revenue: [
      { fact: B12.id, value: B12.value, label: 'net' },
      april,
      { fact: B08.id, value: B08.value, label: 'May' },
    ],
    essays: april,
    promised: { value: C18.value, facts: [C18.id] },
  },
  OpenAI: {
    revenue: [{ fact: D20.id, value: D20.value, label: 'end of 2025' }, march],
    essays: march,
    // Microsoft, Oracle and Amazon by November 2025, and what Amazon's contract grew by since.
    promised: { value: D13.value + D03.value, facts: [D13.id, D03.id] },
  },
};

/** What the ledger knows of a tenant: for most of history's, nothing. */
export function tenantOf(name: string): Tenant {
  return tenants[name] ?? { revenue: [] };
}
