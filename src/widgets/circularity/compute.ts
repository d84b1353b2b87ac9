import { deals } from 'virtual:deal-figures';
import { range } from 'd3';
import type { DrawnDeal } from '#evidence/deal.ts';
import { type Tenant, tenantOf } from '#evidence/tenants.ts';
import { isEnough, loopBooks, yearsOfGrowth } from '#model/loop.ts';
import type { StateOf } from '#state/quantity.ts';
import { ALL, type circularitySettings, isCurrent, slugOf } from './settings.ts';

export type CircularityState = StateOf<typeof circularitySettings>;

/** Where a contract stands with so much of the vendor's money paid. */
export interface Place {
  readonly circularShare: number;
  /** All of the tenant's revenue over the term, against what its customers must bring. */
  readonly coverage: number;
}

/** What of a contract can be known only with its tenant's revenue. */
export interface Covered {
  /** A year, at the start; in billions of US dollars. */
  readonly revenue: number;
  /** The same as it was where it was lowest and highest. */
  readonly lowest: number;
  readonly highest: number;
  /** From what is paid so far to all that may be paid. */
  readonly curve: readonly Place[];
  readonly paid: Place;
  readonly ceiling: Place;
  /** Where the dot is, or would be, at the lowest and the highest revenue. */
  readonly low: number;
  readonly high: number;
  /** Growth at which the line runs through the ring; null where none does it. */
  readonly breakEven: number | null;
}

/** Money in billions of US dollars. */
export interface Contract {
  readonly deal: DrawnDeal;
  readonly id: string;
  readonly name: string;
  readonly paidShare: number;
  readonly ceilingShare: number;
  /** Signed, and of today; and among those the reader asked for. */
  readonly counts: boolean;
  readonly isAsked: boolean;
  /** How many years of the first year's revenue the term comes to. */
  readonly multiple: number;
  /** None where the ledger has no revenue. */
  readonly covered: Covered | null;
}

export type Known = Contract & { readonly covered: Covered };

export interface CircularityPicture {
  readonly state: CircularityState;
  /** Least covered first; those whose cover is not known last. */
  readonly contracts: readonly Contract[];
  /** What counts of what was asked for, least covered first. */
  readonly counted: readonly Known[];
  /** The contract that is read out unless the reader points at another. */
  readonly picked: Contract;
  /** Pairs that count and are not equally circular; and those where the more circular is the less covered. */
  readonly pairs: number;
  readonly agreeing: number;
  /** How many of those that count are above the line if all that may be paid is. */
  readonly enough: number;
  /** Where the line is. */
  readonly line: number;
}

const CURVE_STEPS = 10;

export const isKnown = (contract: Contract): contract is Known => contract.covered !== null;

export function compute(state: CircularityState): CircularityPicture {
  const contracts = deals.map((deal) => contractAt(deal, state)).sort((a, b) => ceilingOf(a) - ceilingOf(b));
  const counted = contracts.filter(isKnown).filter(({ counts, isAsked }) => counts && isAsked);
  const [first = contracts[0]] = counted;
  if (first === undefined) throw new Error('there is no contract');
  const apart = counted.flatMap((one, index) =>
    counted
      .slice(index + 1)
      .flatMap((other) => (one.ceilingShare === other.ceilingShare ? [] : [[one, other] as const])),
  );
  return {
    state,
    contracts,
    counted,
    picked: contracts.find(({ id, isAsked }) => isAsked && id === state.deal) ?? first,
    pairs: apart.length,
    agreeing: apart.filter(
      ([less, more]) => less.ceilingShare > more.ceilingShare && ceilingOf(less) < ceilingOf(more),
    ).length,
    enough: counted.filter(({ covered }) => isEnough(covered.ceiling, state.share)).length,
    line: 1 / state.share,
  };
}

const ceilingOf = ({ covered }: Contract) => covered?.ceiling.coverage ?? Infinity;

function contractAt(deal: DrawnDeal, state: CircularityState): Contract {
  const { id, vendor, tenant, placed, contingent, committed } = deal;
  return {
    deal,
    id,
    name: `${vendor}–${tenant}`,
    paidShare: Math.min(1, placed / committed),
    ceilingShare: Math.min(1, (placed + contingent) / committed),
    counts: isCurrent(deal),
    isAsked: state.whose === ALL || [vendor, tenant].some((company) => slugOf(company) === state.whose),
    multiple: yearsOfGrowth(state.growth, deal.years),
    covered: coveredAt(deal, state),
  };
}

function coveredAt(deal: DrawnDeal, state: CircularityState): Covered | null {
  const readings = revenuesOf(tenantOf(deal.tenant));
  if (readings === null) return null;
  const { placed, contingent } = deal;
  const revenue = readings[state.revenue];
  const books = (invested: number, outsideShare = 1) =>
    loopBooks({
      invested,
      committed: deal.committed,
      termYears: deal.years,
      outsideRevenue: revenue,
      outsideGrowth: state.growth,
      outsideShare,
    });
  const paid = books(placed);
  const ceiling = books(placed + contingent);
  // Cover is in proportion to revenue.
  const each = (deal.status === 'never signed' ? ceiling : paid).coverage / revenue;
  return {
    revenue,
    lowest: readings.lowest,
    highest: readings.highest,
    curve: range(CURVE_STEPS + 1).map((step) => books(placed + (contingent * step) / CURVE_STEPS)),
    paid,
    ceiling,
    low: each * readings.lowest,
    high: each * readings.highest,
    breakEven: books(placed + contingent, state.share).breakEvenGrowth,
  };
}

type Readings = Readonly<Record<CircularityState['revenue'], number>>;

function revenuesOf({ revenue, essays }: Tenant): Readings | null {
  if (essays === undefined) return null;
  const values = revenue.map(({ value }) => value);
  return { lowest: Math.min(...values), spring: essays.value, highest: Math.max(...values) };
}
