import type { Box, Point } from '#chart/geometry.ts';
import { isFree, type Obstacles } from '#chart/place.ts';
import { textWidth } from '#chart/text.ts';

/** What a run of text is; it looks accordingly. */
export type Role = 'name' | 'size' | 'said' | 'yours' | 'level' | 'edge' | 'region';

export interface Run {
  readonly text: string;
  readonly as: Role;
}

/** A line of a label, in one size. */
export interface Line {
  readonly runs: readonly Run[];
  readonly px: number;
}

/** A label of one or more lines. */
export type Block = readonly Line[];

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a block may stand: its box's left top corner, and to which side its lines are flush. */
export interface Spot extends Point {
  readonly align: 'start' | 'middle' | 'end';
}

/** A block put down, its lines' anchors and baselines in px. */
export interface PlacedBlock {
  readonly key: string;
  readonly box: Box;
  readonly align: Spot['align'];
  readonly lines: readonly (Line & Point)[];
}

const LEADING = 1.28;
const ASCENT = 0.97;
const AIR = 3;
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

function widthOf({ runs, px }: Line): number {
  return runs.reduce((sum, { text, as }) => sum + textWidth(text, px) * WIDENED[as], 0);
}

export function sizeOf(block: Block): Size {
  return {
    width: Math.max(...block.map(widthOf)) + 2 * AIR,
    height: block.reduce((sum, { px }) => sum + px * LEADING, 0),
  };
}

function put(key: string, block: Block, size: Size, spot: Spot): PlacedBlock {
  const x = { start: spot.x + AIR, middle: spot.x + size.width / 2, end: spot.x + size.width - AIR };
  let top = spot.y;
  const lines = block.map((line) => {
    const y = top + line.px * ASCENT;
    top += line.px * LEADING;
    return { ...line, x: x[spot.align], y };
  });
  return { key, box: { x: spot.x, y: spot.y, ...size }, align: spot.align, lines };
}

/**
 * The first of the blocks, in the strictest of the rooms, at the first of its spots, that touches nothing;
 * null where none fits.
 */
export function placeBlock(
  key: string,
  blocks: readonly Block[],
  spotsFor: (size: Size) => readonly Spot[],
  rooms: readonly Obstacles[],
): PlacedBlock | null {
  for (const block of blocks) {
    const size = sizeOf(block);
    const spots = spotsFor(size);
    for (const room of rooms) {
      const spot = spots.find(({ x, y }) => isFree({ x, y, ...size }, room));
      if (spot !== undefined) return put(key, block, size, spot);
    }
  }
  return null;
}

export type Side = 'right' | 'left' | 'above' | 'below';

const SHIFTS = [0.5, 0.25, 0.75, 0, 1];

/** Spots around a mark: side by side as asked, close ones first. `gap` is from the mark's middle. */
export function around({ x, y }: Point, gap: number, sides: readonly Side[], steps: readonly number[]) {
  return ({ width, height }: Size): Spot[] =>
    steps.flatMap((step) =>
      sides.flatMap((side) =>
        SHIFTS.map((shift): Spot => {
          const off = gap + step;
          if (side === 'right') return { x: x + off, y: y - height * shift, align: 'start' };
          if (side === 'left') return { x: x - off - width, y: y - height * shift, align: 'end' };
          const flush = shift === 0.5 ? 'middle' : shift < 0.5 ? 'start' : 'end';
          // Flush with the mark itself, not with its middle: a letter's width further out.
          const from = x - width * shift + (shift === 0 ? -8 : shift === 1 ? 8 : 0);
          return { x: from, y: side === 'above' ? y - off - height : y + off, align: flush };
        }),
      ),
    );
}

export const boxAround = ({ x, y }: Point, half: number): Box => ({
  x: x - half,
  y: y - half,
  width: 2 * half,
  height: 2 * half,
});
