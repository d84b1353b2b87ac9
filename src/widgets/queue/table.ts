import { G31, G32, G33, G34 } from 'virtual:figures';
import { rentEvidence } from '#evidence/prices.ts';
import { decimal, duration, multiple } from '#model/format.ts';
import type { DataTable } from '../data-table.ts';
import type { QueuePicture } from './compute.ts';
import { lateness, ordinal } from './describe.ts';
import { computePrices, type PricesPicture } from './prices.ts';
import { dollars, NEED_YEAR } from './settings.ts';

/** The line by date of signing. */
export function tableOf({ state, lateAt }: QueuePicture): DataTable {
  const steps = Array.from({ length: 2 * NEED_YEAR + 1 }, (_, half) => half / 2);
  return {
    caption: `What signing earlier buys whoever needs capacity in year ${NEED_YEAR}`,
    columns: [
      {
        key: 'advance',
        label: 'signs before need',
        unit: 'years',
        format: (value) => (value === 0 ? 'on the day' : duration(value)),
      },
      { key: 'place', label: 'place in line', unit: 'multiples of year 0', format: ordinal },
      { key: 'late', label: 'late', unit: 'years', format: (value) => lateness(value) },
    ],
    rows: steps.map((advance) => ({
      advance,
      place: 2 ** ((NEED_YEAR - advance + state.others) / state.doubling),
      late: lateAt(advance) ?? lateness(null),
    })),
  };
}

/** What each of the known prices would say, and the reader’s. */
export function pricesTable(picture: PricesPicture): DataTable {
  const { state } = picture;
  const known = [G32, G31, G34, G33].map(({ id, value, asOf }) => ({
    what: `${rentEvidence.marks.find(({ fact }) => fact === id)?.label}, ${asOf}`,
    rent: value,
  }));
  const isKnown = known.some(({ rent }) => rent === state.rent);
  return {
    caption: 'What each price of an H100-hour would say, if the low was balance',
    columns: [
      { key: 'what', label: 'price', unit: '', format: String },
      { key: 'rent', label: 'rent', unit: 'USD per GPU-hour', format: dollars },
      { key: 'implied', label: 'demand ÷ supply', unit: 'ratio', format: multiple },
      { key: 'covered', label: 'covered', unit: 'years', format: (value) => decimal(value, 1) },
      { key: 'risk', label: 'too much if growth stops', unit: 'ratio', format: multiple },
    ],
    rows: [...(isKnown ? [] : [{ what: 'set here', rent: state.rent }]), ...known].map(({ what, rent }) => {
      const { implied, covered, risk } = computePrices({ ...state, rent });
      return { what, rent, implied, covered, risk };
    }),
  };
}
