import { dollars, percent } from '#model/format.ts';
import type { DataTable } from '../data-table.ts';
import { yearsOf } from './books.ts';
import type { LoopPicture } from './compute.ts';
import { gigawatts } from './describe.ts';

/** The books, year by year; or the capacity. */
export function tableOf(picture: LoopPicture): DataTable {
  return picture.state.view === 'money' ? booksTable(picture) : capacityTable(picture);
}

function booksTable(picture: LoopPicture): DataTable {
  const { vendor, tenant } = picture.deal;
  const unit = 'USD billion';
  const money = (key: string, label: string) => ({ key, label, unit, format: dollars });
  return {
    caption: `${vendor} and ${tenant}, year by year: the vendor’s “up to”, the bills and the building spread evenly`,
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

function capacityTable({ deal, ceiling, arrives, dated, used, freed }: LoopPicture): DataTable {
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
