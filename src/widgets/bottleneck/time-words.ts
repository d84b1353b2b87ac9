import type { Box, Point } from '#chart/geometry.ts';
import { textWidth } from '#chart/text.ts';
import { clamp } from '#state/quantity.ts';
import { type Bar, DUST, type Picture } from './compute.ts';
import { STAGES } from './stages.ts';
import { BOLD, type TimeFrame } from './time-frame.ts';
import { shortSpan, sooner } from './words.ts';

/** A line of words: where it starts, and how it looks. */
export interface Words extends Point {
  readonly text: string;
  readonly as: 'name' | 'what' | 'lead' | 'slack' | 'changed';
  readonly anchor: 'start' | 'middle';
  /** Goes on where there is a hand to follow it. */
  readonly hint?: string;
}

const HANDLE_PX = 20;

const put = (
  as: Words['as'],
  text: string,
  x: number,
  y: number,
  anchor: Words['anchor'] = 'start',
): Words => ({
  as,
  text,
  x,
  y,
  anchor,
});

function changeOf(bar: Bar, home: Bar): string | null {
  const byEnd = bar.end - home.end;
  const isEnd = Math.abs(byEnd) > DUST;
  const by = isEnd ? byEnd : bar.start - home.start;
  if (Math.abs(by) < DUST) return null;
  if (home.lead === 0) return `${shortSpan(by)} of waiting`;
  return (isEnd ? '' : 'starts ') + sooner(by, shortSpan);
}

/** What a stage is called, what it waits for, and what became of it. */
export function namesOf(
  { compact, px, plot, width }: TimeFrame,
  bar: Bar,
  home: Bar,
  { x, y, width: long }: Box,
): Words[] {
  const { name, what, range, by } = STAGES[bar.id];
  const change = changeOf(bar, home);
  const changed = (at: number, anchor: Words['anchor'] = 'start') =>
    change === null ? [] : [put('changed', change, at, y - (compact ? 7 : 9), anchor)];
  if (compact) {
    const after = textWidth(name, 13) * BOLD + 8;
    return [
      put('name', name, 0, y - 7),
      ...(change === null ? [put('what', range, after, y - 7)] : changed(after)),
    ];
  }
  const fits = (text: string) => textWidth(text, px) <= plot.x - 12;
  const sources = `${range}, ${by}`;
  const lines = [what, fits(sources) ? sources : range].filter((text, index) => index > 0 || fits(text));
  const half = (textWidth(change ?? '', px) * BOLD) / 2;
  return [
    put('name', name, 0, y + 8),
    ...lines.map((text, index) => put('what', text, 0, y + 25 + 16 * index)),
    ...changed(clamp(x + long, plot.x + half, width - half), 'middle'),
  ];
}

/** What stands in a bar and in its slack; what has no room in the bar goes before the slack. */
export function withinOf(
  { px }: TimeFrame,
  { binding }: Picture,
  bar: Bar,
  box: Box,
  slack: Box | null,
): Words[] {
  const y = box.y + box.height / 2 + 4.5;
  if (bar.id === 'consent' && bar.lead === 0)
    return [{ ...put('what', 'not counted', box.x + HANDLE_PX + 10, y - 0.5), hint: ': drag to add a wait' }];
  const takes = shortSpan(bar.lead);
  const free = shortSpan(bar.slack);
  const inside = [
    ...(bar.binds ? [`${takes}: ${binding.length === 1 ? 'the slow one' : 'binds'}`] : []),
    takes,
  ].find((text) => textWidth(text, px) * BOLD <= box.width - 12 - HANDLE_PX);
  const before = inside === undefined ? [`takes ${takes}, ${free} of slack`] : [];
  const room = (slack?.width ?? 0) - HANDLE_PX - 7;
  const fitting = [...before, `${free} of slack`, `slack ${free}`, free].find(
    (text) => textWidth(text, px) <= room,
  );
  return [
    ...(inside === undefined ? [] : [put('lead', inside, box.x + 13, y)]),
    ...(slack === null || fitting === undefined
      ? []
      : [put('slack', fitting, slack.x + HANDLE_PX + room / 2, y, 'middle')]),
  ];
}
