import { ascending, descending } from 'd3';
import type { Row } from './data-table.ts';

/** What can't be compared: a cell that is empty, and words in a column of numbers. */
function isApart(value: Row[string] | undefined, among: readonly Row[], key: string): boolean {
  return (
    value === undefined ||
    value === '' ||
    (typeof value === 'string' && among.some((row) => typeof row[key] === 'number'))
  );
}

/** The rows by one of their columns, those without a value to compare last, whichever way. */
export function sortRows(rows: readonly Row[], key: string, up: boolean): Row[] {
  const apart = (row: Row) => isApart(row[key], rows, key);
  const compared = rows
    .filter((row) => !apart(row))
    .sort((a, b) => (up ? ascending : descending)(a[key], b[key]));
  return [...compared, ...rows.filter(apart)];
}
