import type { DataTable } from '../data-table.ts';
import type { DoublingPicture } from './compute.ts';

/** Every reading with what the line says of its day. */
export function tableOf({ series, used, line }: DoublingPicture): DataTable {
  const value = series.estimate === null ? 'USD billion a year' : 'million H100-equivalents';
  return {
    caption: `Dated readings of ${series.what}, and what the fitted line says of the day`,
    columns: [
      { key: 'when', label: 'when', unit: '', format: String },
      { key: 'value', label: 'reading', unit: value, format: series.format },
      { key: 'line', label: 'on the line', unit: value, format: series.format },
      { key: 'counts', label: 'fitted', unit: '', format: String },
      { key: 'says', label: 'who says so', unit: '', format: String },
      { key: 'fact', label: 'fact', unit: '', format: String },
    ],
    rows: series.readings.map((each) => ({
      when: each.when,
      value: each.value,
      line: line.at(each.year),
      counts: used.includes(each) ? 'yes' : 'left out',
      says: `${each.isOwn ? 'itself' : 'second-hand'}; ${each.confidence}`,
      fact: each.id,
    })),
  };
}
