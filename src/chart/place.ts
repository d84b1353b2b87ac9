import { type Box, contains, crosses, overlaps, type Point } from './geometry.ts';
import { textWidth } from './text.ts';

/** What a label may not touch. */
export interface Obstacles {
  readonly within: Box;
  readonly boxes: readonly Box[];
  readonly lines: readonly (readonly Point[])[];
}

/** A label put down: `x`, `y` are where its text starts (anchor start, alphabetic baseline). */
export interface Placed extends Point {
  readonly text: string;
  readonly box: Box;
}

const ASCENT = 0.8;
const LINE = 1.15;
const AIR = 2;

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeOf(text: string, fontPx: number): Size {
  return { width: textWidth(text, fontPx) + 2 * AIR, height: fontPx * LINE };
}

function boxAround({ width, height }: Size, { x, y }: Point): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

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

/** The first of the texts, at the first of its places, that touches nothing; null where none fits. */
export function placeLabel(
  texts: readonly string[],
  fontPx: number,
  centresOf: (size: Size) => readonly Point[],
  obstacles: Obstacles,
): Placed | null {
  for (const text of texts) {
    const size = sizeOf(text, fontPx);
    for (const centre of centresOf(size)) {
      const box = boxAround(size, centre);
      if (isFree(box, obstacles)) {
        return { text, box, x: box.x + AIR, y: box.y + (box.height - fontPx) / 2 + fontPx * ASCENT };
      }
    }
  }
  return null;
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
