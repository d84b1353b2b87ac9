import { multiple } from '#model/format.ts';
import { worldSettings } from '#state/world.ts';
import type { DataTable } from '../data-table.ts';
import { compute, type SplitState } from './compute.ts';

const SHARES = [0, 0.25, 0.5, 0.75, 1];

/** The ruler cut at each quarter, and where the reader cut it. */
export function tableOf(state: SplitState): DataTable {
  const cuts = new Set([...SHARES.map((share) => share * state.lead), state.commit]);
  const unit = 'ratio';
  return {
    caption: 'Shortage and overbuild by what is committed ahead, and what they come to, multiplied',
    columns: [
      { key: 'commit', label: 'committed ahead', unit: 'years', format: worldSettings.commit.format },
      { key: 'scarcity', label: 'shortage if growth goes on', unit, format: multiple },
      { key: 'overbuild', label: 'overbuild if growth stops', unit, format: multiple },
      { key: 'product', label: 'multiplied', unit, format: multiple },
    ],
    rows: [...cuts]
      .sort((a, b) => a - b)
      .map((commit) => {
        const { scarcity, overbuild, product } = compute({ ...state, commit });
        return { commit, scarcity, overbuild, product };
      }),
  };
}
