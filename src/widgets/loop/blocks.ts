import type { Box } from '#chart/geometry.ts';
import { textWidth } from '#chart/text.ts';

/** What a line is; it looks accordingly. */
export type Role = 'name' | 'said' | 'soft' | 'money' | 'gap' | 'on';
export type Line = readonly [text: string, as: Role];
export type Align = 'start' | 'middle' | 'end';

/** A line of text with its anchor. */
export type Text = readonly [text: string, as: Role, x: number, y: number, px: number, align: Align];

/** Words put down, and the room that they take. */
export interface Block {
  readonly box: Box;
  readonly texts: readonly Text[];
}

const LEADING = 1.26;
const ASCENT = 0.96;
const AIR = 2;
/** Bold letters are wider than those that textWidth() knows. */
const BOLD = 1.07;

const isBold = (as: Role) => as === 'name' || as === 'money';
const pxOf = (as: Role) => (isBold(as) ? 14 : 12.5);
const widthOf = ([text, as]: Line) => textWidth(text, pxOf(as)) * (isBold(as) ? BOLD : 1) + 2 * AIR;

/** Lines broken at spaces so that none is wider than it may be. */
function wrapped(lines: readonly Line[], width: number): Line[] {
  return lines.flatMap(([text, as]) => {
    const rows: Line[] = [];
    for (const word of text.split(' ')) {
      const last = rows.pop();
      if (last === undefined) rows.push([word, as]);
      else {
        const longer: Line = [`${last[0]} ${word}`, as];
        if (widthOf(longer) > width) rows.push(last, [word, as]);
        else rows.push(longer);
      }
    }
    return rows;
  });
}

/**
 * Puts lines down, wrapped to a width: flush with `x`, their top where `topOf` says for their height. Null where it
 * says so, or where there is nothing to put down.
 */
export function put(
  lines: readonly Line[],
  room: number,
  x: number,
  align: Align,
  topOf: (height: number) => number | null,
): Block | null {
  const rows = wrapped(lines, room);
  const width = Math.max(0, ...rows.map(widthOf));
  const height = rows.reduce((sum, [, as]) => sum + pxOf(as) * LEADING, 0);
  const y = topOf(height);
  if (y === null || rows.length === 0) return null;
  let top = y;
  const texts = rows.map(([text, as]): Text => {
    const px = pxOf(as);
    const baseline = top + px * ASCENT;
    top += px * LEADING;
    return [text, as, x, baseline, px, align];
  });
  const left = { start: x - AIR, middle: x - width / 2, end: x - width + AIR }[align];
  return { box: { x: left, y: y + AIR, width, height: height - 2 * AIR }, texts };
}

/** The same so many px further down. */
export function moved({ box, texts }: Block, by: number): Block {
  return {
    box: { ...box, y: box.y + by },
    texts: texts.map(([text, as, x, y, px, align]) => [text, as, x, y + by, px, align]),
  };
}
