import { range } from 'd3';
import type { Box } from '#chart/geometry.ts';
import { duration, shortDuration, yearNumber } from '#model/format.ts';
import { NO_TIME } from '#model/units.ts';
import { clamp } from '#state/quantity.ts';
import { alongOf, type QueuePicture } from './compute.ts';
import { lateness, ordinal } from './describe.ts';
import { acrossAt, type Frame, fontOf, put } from './layout.ts';
import { HORIZON_YEARS, NEED_YEAR } from './settings.ts';
import { type Label, LEADING, type Line, Words } from './words.ts';

/** A date of signing with its hairline. */
export interface Tie {
  readonly advance: number;
  readonly along: number;
  readonly isYours: boolean;
}

/** Your own date of signing first, then the whole years, those before that matter more. */
export function tiesOf({ state }: QueuePicture): Tie[] {
  const tie = (advance: number, isYours: boolean) => ({
    advance,
    along: alongOf(advance, state.doubling),
    isYours,
  });
  const years = range(NEED_YEAR + 1).filter((advance) => advance !== state.you);
  return [tie(state.you, true), ...years.map((advance) => tie(advance, false))];
}

/** Below this width only short durations have room beside the curve. */
const NARROW_PX = 270;

/** When somebody who signs so long before the need is served, in two lines. */
function served(
  { width }: Frame,
  { lateAt, wait, early, state }: QueuePicture,
  { advance, isYours }: Tie,
): Line[] {
  const inWords = width < NARROW_PX ? shortDuration : duration;
  const late = isYours ? wait : lateAt(advance);
  const as = isYours ? toneOf(state.you) : 'strong';
  if (late === null)
    return [
      { text: 'not within', as },
      { text: `${HORIZON_YEARS} years`, as: isYours ? 'late' : 'soft' },
    ];
  const spare = isYours && early >= NO_TIME && late < NO_TIME;
  return [
    { text: `year ${yearNumber(NEED_YEAR + late)}`, as },
    { text: spare ? `${inWords(early)} early` : lateness(late, inWords), as: isYours ? 'late' : 'soft' },
  ];
}

/** Plum is what the reader has moved. */
const toneOf = (you: number) => (you === 0 ? 'strong' : 'yours');

const signed = (advance: number) =>
  advance >= NEED_YEAR - NO_TIME ? 'now' : `year ${yearNumber(NEED_YEAR - advance)}`;

/** All words of the picture above its coins; none touches another, and what matters less gives way. */
export function labelsOf(frame: Frame, picture: QueuePicture, halos: readonly Box[]): Label[] {
  const words = new Words(fontOf(frame), halos);
  return frame.compact ? compactLabels(frame, picture, words) : wideLabels(frame, picture, words);
}

/** On time is said once. */
const isOnTime = (lines: readonly Line[]) => lines.some(({ text }) => text === lateness(0));

function wideLabels(frame: Frame, picture: QueuePicture, words: Words): Label[] {
  const { state, place, placeOnDay } = picture;
  const [from, to] = [frame.start, frame.start + frame.length];
  const held = (lines: readonly Line[], x: number) =>
    clamp(x, from + words.widthOf(lines) / 2, to + 24 - words.widthOf(lines) / 2);

  const beside = (x: number, text: string, as: Label['as'], y: number, gap: number) => {
    const line = [{ text, as }];
    const fits = x + gap + words.widthOf(line) < to + 24;
    words.put(line, fits ? 'start' : 'end', { x: fits ? x + gap : x - gap, y });
  };
  const othersX = put(frame, alongOf(state.others, state.doubling), 0).x;
  const theirs = `everyone else signs ${state.others === 0 ? 'when they need it' : `${duration(state.others)} before`}`;
  words.put(
    [{ text: theirs, as: state.others === 0 ? 'demand' : 'yours' }],
    othersX > (from + to) / 2 ? 'end' : 'start',
    {
      x: othersX > (from + to) / 2 ? Math.min(othersX + 24, to + 24) : Math.max(othersX - 24, from),
      y: 14,
    },
  );
  const { x } = put(frame, alongOf(state.you, state.doubling), 0);
  beside(x, `You, ${ordinal(place)} in line`, toneOf(state.you), frame.line - 24, 14);
  if (state.you > 0)
    words.put([{ text: `${ordinal(placeOnDay)}, if you sign on the day`, as: 'soft' }], 'end', {
      x: to,
      y: frame.line - 24,
    });

  for (const tie of tiesOf(picture)) {
    const at = put(frame, tie.along, 0).x;
    const text = tie.advance === 0 ? `year ${NEED_YEAR}, when you need it` : signed(tie.advance);
    const line: Line[] = [{ text, as: tie.isYours ? toneOf(state.you) : 'soft' }];
    words.put(line, 'middle', { x: held(line, at), y: frame.sign - 22 });
    const lines = served(frame, picture, tie);
    if (!tie.isYours && isOnTime(lines) && words.has(lines)) continue;
    const middle = held(lines, at);
    // As low as the curve comes under the words' right end.
    const share = clamp((middle + words.widthOf(lines) / 2 - from) / frame.length, 0.001, 1);
    const late = picture.lateAt(-state.doubling * Math.log2(share));
    words.put(lines, 'middle', { x: middle, y: acrossAt(frame, picture, late) + 20 });
  }
  return words.labels;
}

function compactLabels(frame: Frame, picture: QueuePicture, words: Words): Label[] {
  const { state, place } = picture;
  words.put([{ text: 'sign in', as: 'soft' }], 'start', { x: 0, y: 12 });
  words.put([{ text: 'line', as: 'soft' }], 'middle', { x: frame.line + 4, y: 12 });
  words.put([{ text: 'how late', as: 'soft' }], 'start', { x: frame.need, y: 12 });
  for (const tie of tiesOf(picture)) {
    const at = put(frame, tie.along, 0).y;
    words.put([{ text: signed(tie.advance), as: tie.isYours ? toneOf(state.you) : 'soft' }], 'start', {
      x: 0,
      y: at + 4,
    });
    const lines = tie.isYours
      ? [
          { text: place > 1e6 ? 'You' : `You, ${ordinal(place)}`, as: toneOf(state.you) } as const,
          ...served(frame, picture, tie),
        ]
      : served(frame, picture, tie);
    if (!tie.isYours && isOnTime(lines) && words.has(lines)) continue;
    const top = Math.min(
      at - (lines.length - 2) * LEADING,
      frame.start + frame.length - (lines.length - 1) * LEADING + 4,
    );
    const share = clamp((top + (lines.length - 1) * LEADING - frame.start) / frame.length, 0.001, 1);
    const late = picture.lateAt(-state.doubling * Math.log2(share));
    words.put(lines, 'start', { x: acrossAt(frame, picture, late) + 9, y: Math.max(top, 30) });
  }
  return words.labels;
}

/** What stands at the left of the rows, where there is room, and beside the handle of the day. */
export function rowLabels(frame: Frame, { state: { after } }: QueuePicture, dayY: number): Label[] {
  const row = (text: string, y: number, as: Label['as'] = 'soft'): Label => ({
    text,
    as,
    anchor: 'start',
    x: 0,
    y,
  });
  return frame.compact
    ? []
    : [
        row('sign in', frame.sign + 4),
        row('the line', frame.line + 4),
        row('capacity', frame.cells + 4),
        row(`year ${yearNumber(NEED_YEAR + after)}`, dayY - 1, 'strong'),
        row(after === 0 ? 'you need it' : `${shortDuration(after)} later`, dayY + 14),
      ];
}
