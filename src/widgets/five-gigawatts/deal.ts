import { A08, A09, F22, G09, G36 } from 'virtual:figures';
import { calendarYear, isoDate } from '#model/calendar.ts';
import { months } from '#model/units.ts';

/** The day that a figure's date begins with. */
function dayIn(asOf: string): number {
  const day = calendarYear(asOf.slice(0, 10));
  if (day === null) throw new Error(`“${asOf}” begins with no day`);
  return day;
}

/** When the April 2026 deal was signed, in calendar years. */
export const SIGNED = dayIn(A08.asOf);

/** The ceiling: “up to”, in GW. */
export const CEILING_GW = A08.value;

/** What was due by a date, in GW, and the end of the year by which it was due. */
export const DUE_GW = A09.value;
export const DUE = Math.floor(dayIn(A09.asOf)) + 1;

/** From breaking ground to commissioning, in years. */
export const BUILD = { value: months(F22.value), low: months(F22.low), high: months(F22.high) };

/** The spending was promised over ten years (A07, in its words). */
const TERM_YEARS = 10;
export const TERM_END = dayIn(`${isoDate(SIGNED + TERM_YEARS)}`);

export const CELL_GW = 0.05;
export const CELLS_PER_GW = Math.round(1 / CELL_GW);

/** What ran, or was counted, apart from the five: two readings of overlapping capacity, so never added. */
interface Reading {
  readonly name: string;
  readonly gw: number;
  readonly size: string;
  /** When it was read, in calendar years. */
  readonly from: number;
  readonly when: string;
}
export const READINGS: readonly Reading[] = [
  // 478 of the 819 MW are Rainier’s, in the words of G09.
  { name: 'Project Rainier', gw: 0.478, size: '478 MW', from: dayIn(`${G09.asOf}`), when: 'mid-2025' },
  { name: 'New Carlisle', gw: G36.value, size: `${G36.value} GW`, from: dayIn(G36.asOf), when: 'June 2026' },
];

/** The last reading by a date. */
export function readingAt(date: number): Reading {
  const found = READINGS.findLast(({ from }) => from <= date) ?? READINGS[0];
  if (found === undefined) throw new Error('no reading');
  return found;
}
