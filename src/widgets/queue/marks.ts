import type { Cell } from '#chart/cells.ts';
import type { Point } from '#chart/geometry.ts';
import { alongOf, type QueuePicture, type Slot } from './compute.ts';
import { type Frame, put } from './layout.ts';

/** What stands in the slots of the line: buyers as dots, capacity as cells, in px. */
export interface Marks {
  readonly dots: readonly (Point & { readonly who: Slot['who'] })[];
  readonly radius: number;
  readonly cells: readonly Cell[];
  /** The side of a cell. */
  readonly side: number;
  /** Your own dot and cell, and where your dot would be if you signed on the day. */
  readonly you: Point;
  readonly cell: Point;
  readonly home: Point;
}

const LARGEST_DOT_PX = 8;
const LARGEST_CELL_PX = 16;
/** Between two dots of which one is yours. */
const AIR_PX = 11;

export function marksOf(frame: Frame, { state, slots, dot, placeOnDay, built }: QueuePicture): Marks {
  const slotPx = frame.length * (dot / placeOnDay);
  const radius = Math.min(LARGEST_DOT_PX, slotPx * 0.38);
  // As large as slots allow, so that one sees how far each is built.
  const side = Math.min(LARGEST_CELL_PX, slotPx * 0.88);
  const along = alongOf(state.you, state.doubling);
  const [you, home] = [put(frame, along, frame.line), put(frame, 1, frame.line)];
  const cell = put(frame, along, frame.cells);
  const isClear = (at: Point) =>
    [you, home].every(({ x, y }) => Math.hypot(at.x - x, at.y - y) > Math.max(slotPx / 2, radius + AIR_PX));
  // Your own dot stands in for the one whose slot it takes.
  const others = slots.map((slot) => ({ ...slot, ...put(frame, slot.at, frame.line) })).filter(isClear);
  return {
    dots: others,
    radius,
    cells: [
      ...others.map((slot) => cellAt(put(frame, slot.at, frame.cells), side, slot.built)),
      cellAt(cell, side, built),
    ],
    side,
    you,
    cell,
    home,
  };
}

function cellAt({ x, y }: Point, side: number, built: number | null): Cell {
  const corner = { x: x - side / 2, y: y - side / 2, assumed: false };
  if (built === null) return { ...corner, state: 'paper', share: 0 };
  return { ...corner, state: built === 1 ? 'running' : 'building', share: built };
}
