import { ticks } from 'd3';
import { rung } from '#chart/axes.ts';
import type { Box, Point } from '#chart/geometry.ts';
import { textWidth } from '#chart/text.ts';
import { clamp } from '#state/quantity.ts';
import type { Bar, Picture } from './compute.ts';
import { STAGES } from './stages.ts';
import { listed, shortSpan, span } from './words.ts';

/** The drawing's size and margins at a width in px, and the years that its axis shows. */
export interface TimeFrame {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  readonly years: number;
  /** Names stand above their bars, not beside them. */
  readonly compact: boolean;
  readonly px: number;
}

const COMPACT_BELOW = 560;
const YEARS = { compact: [5, 7, 10, 12.5], wide: [7, 10, 12.5] } as const;
const ROW = { compact: { top: 70, pitch: 58, bar: 24 }, wide: { top: 66, pitch: 70, bar: 30 } } as const;
const ROWS = 5;
/** The fifth row stands a little apart from the four. */
const APART_PX = 12;
const AXIS_PX = 26;
/** A bar that ends at the frame leaves no room to pull it further. */
const ROOM_YEARS = 0.1;
/** Bold letters are wider than those that textWidth() knows. */
const BOLD = 1.08;

/** The axis moves in rungs, so that it rests while most of a hand's ways last. */
export function yearsOf({ bars }: Picture, width: number): number {
  const latest = Math.max(...bars.map(({ end }) => end));
  return rung(width < COMPACT_BELOW ? YEARS.compact : YEARS.wide, latest + ROOM_YEARS);
}

export function timeFrameAt(width: number, years: number): TimeFrame {
  const compact = width < COMPACT_BELOW;
  const { top, pitch } = compact ? ROW.compact : ROW.wide;
  const left = compact ? 10 : clamp(0.3 * width, 186, 240);
  const height = top + ROWS * pitch + APART_PX;
  return {
    width,
    height: height + AXIS_PX,
    compact,
    years,
    px: compact ? 11.5 : 12.5,
    plot: {
      x: left,
      y: top - (compact ? 22 : 12),
      width: width - left - (compact ? 18 : 22),
      height: height - top + (compact ? 22 : 12),
    },
  };
}

/** A year on the axis in px; what is beyond its end stands on the end. */
export function xOf({ plot, years }: TimeFrame, year: number): number {
  return plot.x + plot.width * clamp(year / years, 0, 1);
}

export function yearAt({ plot, years }: TimeFrame, x: number): number {
  return clamp((x - plot.x) / plot.width, 0, 1) * years;
}

export interface AxisTick {
  readonly x: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle';
}

export function ticksOf(frame: TimeFrame): AxisTick[] {
  const { plot, years, px, compact } = frame;
  const signed = textWidth('signed', px);
  const first: AxisTick = { x: compact ? 0 : plot.x, text: 'signed', anchor: compact ? 'start' : 'middle' };
  const taken = (compact ? signed : plot.x + signed / 2) + 6;
  const whole = ticks(0, years, Math.min(years, plot.width / 34)).filter(Number.isInteger);
  return [
    first,
    ...whole.flatMap((year): AxisTick[] => {
      const text = year === whole.at(-1) ? `${year} y` : String(year);
      const x = xOf(frame, year);
      return x - textWidth(text, px) / 2 < taken ? [] : [{ x, text, anchor: 'middle' }];
    }),
  ];
}

/** A line of words: where it starts, and how it looks. */
export interface Words extends Point {
  readonly text: string;
  readonly as: 'name' | 'what' | 'lead' | 'slack' | 'changed';
  readonly anchor: 'start' | 'middle';
}

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

const DUST = 1e-9;
const HANDLE_PX = 20;

export function rowsOf(frame: TimeFrame, picture: Picture, essay: Picture, live: boolean): Row[] {
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
      essay: isMoved && home.lead > 0 ? boxOf(home.start, home.end) : null,
      words: [
        ...namesOf(frame, bar, home, box),
        ...(isIdle ? [uncounted(box, live)] : withinOf(frame, picture, bar, box, slack)),
      ],
    };
  });
}

function changeOf(bar: Bar, home: Bar): string | null {
  const byEnd = bar.end - home.end;
  const by = Math.abs(byEnd) > DUST ? byEnd : bar.start - home.start;
  if (Math.abs(by) < DUST) return null;
  if (home.lead === 0) return `${shortSpan(by)} of waiting`;
  const when = `${shortSpan(Math.abs(by))} ${by < 0 ? 'sooner' : 'later'}`;
  return byEnd === by ? when : `starts ${when}`;
}

function namesOf({ compact, px, plot, width }: TimeFrame, bar: Bar, home: Bar, box: Box): Words[] {
  const { name, what, range, by } = STAGES[bar.id];
  const change = changeOf(bar, home);
  const start = 'start' as const;
  if (compact) {
    const after = textWidth(name, 13) * BOLD + 8;
    const beside: Words = {
      x: after,
      y: box.y - 7,
      text: change ?? range,
      as: change === null ? 'what' : 'changed',
      anchor: start,
    };
    return [{ x: 0, y: box.y - 7, text: name, as: 'name', anchor: start }, beside];
  }
  const room = plot.x - 12;
  const fits = (text: string) => textWidth(text, px) <= room;
  const sources = fits(`${range}, ${by}`) ? `${range}, ${by}` : range;
  const lines: Words[] = [
    { x: 0, y: box.y + 8, text: name, as: 'name', anchor: start },
    { x: 0, y: box.y + 25, text: fits(what) ? what : sources, as: 'what', anchor: start },
    ...(fits(what) ? [{ x: 0, y: box.y + 41, text: sources, as: 'what', anchor: start } as const] : []),
  ];
  if (change === null) return lines;
  const half = (textWidth(change, px) * BOLD) / 2;
  const x = clamp(box.x + box.width, plot.x + half, width - half);
  return [...lines, { x, y: box.y - 9, text: change, as: 'changed', anchor: 'middle' }];
}

function uncounted(box: Box, live: boolean): Words {
  const text = live ? 'not counted: drag to add a wait' : 'not counted';
  return { x: box.x + HANDLE_PX + 10, y: box.y + box.height / 2 + 4, text, as: 'what', anchor: 'start' };
}

/** What stands in a bar and in its slack; what has no room in the bar goes before the slack. */
function withinOf({ px }: TimeFrame, { binding }: Picture, bar: Bar, box: Box, slack: Box | null): Words[] {
  const y = box.y + box.height / 2 + 4.5;
  const takes = shortSpan(bar.lead);
  const slow = binding.length === 1 ? 'the slow one' : 'binds';
  const inside = [...(bar.binds ? [`${takes}: ${slow}`] : []), takes].find(
    (text) => textWidth(text, px) * BOLD <= box.width - 12 - HANDLE_PX,
  );
  const lead: Words[] =
    inside === undefined ? [] : [{ x: box.x + 13, y, text: inside, as: 'lead', anchor: 'start' }];
  if (slack === null) return lead;
  const free = shortSpan(bar.slack);
  const before = inside === undefined ? [`takes ${takes}, ${free} of slack`] : [];
  const [from, to] = [slack.x + HANDLE_PX, slack.x + slack.width - 7];
  const fitting = [...before, `${free} of slack`, `slack ${free}`, free].find(
    (text) => textWidth(text, px) <= to - from,
  );
  if (fitting === undefined) return lead;
  return [...lead, { x: (from + to) / 2, y, text: fitting, as: 'slack', anchor: 'middle' }];
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
