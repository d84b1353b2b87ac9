import { dayName, monthName } from '#model/calendar.ts';
import { duration } from '#model/format.ts';
import type { Part } from '../sentence.ts';
import { type FieldCell, type FivePicture, gwNumber, type Split, STATES } from './compute.ts';
import { CEILING_GW, CELLS_PER_GW, DUE, DUE_GW, readingAt, SIGNED } from './deal.ts';

/** A number stays with its unit at a line's end. */
const gw = (amount: number) => `${gwNumber(amount)}\u00a0GW`;

/** A day in the answer: signing day by its name, others by their month. */
function when(date: number): string {
  return date === SIGNED ? dayName(date) : monthName(date);
}

/** The answer, rewritten as the date moves. */
export function answer({ state, isSigned, split, shown }: FivePicture, isMoved: boolean): Part[] {
  const date: Part = { text: when(state.date), tone: isMoved ? 'yours' : 'strong', setting: 'date' };
  const part = (name: keyof Split, tone: 'supply' | 'strong'): Part => ({
    text: gw(shown[name]),
    tone,
    result: name,
    value: split[name],
  });
  if (!isSigned) {
    return [
      'In ',
      date,
      ', ',
      { text: 'nothing of it', tone: 'strong' },
      `: the five gigawatts were signed for on ${dayName(SIGNED)}. What ran by then stands apart.`,
    ];
  }
  if (state.date === SIGNED) {
    return [
      'On signing day, ',
      date,
      ', ',
      part('running', 'strong'),
      ' of the five gigawatts was running. Close to ',
      part('building', 'supply'),
      ' was due by the end of the year, so it was being built. ',
      { text: 'The other ', tone: 'strong' },
      part('paper', 'strong'),
      { text: `, ${Math.round((100 * split.paper) / CEILING_GW)}% of it, were on paper`, tone: 'strong' },
      '.',
    ];
  }
  const pace =
    state.date < DUE
      ? ', if the first gigawatt keeps its date and the rest starts evenly, '
      : ', if all of it is taken up at an even pace, ';
  const start: Part[] = [state.date < DUE ? 'In ' : 'By ', date, pace];
  if (split.running === CEILING_GW) {
    return [
      ...start,
      { text: 'all ', tone: 'supply' },
      part('running', 'supply'),
      ' run: ',
      part('building', 'strong'),
      ' is left to build, and ',
      part('paper', 'strong'),
      ' is paper.',
    ];
  }
  return [
    ...start,
    part('running', 'supply'),
    ' runs, ',
    part('building', 'strong'),
    ' is being built and ',
    part('paper', 'strong'),
    ' is still paper.',
  ];
}

/** What stands under the picture at every date. */
export const CAPTION =
  'What Anthropic signed for with Amazon is a ceiling: “up to” five gigawatts. Dates are published to the end of 2026 only. Sources don’t settle whether what already ran counts towards the five.';

/** Rows of the field that can be spoken of together. */
export interface Rows {
  /** Counted from nought. */
  readonly from: number;
  readonly to: number;
  readonly state: FieldCell['state'];
  readonly status: string;
}

/** Each gigawatt of the field by what most of it is. Neighbours alike may be one, but for what alone has a date. */
export function rowsOf({ cells }: FivePicture, together: boolean): Rows[] {
  const found: Rows[] = [];
  for (let at = 0; at * CELLS_PER_GW < cells.length; at++) {
    const row = cells.slice(at * CELLS_PER_GW, (at + 1) * CELLS_PER_GW);
    const count = (state: Rows['state']) => row.filter((cell) => cell.state === state).length;
    const state = STATES.reduce((most, next) => (count(next) >= count(most) ? next : most));
    const status = STATUS[state][count(state) === row.length ? 0 : 1];
    const last = found.at(-1);
    if (together && last?.status === status && last.from >= DUE_GW)
      found[found.length - 1] = { ...last, to: at };
    else found.push({ from: at, to: at, state, status });
  }
  return found;
}

/** Of a whole row, and of most of one. */
const STATUS = {
  running: ['running', 'mostly running'],
  building: ['being built', 'mostly building'],
  paper: ['on paper', 'mostly paper'],
} as const;

const ORDINALS = ['1st', '2nd', '3rd', '4th', '5th'];

/** "1st gigawatt", "2nd to 5th". */
export function rowsName({ from, to }: Rows): string {
  const first = ORDINALS[from] ?? '';
  if (from === to) return from === 0 ? `${first} gigawatt` : first;
  return `${first} to ${ORDINALS[to] ?? ''}`;
}

/** What is known of when these rows run. */
export function rowsBasis({ from, state }: Rows, date: number): string {
  if (from === 0) return date < DUE ? 'due by the end of 2026' : 'expected by the end of 2026';
  return state === 'paper' ? '“up to”, no date published' : 'no date published, assumed';
}

/** The picture in words, for those who don't see it. */
export function chartDescription({ state, isSigned, cells }: FivePicture): string {
  const { name, size, when: read } = readingAt(state.date);
  const count = (wanted: string) => cells.filter((cell) => cell.state === wanted).length;
  const field = isSigned
    ? `A field of ${cells.length} cells of 50 megawatts, ${CELLS_PER_GW} to a gigawatt: ${count('running')} running, ` +
      `${count('building')} being built and ${count('paper')} on paper in ${when(state.date)}.`
    : 'There is no field yet.';
  return (
    `Apart from the five, ${name}: ${size}, as counted in ${read}. ${field} Beneath, the same in time from October 2025 to April 2036: ` +
    `what runs rises to one gigawatt by the end of 2026, the last published date, then, assumed, from ` +
    `${duration(state.build)} after signing evenly to five gigawatts ${duration(state.last)} after it.`
  );
}
