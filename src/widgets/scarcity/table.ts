import { multiple, yearNumber } from '#model/format.ts';
import type { DataTable } from '../data-table.ts';
import { type ScarcityPicture, sampleAt } from './compute.ts';

/** Rows for the table: every year or so that the picture shows, and the years it speaks of. */
export function rowsOf({
  series,
  axes,
  state,
  peakYear,
  lawYear,
  catchUpYear,
}: ScarcityPicture): { year: number; demand: number; supply: number; scarcity: number }[] {
  const step = axes.years <= 3 ? 0.5 : axes.years <= 12 ? 1 : 5;
  const regular = Array.from({ length: Math.floor(axes.years / step) + 1 }, (_, index) => index * step);
  const spokenOf = [state.lead, peakYear, lawYear, catchUpYear ?? 0].filter((year) => year <= axes.years);
  const years = [...new Set([...regular, ...spokenOf])].sort((a, b) => a - b);
  return years.map((year) => ({ year, ...sampleAt(series, year) }));
}

/** What the picture draws, by year. */
export function tableOf(picture: ScarcityPicture): DataTable {
  const unit = 'multiples of the start';
  return {
    caption: 'Demand and supply in multiples of the start, by years since demand sped up',
    columns: [
      { key: 'year', label: 'year', unit: 'years', format: yearNumber },
      { key: 'demand', label: 'demand', unit, format: multiple },
      { key: 'supply', label: 'supply', unit, format: multiple },
      { key: 'scarcity', label: 'demand ÷ supply', unit: 'ratio', format: multiple },
    ],
    rows: rowsOf(picture),
  };
}
