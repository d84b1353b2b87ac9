import type { Box, Point } from '#chart/geometry.ts';
import * as place from '#chart/place.ts';
import { textWidth } from '#chart/text.ts';
import { heldIn } from './frame.ts';

/** What a run of text is; it looks accordingly. */
export type Role = 'name' | 'size' | 'said' | 'yours' | 'level' | 'edge' | 'region';

export type Run = readonly [as: Role, text: string];

/** A line of a label, in one size. */
export interface Line extends place.Line {
  readonly runs: readonly Run[];
}

/** A label of one or more lines. */
export type Block = readonly Line[];

/** A block put down. */
export interface PlacedBlock extends place.PlacedLines<Line> {
  readonly key: string;
}

/** Bold letters are wider than those that textWidth() knows, the serif's italics narrower. */
const WIDENED: Readonly<Record<Role, number>> = {
  name: 1.07,
  size: 1.07,
  said: 1,
  yours: 1.07,
  level: 1.07,
  edge: 1.1,
  region: 0.94,
};

export function line(px: number, ...runs: readonly Run[]): Line {
  return { px, runs, width: runs.reduce((sum, [as, text]) => sum + textWidth(text, px) * WIDENED[as], 0) };
}

/** The first of the blocks that finds room, by its key. */
export function placeBlock(
  key: string,
  ...how: Parameters<typeof place.placeLines<Line>>
): PlacedBlock | null {
  const placed = place.placeLines(...how);
  return placed && { key, ...placed };
}

export type Side = 'right' | 'left' | 'above' | 'below';

const SHIFTS = [0.5, 0.25, 0.75, 0, 1];

/** From a mark's middle to words on a side of it. */
function offset(side: Side, off: number, shift: number, { width, height }: place.Size): place.Spot {
  if (side === 'right') return { x: off, y: -height * shift, align: 'start' };
  if (side === 'left') return { x: -off - width, y: -height * shift, align: 'end' };
  const y = side === 'above' ? -off - height : off;
  if (shift === 0.5) return { x: -width / 2, y, align: 'middle' };
  // Flush with the mark itself, not with its middle: a letter's width further out.
  if (shift < 0.5) return { x: -width * shift - (shift === 0 ? 8 : 0), y, align: 'start' };
  return { x: -width * shift + (shift === 1 ? 8 : 0), y, align: 'end' };
}

/**
 * Spots around a mark, `gap` and further from its middle: side by side as asked, close ones first; then the same,
 * slid along a frame rather than over it.
 */
export function around(
  mark: Point,
  gap: number,
  sides: readonly Side[],
  steps: readonly number[],
  frame: Box,
) {
  return (size: place.Size): place.Spot[] => {
    const room = { ...frame, width: frame.width - size.width, height: frame.height - size.height };
    const spots = steps.flatMap((step) =>
      sides.flatMap((side) =>
        SHIFTS.map((shift) => {
          const { x, y, align } = offset(side, gap + step, shift, size);
          return { x: mark.x + x, y: mark.y + y, align };
        }),
      ),
    );
    return [...spots, ...spots.map((spot) => ({ ...spot, ...heldIn(room, spot) }))];
  };
}
