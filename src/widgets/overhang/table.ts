import { decimal, percent } from '#model/format.ts';
import type { DataTable } from '../data-table.ts';
import { HORIZON_YEARS, idleAt, type OverhangPicture, reletAt } from './compute.ts';

const STEP_YEARS = 0.5;

/** What the picture draws, by time. */
export function tableOf({ owners }: OverhangPicture): DataTable {
  const names = owners.map(
    ({ name, key, share }) => name ?? `${key === 'share' ? 'left' : 'right'}, ${percent(share)}`,
  );
  const parts = ['kept', 're-let', 'idle'] as const;
  const rows = Array.from({ length: HORIZON_YEARS / STEP_YEARS + 1 }, (_, step) => {
    const years = step * STEP_YEARS;
    const cells = owners.flatMap((owned, index) =>
      [owned.kept, reletAt(owned, years), idleAt(owned, years)].map(
        (value, part) => [`${index}-${parts[part]}`, value] as const,
      ),
    );
    return { years, ...Object.fromEntries(cells) };
  });
  return {
    caption: 'Capacity kept, re-let and idle after the stop, by years',
    columns: [
      { key: 'years', label: 'years', unit: 'years', format: (value) => decimal(value, 1) },
      ...owners.flatMap((_, index) =>
        parts.map((part) => ({
          key: `${index}-${part}`,
          label: `${names[index]}: ${part}`,
          unit: 'GW',
          format: (value: number) => decimal(value, 2),
        })),
      ),
    ],
    rows,
  };
}
