import { dollars, percent } from '#model/format.ts';
import { yearsOfGrowth } from '#model/loop.ts';
import type { DataTable } from '../data-table.ts';
import { usedOf } from './capacity.ts';
import type { LoopPicture } from './compute.ts';
import { gigawatts } from './describe.ts';

/** Whom money goes between. The last three stand for everybody else, at the picture's edges. */
export const PARTIES = ['tenant', 'vendor', 'customers', 'suppliers', 'the rest'] as const;
export type Party = (typeof PARTIES)[number];

export interface Transfer {
  readonly from: Party;
  readonly to: Party;
  readonly amount: number;
}

/** One year of a deal. Money in billions of US dollars. */
export interface Year {
  /** 1 is the first. */
  readonly year: number;
  readonly transfers: readonly Transfer[];
  readonly customers: number;
  readonly left: number;
  readonly invested: number;
  readonly paid: number;
  /** What the tenant holds for this contract at the year's end, and what of the promise is overdue. */
  readonly held: number;
  readonly overdue: number;
  /** What the vendor holds. */
  readonly vendorHolds: number;
  /** The largest share of all that is due so far that the vendor's own money, as it came, can have paid. */
  readonly ownShareToDate: number;
}

/**
 * The years of a deal one by one: what is placed comes at the start, the contingent money, the building and what is
 * due evenly. The tenant pays what is due as far as its money goes, and what is overdue as soon as it can.
 */
export function yearsOf(picture: LoopPicture): Year[] {
  const { state, years, committed, placed, contingent, building } = picture;
  const found: Year[] = [];
  let [held, overdue, vendorHolds, investedSoFar, dueSoFar] = [0, 0, 0, 0, 0];
  let before = 0;
  for (let year = 1; year <= Math.ceil(years); year++) {
    const end = Math.min(year, years);
    const length = end - before;
    const upTo = (time: number) => (time === 0 ? 0 : state.revenue * yearsOfGrowth(state.growth, time));
    const customers = upTo(end) - upTo(before);
    const left = customers * state.share;
    const invested = (before === 0 ? placed : 0) + (contingent * length) / years;
    const due = (committed * length) / years;
    const paid = Math.min(overdue + due, held + left + invested);
    const built = (building * length) / years;
    const elsewhere = Math.max(0, invested + built - paid - vendorHolds);
    held = Math.max(0, held + left + invested - paid);
    overdue = Math.max(0, overdue + due - paid);
    vendorHolds = Math.max(0, vendorHolds + paid + elsewhere - invested - built);
    investedSoFar += invested;
    dueSoFar += due;
    found.push({
      year,
      customers,
      left,
      invested,
      paid,
      held,
      overdue,
      vendorHolds,
      ownShareToDate: Math.min(1, investedSoFar / dueSoFar),
      transfers: [
        { from: 'customers', to: 'tenant', amount: customers },
        { from: 'tenant', to: 'the rest', amount: customers - left },
        { from: 'vendor', to: 'tenant', amount: invested },
        { from: 'tenant', to: 'vendor', amount: paid },
        { from: 'vendor', to: 'suppliers', amount: built },
        { from: 'the rest', to: 'vendor', amount: elsewhere },
      ],
    });
    before = end;
  }
  return found;
}

/** The books, year by year; or the capacity. */
export function tableOf(picture: LoopPicture): DataTable {
  return picture.state.view === 'money' ? booksTable(picture) : capacityTable(picture);
}

function booksTable(picture: LoopPicture): DataTable {
  const { vendor, tenant } = picture.deal;
  const unit = 'USD billion';
  const money = (key: string, label: string) => ({ key, label, unit, format: dollars });
  return {
    caption: `${vendor} and ${tenant}, year by year: the seller’s “up to”, the bills and the building spread evenly`,
    columns: [
      { key: 'year', label: 'year', unit: 'years', format: String },
      money('customers', 'customers pay'),
      money('left', 'left for this'),
      money('invested', `${vendor} puts in`),
      money('paid', `paid to ${vendor}`),
      money('held', 'held'),
      money('overdue', 'overdue'),
      { key: 'ownShareToDate', label: 'own money’s share to date, at most', unit: 'share', format: percent },
    ],
    rows: yearsOf(picture).map(({ transfers: _, vendorHolds: __, ...row }) => ({ ...row })),
  };
}

function capacityTable(picture: LoopPicture): DataTable {
  const { deal, ceiling, arrives, dated } = picture;
  const { used, freed } = usedOf(picture);
  const rows: readonly (readonly [string, number | string])[] =
    ceiling === 0
      ? [['ceiling', 'not named']]
      : [
          ['ceiling', ceiling],
          ['arrives', arrives],
          ['has a date', dated],
          ['used and paid for', used],
          ['freed', freed],
        ];
  return {
    caption: `${deal.vendor} and ${deal.tenant}: capacity`,
    columns: [
      { key: 'what', label: 'what', unit: '', format: String },
      { key: 'capacity', label: 'capacity', unit: 'GW', format: gigawatts },
    ],
    rows: rows.map(([what, capacity]) => ({ what, capacity })),
  };
}
