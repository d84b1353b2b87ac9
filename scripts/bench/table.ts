/** One measured thing and the most it may be. */
export interface Row {
  name: string;
  value: number;
  bar: number;
  unit: 'kB' | 'ms' | '';
}

export function table(rows: readonly Row[]): string {
  const lines = rows.map(({ name, value, bar, unit }) => [
    name,
    `${Number(value.toFixed(3))} ${unit}`.trim(),
    `${bar} ${unit}`.trim(),
    value <= bar ? 'ok' : 'over',
  ]);
  const all = [['', 'value', 'bar', ''], ...lines];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    column === 1 || column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
  return all.map((cells) => cells.map(pad).join('  ').trimEnd()).join('\n');
}
