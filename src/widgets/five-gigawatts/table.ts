import { dayName } from '#model/calendar.ts';
import type { Column, DataTable } from '../data-table.ts';
import { type FiveState, gwNumber, type Split, splitAt, tenthsOf } from './compute.ts';
import { DUE, SIGNED, TERM_END } from './deal.ts';

function basisAt(date: number): string {
  if (date === SIGNED) return 'sourced: the ceiling, and what was due';
  if (date === DUE) return 'sourced: what was due; assumed: the rest';
  return date < DUE ? 'assumed: straight to what is due' : 'assumed: an even pace';
}

/** The five gigawatts on signing day, at each new year, at the end of the term and on the reader's own date. */
export function tableOf(state: FiveState): DataTable {
  const years = Array.from({ length: Math.floor(TERM_END) - DUE + 1 }, (_, index) => DUE + index);
  const dates = new Set([SIGNED, ...years, TERM_END, Math.max(SIGNED, state.date)]);
  const rows = [...dates]
    .toSorted((a, b) => a - b)
    .map((date) => ({ date, ...splitAt(state, date), basis: basisAt(date) }));
  const column = (key: keyof Split, label: string): Column => ({
    key,
    label,
    unit: 'GW',
    // A download is exact; on the page each row adds up, as the answer does.
    format: (_, { date }) => gwNumber(tenthsOf(splitAt(state, Number(date)))[key]),
  });
  return {
    caption:
      'The five gigawatts in time. “Sourced” is from the ledger; nobody has promised the pace that is “assumed”.',
    columns: [
      { key: 'date', label: 'date', unit: 'calendar year', format: dayName },
      column('running', 'running'),
      column('building', 'being built'),
      column('paper', 'on paper'),
      { key: 'basis', label: 'basis', unit: '', format: String },
    ],
    rows,
  };
}
