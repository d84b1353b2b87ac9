import type { Box } from '#chart/geometry.ts';
import { textWidth } from '#chart/text.ts';
import { type Bar, DUST, type Picture } from './compute.ts';
import { changedInTime } from './describe.ts';
import { STAGES } from './stages.ts';
import { APART_PX, BOLD, ROW, type TimeFrame, xOf } from './time-frame.ts';
import { namesOf, type Words, withinOf } from './time-words.ts';
import { listed, shortSpan, sooner, span } from './words.ts';

/** Everything drawn of a stage but its handles. */
export interface Row {
  readonly bar: Bar;
  readonly box: Box;
  readonly middle: number;
  /** From the end to the online date. */
  readonly slack: Box | null;
  /** What sources say it takes, from the start, as a path; an arrow where it goes on beyond the axis. */
  readonly range: string;
  /** The essay's bar, and that where the drag began, where the reader's is another. */
  readonly essay: Box | null;
  readonly ghost: Box | null;
  readonly words: readonly Words[];
}

export function rowsOf(
  frame: TimeFrame,
  picture: Picture,
  essay: Picture,
  ghost: Picture | null = null,
): Row[] {
  const { compact } = frame;
  const { top, pitch, bar: height } = compact ? ROW.compact : ROW.wide;
  return picture.bars.map((bar, index) => {
    const { id, start, end } = bar;
    const y = top + index * pitch + (id === 'consent' ? APART_PX : 0);
    const boxOf = (from: number, to: number): Box => {
      const x = xOf(frame, from);
      return { x, y, width: xOf(frame, to) - x, height };
    };
    /** Another's bar, where it is another. */
    const other = (theirs: Bar | undefined) =>
      theirs && Math.abs(start - theirs.start) + Math.abs(end - theirs.end) > DUST
        ? boxOf(theirs.start, theirs.end)
        : null;
    const home = other(essay.bars[index]);
    const { low, high } = STAGES[id];
    const [from, to] = [xOf(frame, start + low), xOf(frame, start + high)];
    const under = y + height + (compact ? 6 : 8);
    const isOpen = start + high > frame.years;
    const box = boxOf(start, end);
    const slack = bar.slack > 0 && (id !== 'consent' || bar.lead > 0) ? boxOf(end, end + bar.slack) : null;
    return {
      bar,
      box,
      middle: y + height / 2,
      slack,
      range: `M${from},${under}H${to}M${from},${under - 3}v6${isOpen ? `M${to - 5},${under - 4}l5,4l-5,4` : `M${to},${under - 3}v6`}`,
      // Drawn around the bar, so that it can be seen where the bar covers it too.
      essay: home && { ...home, y: y - 2.5, height: height + 5 },
      ghost: other(ghost?.bars[index]),
      words: [
        ...namesOf(frame, bar, essay.bars[index] ?? bar, box),
        ...withinOf(frame, picture, bar, box, slack),
      ],
    };
  });
}

/** From where consent ends to the buildings that wait for it, as a path. */
export function waitOf(frame: TimeFrame, rows: readonly Row[]): string {
  const [building, consent] = [rows[2], rows[4]];
  if (!building || !consent?.bar.lead || building.bar.start !== consent.bar.end) return '';
  return `M${xOf(frame, consent.bar.end)},${consent.box.y}V${building.box.y + building.box.height}`;
}

/** The line of the online date and what stands at its head, on the side that has room. */
export interface OnlineMark {
  readonly x: number;
  readonly text: string;
  readonly by: string;
  readonly moved: string;
  readonly at: number;
  readonly anchor: 'start' | 'end';
  /** The essay's line, where it is another. */
  readonly essayX: number | null;
}

const HEAD_PX = 15;
const AIR_PX = 10;

export function onlineMark(frame: TimeFrame, picture: Picture, essay: Picture): OnlineMark {
  const { width, px, compact } = frame;
  const { online, binding } = picture;
  const x = xOf(frame, online);
  const change = online - essay.online;
  const isSame = Math.abs(change) < DUST;
  const isYours = changedInTime(picture, essay).length > 0;
  const moved = !isYours ? '' : isSame ? 'moved by 0 months' : sooner(change);
  const names = binding.map((id) => STAGES[id].short);
  const together = names.length > 2 ? `${names.length} together` : listed(names);
  const by =
    online < DUST || (compact && isYours) ? '' : `set by ${together}${names.length === 1 ? ' alone' : ''}`;
  const under = textWidth(`${by}   ${moved}`, px);
  const widthOf = (words: string) => Math.max(textWidth(words, HEAD_PX), under) * BOLD;
  const room = Math.max(width - x, x) - AIR_PX;
  const long = `online after ${span(online)}`;
  const text = widthOf(long) <= room ? long : `online after ${shortSpan(online)}`;
  const isRight = width - x - AIR_PX >= widthOf(text);
  return {
    x,
    text,
    by,
    moved,
    // Where neither side has room, the words cross the line rather than leave the picture.
    at: isRight ? x + AIR_PX : Math.max(x - AIR_PX, widthOf(text)),
    anchor: isRight ? 'start' : 'end',
    essayX: isSame ? null : xOf(frame, essay.online),
  };
}
