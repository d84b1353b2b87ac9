import { type Box, contains, crosses, overlaps, type Point } from './geometry.ts';
import { textWidth } from './text.ts';

/** What a label may not touch. */
export interface Obstacles {
  readonly within: Box;
  readonly boxes: readonly Box[];
  readonly lines: readonly (readonly Point[])[];
}

/** A line of words. What they look like is their widget's; this is the room they need, in px. */
export interface Line {
  readonly px: number;
  readonly width: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where words may stand: the left top corner of their box, and the side of it that their lines keep to. */
export interface Spot extends Point {
  readonly align: 'start' | 'middle' | 'end';
}

/** Words put down; each line's `x`, `y` are its anchor and its baseline. */
export interface PlacedLines<L extends Line> {
  readonly box: Box;
  readonly align: Spot['align'];
  readonly lines: readonly (L & Point)[];
}

const LEADING = 1.28;
const ASCENT = 0.97;
const AIR = 3;

/** Whether a box lies within, and touches no box and no line. */
export function isFree(box: Box, { within, boxes, lines }: Obstacles): boolean {
  if (!contains(within, box) || boxes.some((other) => overlaps(box, other))) return false;
  return !lines.some((line) =>
    line.some((point, index) => {
      const previous = line[index - 1];
      return previous !== undefined && crosses(box, previous, point);
    }),
  );
}

/**
 * The first of the choices, each of one or more lines, in the first of the rooms, at the first of its spots, that
 * touches nothing; null where none fits.
 */
export function placeLines<L extends Line>(
  choices: readonly (readonly L[])[],
  spotsOf: (size: Size) => readonly Spot[],
  rooms: readonly Obstacles[],
): PlacedLines<L> | null {
  for (const lines of choices) {
    const size = {
      width: Math.max(...lines.map(({ width }) => width)) + 2 * AIR,
      height: lines.reduce((sum, { px }) => sum + px * LEADING, 0),
    };
    const spots = spotsOf(size);
    for (const room of rooms) {
      const spot = spots.find(({ x, y }) => isFree({ x, y, ...size }, room));
      if (spot !== undefined) return laidOut(lines, { x: spot.x, y: spot.y, ...size }, spot.align);
    }
  }
  return null;
}

function laidOut<L extends Line>(lines: readonly L[], box: Box, align: Spot['align']): PlacedLines<L> {
  const x = { start: box.x + AIR, middle: box.x + box.width / 2, end: box.x + box.width - AIR }[align];
  let top = box.y;
  const placed = lines.map((line) => {
    const y = top + line.px * ASCENT;
    top += line.px * LEADING;
    return { ...line, x, y };
  });
  return { box, align, lines: placed };
}

/** One line put down: `x`, `y` are where its text starts (anchor start, alphabetic baseline). */
export interface Placed extends Point {
  readonly text: string;
  readonly box: Box;
}

/** The same for single lines of plain text, around the middles that are given. */
export function placeLabel(
  texts: readonly string[],
  fontPx: number,
  centresOf: (size: Size) => readonly Point[],
  ...rooms: readonly Obstacles[]
): Placed | null {
  const placed = placeLines(
    texts.map((text) => [{ text, px: fontPx, width: textWidth(text, fontPx) }]),
    (size) =>
      centresOf(size).map(({ x, y }) => ({ x: x - size.width / 2, y: y - size.height / 2, align: 'start' })),
    rooms,
  );
  return placed?.lines.map((line) => ({ ...line, box: placed.box }))[0] ?? null;
}

/** Moves wanted positions apart until each is `gap` from the next, inside `min`…`max`; order as given. */
export function spread(wanted: readonly number[], gap: number, min: number, max: number): number[] {
  const placed: number[] = [];
  for (const at of wanted) placed.push(Math.max(at, (placed.at(-1) ?? min - gap) + gap));
  let limit = max;
  return placed
    .toReversed()
    .map((at) => {
      const held = Math.min(at, limit);
      limit = held - gap;
      return held;
    })
    .toReversed();
}
