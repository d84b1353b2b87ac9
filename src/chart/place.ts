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

/** The box of a line of text of this size whose centre is at `centre`. */
function boxAround(text: string, fontPx: number, centre: Point): Box {
  const width = textWidth(text, fontPx) + 2 * AIR;
  const height = fontPx * LINE;
  return { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
}

function isFree(box: Box, { within, boxes, lines }: Obstacles): boolean {
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
  centresOf: (box: { width: number; height: number }) => readonly Point[],
  obstacles: Obstacles,
): Placed | null {
  for (const text of texts) {
    const size = boxAround(text, fontPx, { x: 0, y: 0 });
    for (const centre of centresOf(size)) {
      const box = boxAround(text, fontPx, centre);
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
