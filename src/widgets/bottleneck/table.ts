import { inGigawatts } from '#state/gigawatts-a-year.ts';
import type { DataTable } from '../data-table.ts';
import { type BottleneckState, compute } from './compute.ts';
import { flowOf } from './flow.ts';
import { STAGES } from './stages.ts';
import { span } from './words.ts';

/** Both views' numbers, a row a stage. Nobody counts what consent lets through in gigawatts. */
export function tableOf(state: BottleneckState): DataTable {
  const { bars } = compute(state);
  const { pipes } = flowOf(state);
  const years = (key: string, label: string) => ({ key, label, unit: 'years', format: span });
  const rate = (key: string, label: string) => ({ key, label, unit: 'GW a year', format: inGigawatts });
  const words = (key: string, label: string) => ({ key, label, unit: '', format: String });
  return {
    caption: 'When each stage starts and is finished, and how much each can carry',
    columns: [
      words('stage', 'stage'),
      years('start', 'starts after'),
      years('lead', 'takes'),
      years('end', 'finished after'),
      years('slack', 'slack'),
      years('sooner', 'a year sooner moves the online date by'),
      rate('gw', 'carries'),
      rate('wider', 'a gigawatt more lets through'),
      words('range', 'sources say'),
    ],
    rows: bars.map(({ id, start, lead, end, slack, soonerMoves }) => {
      const pipe = pipes.find((each) => each.id === id);
      const { name, range, by } = STAGES[id];
      const said = { stage: name, range: `${range} (${by})` };
      return {
        ...said,
        start,
        lead,
        end,
        slack,
        sooner: soonerMoves,
        gw: pipe?.gw ?? '',
        wider: pipe?.widerMoves ?? '',
      };
    }),
  };
}
