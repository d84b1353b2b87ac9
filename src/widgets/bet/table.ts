import { percent } from '#model/format.ts';
import type { DataTable } from '../data-table.ts';
import { type BetPicture, cheaperOf, costsAt, dollars } from './compute.ts';

const STEPS = 10;

/** Both lines, by belief. */
export function tableOf(picture: BetPicture): DataTable {
  const rows = Array.from({ length: STEPS + 1 }, (_, step) => {
    const belief = step / STEPS;
    const { commit, wait } = costsAt(picture, belief);
    return { belief, commit, wait, cheaper: cheaperOf({ commit, wait }) ?? 'neither' };
  });
  const unit = 'dollars for each $100 of capacity';
  return {
    caption: 'What each choice is expected to cost, by the chance that growth goes on',
    columns: [
      { key: 'belief', label: 'growth goes on', unit: 'probability', format: percent },
      { key: 'commit', label: 'cost of committing', unit, format: dollars },
      { key: 'wait', label: 'cost of waiting', unit, format: dollars },
      { key: 'cheaper', label: 'cheaper', unit: '', format: String },
    ],
    rows,
  };
}
