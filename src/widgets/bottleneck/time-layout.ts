import type { Box } from '#chart/geometry.ts';
import { textWidth } from '#chart/text.ts';
import { type Bar, DUST, type Picture } from './compute.ts';
import { STAGES } from './stages.ts';
import { APART_PX, BOLD, ROW, type TimeFrame, xOf } from './time-frame.ts';
import { namesOf, uncounted, type Words, withinOf } from './time-words.ts';
import { listed, shortSpan, span } from './words.ts';

/** Everything drawn of a stage but its handles. */
export interface Row {
  readonly bar: Bar;
  readonly box: Box;
  readonly middle: number;
  /** From the end to the online date. */
  readonly slack: Box | null;
  /** What sources say it takes, from the start; `isOpen` where it goes on beyond the axis. */
  readonly range: {
    readonly y: number;
    readonly from: number;
    readonly to: number;
    readonly isOpen: boolean;
  };
  /** The essay's bar, where the reader's is another. */
  readonly essay: Box | null;
  readonly words: readonly Words[];
}

export function rowsOf(frame: TimeFrame, picture: Picture, essay: Picture): Row[] {
  const { compact } = frame;
  const { top, pitch, bar: height } = compact ? ROW.compact : ROW.wide;
  return picture.bars.map((bar, index) => {
    const home = essay.bars[index] ?? bar;
    const y = top + index * pitch + (bar.id === 'consent' ? APART_PX : 0);
    const boxOf = (from: number, to: number): Box => {
      const x = xOf(frame, from);
      return { x, y, width: xOf(frame, to) - x, height };
    };
    const { low, high } = STAGES[bar.id];
    // Drawn around the bar, so that it can be seen where the bar covers it too.
    const around = (inner: Box): Box => ({ ...inner, y: y - 2.5, height: height + 5 });
    const isMoved = Math.abs(bar.start - home.start) > DUST || Math.abs(bar.end - home.end) > DUST;
    const isIdle = bar.id === 'consent' && bar.lead === 0;
    const box = boxOf(bar.start, bar.end);
    const slack = bar.slack > 0 && !isIdle ? boxOf(bar.end, bar.end + bar.slack) : null;
    return {
      bar,
      box,
      middle: y + height / 2,
      slack,
      range: {
        y: y + height + (compact ? 6 : 8),
        from: xOf(frame, bar.start + low),
        to: xOf(frame, bar.start + high),
        isOpen: bar.start + high > frame.years,
      },
      essay: isMoved && home.lead > 0 ? around(boxOf(home.start, home.end)) : null,
      words: [
        ...namesOf(frame, bar, home, box),
        ...(isIdle ? [uncounted(box)] : withinOf(frame, picture, bar, box, slack)),
      ],
    };
  });
}

/** The line of the online date and what stands at its head, on the side that has room. */
export interface OnlineMark {
  readonly x: number;
  readonly text: string;
  readonly by: string | null;
  readonly moved: string | null;
  readonly at: number;
  readonly anchor: 'start' | 'end';
  /** The essay's line, where it is another. */
  readonly essayX: number | null;
}

const HEAD_PX = 15;
const AIR_PX = 10;

export function onlineMark(frame: TimeFrame, picture: Picture, essay: Picture, isYours: boolean): OnlineMark {
  const { width, px, compact } = frame;
  const { online, binding } = picture;
  const x = xOf(frame, online);
  const by = online - essay.online;
  const isSame = Math.abs(by) < DUST;
  const moved = !isYours
    ? null
    : isSame
      ? 'moved by 0 months'
      : `${span(Math.abs(by))} ${by < 0 ? 'sooner' : 'later'}`;
  const names = binding.map((id) => STAGES[id].short);
  const together = names.length > 2 ? `${names.length} together` : listed(names);
  const set = online < DUST ? null : `set by ${together}${names.length === 1 ? ' alone' : ''}`;
  const said = compact && moved !== null ? null : set;
  const under = textWidth(`${said ?? ''}   ${moved ?? ''}`, px) * BOLD;
  const widthOf = (words: string) => Math.max(textWidth(words, HEAD_PX) * BOLD, under);
  const fits = (words: string) => Math.max(width - x, x) - AIR_PX >= widthOf(words);
  const long = `online after ${span(online)}`;
  const text = fits(long) ? long : `online after ${shortSpan(online)}`;
  const isRight = width - x - AIR_PX >= widthOf(text);
  return {
    x,
    text,
    by: said,
    moved,
    // Where neither side has room, the words cross the line rather than leave the picture.
    at: isRight ? x + AIR_PX : Math.max(x - AIR_PX, widthOf(text)),
    anchor: isRight ? 'start' : 'end',
    essayX: isSame ? null : xOf(frame, essay.online),
  };
}
