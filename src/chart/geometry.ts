export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle by its left top corner, in px. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** Of a line: from here to there. */
export type Segment = readonly [Point, Point];

/** The square around a point, from its middle to its sides. */
export function boxAround({ x, y }: Point, half: number): Box {
  return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
}

/** From where to where along the segment from `a` to `b`, 0–1, it is in the box; null if never (Liang and Barsky). */
export function spanInside(box: Box, a: Point, b: Point): readonly [number, number] | null {
  const edges = [
    [a.x - b.x, a.x - box.x],
    [b.x - a.x, box.x + box.width - a.x],
    [a.y - b.y, a.y - box.y],
    [b.y - a.y, box.y + box.height - a.y],
  ] as const;
  let from = 0;
  let to = 1;
  for (const [run, room] of edges) {
    if (run === 0 && room < 0) return null;
    if (run < 0) from = Math.max(from, room / run);
    if (run > 0) to = Math.min(to, room / run);
  }
  return from <= to ? [from, to] : null;
}

/** Whether the segment from `a` to `b` passes through the box, or touches it. */
export function crosses(box: Box, a: Point, b: Point): boolean {
  return spanInside(box, a, b) !== null;
}

const rounded = (value: number) => Math.round(value * 100) / 100;

/** `M0,0L10,5…` with coordinates to a hundredth of a pixel. */
export function pathOf(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${rounded(x)},${rounded(y)}`).join('');
}

/** A closed path around an upper and a lower edge, both given from left to right. */
export function areaOf(upper: readonly Point[], lower: readonly Point[]): string {
  return upper.length < 2 ? '' : `${pathOf([...upper, ...lower.toReversed()])}Z`;
}

/** The same line with fewer points: none dropped lies more than `tolerance` px off (Ramer, Douglas and Peucker). */
export function simplify(points: readonly Point[], tolerance = 0.15): Point[] {
  const kept = new Uint8Array(points.length);
  kept[0] = 1;
  kept[points.length - 1] = 1;
  const spans: [number, number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span;
    const index = farthest(points, from, to, tolerance);
    if (index === null) continue;
    kept[index] = 1;
    spans.push([from, index], [index, to]);
  }
  return points.filter((_, index) => kept[index] === 1);
}

/** The point between two others that is farthest from the straight line between them; null if all are near. */
function farthest(points: readonly Point[], from: number, to: number, tolerance: number): number | null {
  const first = points[from];
  const last = points[to];
  if (first === undefined || last === undefined) return null;
  let most = tolerance ** 2;
  let found: number | null = null;
  for (let index = from + 1; index < to; index++) {
    const point = points[index];
    if (point === undefined) continue;
    const off = distanceSquared(point, first, last);
    if (off > most) {
      most = off;
      found = index;
    }
  }
  return found;
}

/** From a point to the nearest point of the segment from `a` to `b`; squared, since it is asked at every frame. */
function distanceSquared(point: Point, a: Point, b: Point): number {
  const width = b.x - a.x;
  const height = b.y - a.y;
  const along = (point.x - a.x) * width + (point.y - a.y) * height;
  const share = along <= 0 ? 0 : Math.min(1, along / (width * width + height * height));
  return (a.x + share * width - point.x) ** 2 + (a.y + share * height - point.y) ** 2;
}
