import { namedWorlds } from '#evidence/worlds.ts';
import { duration, multiple } from '#model/format.ts';
import { essayWorld } from '#state/world.ts';
import type { DataTable } from '../data-table.ts';
import { compute, type PhaseState } from './compute.ts';
import { places } from './places.ts';

function isEssays({ doubling, lead, commit }: PhaseState): boolean {
  return doubling === essayWorld.doubling && lead === essayWorld.lead && commit === essayWorld.commit;
}

/** Everything that is marked on the map: the places and, where it is another, the reader's point. */
export function tableOf(state: PhaseState): DataTable {
  const { uncovered, scarcity } = compute(state);
  const own = { place: 'You', doubling: state.doubling, uncovered, scarcity, source: 'yours' };
  const marked = places.map(({ id, name, ...place }) => ({
    place: name,
    doubling: place.doubling,
    uncovered: place.uncovered,
    scarcity: place.scarcity,
    source: [...new Set(namedWorlds[id].facts.map(({ source }) => source.publisher))].join('; '),
  }));
  return {
    caption: 'What is marked on the map: scarcity is two to the uncovered lead time over the doubling time',
    columns: [
      { key: 'place', label: 'place', unit: '', format: String },
      { key: 'doubling', label: 'doubles every', unit: 'years', format: duration },
      { key: 'uncovered', label: 'uncovered', unit: 'years', format: duration },
      { key: 'scarcity', label: 'demand ÷ supply', unit: 'ratio', format: multiple },
      { key: 'source', label: 'source', unit: '', format: String },
    ],
    rows: isEssays(state) ? marked : [own, ...marked],
  };
}
