import { shortMonth } from '#model/calendar.ts';
import { dateCodec } from './calendar.ts';
import type { Quantity } from './quantity.ts';

/** A moment at which something was read. */
export interface Dated {
  /** In calendar years. */
  readonly year: number;
  /** As readers see it: "6 April 2026", "August 2025". */
  readonly when: string;
}

type ReadingDateSpec = Pick<Quantity, 'key' | 'label' | 'tone' | 'evidence' | 'within'> & {
  /** Oldest first; at least one. */
  dates: readonly Dated[];
};

/** A quantity that is the date of one of several readings: hands, keys and forms can leave it nowhere else. */
export function readingDate({ dates, ...spec }: ReadingDateSpec): Quantity {
  const years = dates.map(({ year }) => year);
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) throw new Error(`${spec.key} has no dates to choose from`);
  return {
    kind: 'quantity',
    unit: 'calendar year',
    scale: 'linear',
    ...spec,
    min: first,
    max: last,
    default: spec.evidence.value,
    stops: years,
    snap: (value) => nearestOf(years, value),
    format: (value) => dates[years.indexOf(nearestOf(years, value))]?.when ?? '',
    short: shortMonth,
    codec: dateCodec,
  };
}

/** The one of several numbers that is nearest to another; the number itself where there is none. */
export function nearestOf(numbers: readonly number[], to: number): number {
  return numbers.reduce(
    (best, each) => (Math.abs(each - to) < Math.abs(best - to) ? each : best),
    numbers[0] ?? to,
  );
}
