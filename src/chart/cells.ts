import type { Point } from './geometry.ts';

/** A cell of capacity: promised, under way, there, or already somebody else's. */
export interface Cell extends Point {
  readonly state: 'paper' | 'building' | 'running' | 'served';
  /** 0–1: how far a building cell has come, how much of a running one there is. */
  readonly share: number;
  /** Nobody has given a date for it. */
  readonly assumed: boolean;
}

/** What draws a set of cells, from the back to the front, each as one path for all of them: a field has a hundred, and a hand moves it. */
export interface CellPaths {
  readonly paper: string;
  readonly served: string;
  readonly filling: string;
  readonly outline: string;
  /** An outline too. */
  readonly assumed: string;
  readonly running: string;
}

const px = (value: number) => Math.round(value * 100) / 100;

function rounded(x: number, y: number, width: number, height: number, corner: number): string {
  const radius = Math.max(0, Math.min(corner, width / 2, height / 2));
  const arc = (right: number, down: number) => `a${px(radius)},${px(radius)} 0 0 1 ${px(right)},${px(down)}`;
  return (
    `M${px(x + radius)},${px(y)}h${px(width - 2 * radius)}${arc(radius, radius)}` +
    `v${px(height - 2 * radius)}${arc(-radius, radius)}h${px(2 * radius - width)}${arc(-radius, -radius)}` +
    `v${px(2 * radius - height)}${arc(radius, -radius)}z`
  );
}

/** Half a line: what is stroked stays inside its cell. */
const INSET = 0.75;
/** Between an outline and what fills it. */
const AIR = 2;
/** Less than this cannot be seen, and has no corners to round. */
const LEAST = 0.02;

/** The paths of cells of one size in px. */
export function cellPaths(cells: readonly Cell[], size: number): CellPaths {
  const paths = { paper: '', served: '', filling: '', outline: '', assumed: '', running: '' };
  const corner = size * 0.16;
  const inner = size - 2 * (INSET + AIR);
  for (const { x, y, state, share, assumed } of cells) {
    const edge = rounded(x + INSET, y + INSET, size - 2 * INSET, size - 2 * INSET, corner);
    const isWhole = state === 'running' && share >= 1 - LEAST;
    if (state === 'paper') paths.paper += edge;
    else if (state === 'served') paths.served += rounded(x, y, size, size, corner);
    else if (isWhole && !assumed) paths.running += rounded(x, y, size, size, corner);
    else paths[assumed ? 'assumed' : 'outline'] += edge;
    const [left, top] = [x + INSET + AIR, y + INSET + AIR];
    if (state === 'building' && share > LEAST) {
      paths.filling += rounded(left, top + inner * (1 - share), inner, inner * share, corner / 2);
    }
    if (state === 'running' && share > LEAST && (assumed || !isWhole)) {
      paths.running += rounded(left, top, inner * Math.min(1, share), inner, corner / 2);
    }
  }
  return paths;
}
