import type { Box, Point } from '#chart/geometry.ts';
import { textWidth } from '#chart/text.ts';
import { clamp } from '#state/quantity.ts';
import { type Bar, DUST, type Picture } from './compute.ts';
import { STAGES } from './stages.ts';
import { BOLD, type TimeFrame } from './time-frame.ts';
import { shortSpan } from './words.ts';

/** A line of words: where it starts, and how it looks. */
export interface Words extends Point {
  readonly text: string;
  readonly as: 'name' | 'what' | 'lead' | 'slack' | 'changed';
  readonly anchor: 'start' | 'middle';
  /** Goes on where there is a hand to follow it. */
  readonly hint?: string;
}

const HANDLE_PX = 20;

function changeOf(bar: Bar, home: Bar): string | null {
  const byEnd = bar.end - home.end;
  const by = Math.abs(byEnd) > DUST ? byEnd : bar.start - home.start;
  if (Math.abs(by) < DUST) return null;
  if (home.lead === 0) return `${shortSpan(by)} of waiting`;
  const when = `${shortSpan(Math.abs(by))} ${by < 0 ? 'sooner' : 'later'}`;
  return byEnd === by ? when : `starts ${when}`;
}

export function namesOf({ compact, px, plot, width }: TimeFrame, bar: Bar, home: Bar, box: Box): Words[] {
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

/** What stands where consent takes no time: that it doesn't, and what a hand can do about it. */
export function uncounted(box: Box): Words {
  const at = { x: box.x + HANDLE_PX + 10, y: box.y + box.height / 2 + 4 };
  return { ...at, text: 'not counted', hint: ': drag to add a wait', as: 'what', anchor: 'start' };
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
