import { throughput } from '#model/stages.ts';
import { inGigawatts } from '#state/gigawatts-a-year.ts';
import type { Part } from '../sentence.ts';
import { type BottleneckState, undusted } from './compute.ts';
import { cameOf, changedAmong, named, onlineAfter, strong, type Told, yours } from './describe.ts';
import { rateKey, bottleneckSettings as settings } from './settings.ts';
import { STAGES, WORK, type WorkId } from './stages.ts';
import { listed } from './words.ts';

/** A stage as a pipe, in GW a year. */
export interface Pipe {
  readonly id: WorkId;
  readonly gw: number;
  readonly binds: boolean;
  /** With a gigawatt a year more, or as much more as can be set. */
  readonly widerGw: number;
  readonly widerMoves: number;
}

export interface Flow {
  readonly pipes: readonly Pipe[];
  readonly gwPerYear: number;
  readonly narrowest: readonly WorkId[];
  /** What would be narrowest if the narrowest were as wide as one likes; null where all are. */
  readonly next: { readonly ids: readonly WorkId[]; readonly gwPerYear: number } | null;
}

const STEP_GW = 1;

/** What gets through, and where it is held up. */
export function flowOf(state: BottleneckState): Flow {
  const through = (ids: readonly WorkId[], changes: Partial<BottleneckState> = {}) => {
    const now = { ...state, ...changes };
    const { gwPerYear, binding } = throughput(ids.map((id) => ({ id, gwPerYear: now[rateKey(id)] })));
    return { gwPerYear, ids: ids.filter((id) => binding.includes(id)) };
  };
  const { gwPerYear, ids: narrowest } = through(WORK);
  const wider = WORK.filter((id) => !narrowest.includes(id));
  return {
    pipes: WORK.map((id) => {
      const gw = state[rateKey(id)];
      const widerGw = Math.min(gw + STEP_GW, settings[rateKey(id)].max);
      const widerMoves = undusted(through(WORK, { [rateKey(id)]: widerGw }).gwPerYear - gwPerYear);
      return { id, gw, binds: narrowest.includes(id), widerGw, widerMoves };
    }),
    gwPerYear,
    narrowest,
    next: wider.length === 0 ? null : through(wider),
  };
}

const rateWords = (gigawatts: number) => `${inGigawatts(gigawatts)} a year`;

function throughWhat({ narrowest, gwPerYear, next }: Flow): Part[] {
  const through: Part = { ...strong(rateWords(gwPerYear)), result: 'throughput', value: gwPerYear };
  if (next === null) return ['No single one: all four carry ', through, '. '];
  return [
    ...named(narrowest, true),
    narrowest.length > 1 ? ' together: only ' : ': only ',
    through,
    ` gets through, though the others could carry ${rateWords(next.gwPerYear)} or more. `,
  ];
}

/** The words of the second view. */
export const flowTold: Told = {
  answer({ state }, essay) {
    const flow = flowOf(state);
    const { gwPerYear, next } = flow;
    const [key, ...others] = changedAmong(WORK.map(rateKey), state, essay.state);
    if (key === undefined)
      return [
        ...throughWhat(flow),
        `Widen it by more than ${inGigawatts((next?.gwPerYear ?? 0) - gwPerYear)}, and `,
        ...named(next?.ids ?? []),
        ' will be the narrowest.',
      ];
    const moved = gwPerYear - flowOf(essay.state).gwPerYear;
    const by = state[key] - essay.state[key];
    const done = [
      `You ${by < 0 ? 'narrowed' : 'widened'} the `,
      ...named(WORK.filter((id) => rateKey(id) === key)),
      ' by ',
      yours(inGigawatts(Math.abs(by))),
    ];
    return [
      ...throughWhat(flow),
      ...cameOf(done, others.length > 0, moved, 'what gets through moved by ', [
        yours(`${rateWords(Math.abs(moved))} ${moved < 0 ? 'less' : 'more'}`),
        ' gets through',
      ]),
    ];
  },

  description({ state }) {
    const { pipes, gwPerYear } = flowOf(state);
    const widths = pipes.map(({ id, gw }) => `${STAGES[id].short} ${rateWords(gw)}`);
    return `Four pipes in a row, as high as what they can carry: ${listed(widths)}. Through them all runs a stream as high as the narrowest, ${rateWords(gwPerYear)}.`;
  },

  caption: ({ online, binding }) => [
    'Chips are counted worldwide, power in the US, buildings in North America; cooling is assumed, and no source here counts consent in gigawatts. In time: ',
    onlineAfter(online),
    `, set by ${listed(binding.map((id) => STAGES[id].short))}.`,
  ],

  asks: 'A gigawatt a year wider, each lets through',
  steps({ state }) {
    const { pipes, gwPerYear } = flowOf(state);
    return pipes.map(({ id, gw, widerGw, widerMoves, binds }) => ({
      id,
      key: rateKey(id),
      to: widerGw,
      moves: widerMoves > 0,
      moved: widerMoves === 0 ? 'nothing more' : `${inGigawatts(widerMoves)} more`,
      rest: [binds ? 'the narrowest' : `${inGigawatts(gw - gwPerYear)} to spare`],
    }));
  },
};
