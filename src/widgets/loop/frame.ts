import type { Point } from '#chart/geometry.ts';

/**
 * The drawing's axes: `along` the river, in px from the drawing's start, and `across` it, in px from the bank that
 * ring and river share. The ring lies below that bank (or left of it), the river above (or right of it).
 */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** On a phone the river runs down, else to the right. */
  readonly runsDown: boolean;
  /** Along: the start, the end of the years' chart, and the three parties. */
  readonly start: number;
  readonly chartEnd: number;
  readonly tenant: number;
  readonly vendor: number;
  readonly suppliers: number;
  /** Where the shared bank is, in px from the drawing's edge. */
  readonly bank: number;
  /** How far across the river may reach, and how far the bands that have words beside them. */
  readonly widest: number;
  readonly beside: number;
  /** How deep the ring is, and how far it reaches beyond its two parties. */
  readonly depth: number;
  readonly reach: number;
}

const RUNS_DOWN_BELOW = 560;
/** Words stand right of the bands, and this is what they need. */
const WORDS_PX = 104;
/** The ring's ends are half circles, a little cut into by its parties. */
const REACH = 0.42;

/** The drawing at a width in px. */
export function frameAt(width: number): Frame {
  if (width >= RUNS_DOWN_BELOW) {
    const height = Math.round(Math.min(500, Math.max(390, width / 2)));
    const bank = Math.round(height * 0.63);
    const depth = height - bank - 26;
    return {
      width,
      height,
      runsDown: false,
      start: 24,
      chartEnd: Math.round(width * 0.18),
      tenant: Math.round(width * 0.45),
      vendor: Math.round(width * 0.74),
      suppliers: width - 10,
      bank,
      widest: bank - 62,
      beside: bank - 62,
      depth,
      reach: depth * REACH,
    };
  }
  const depth = Math.round(Math.min(150, Math.max(96, width * 0.36)));
  const bank = depth + 8;
  const widest = width - bank - 14;
  return {
    width,
    height: 600,
    runsDown: true,
    start: 62,
    chartEnd: 158,
    tenant: 282,
    vendor: 428,
    suppliers: 552,
    bank,
    widest,
    beside: Math.max(40, widest - WORDS_PX),
    depth,
    reach: depth * REACH,
  };
}

export function toPx({ runsDown, bank }: Frame, along: number, across: number): Point {
  return runsDown ? { x: bank + across, y: along } : { x: along, y: bank - across };
}

/** How far across a point of the drawing is. */
export function acrossAt({ runsDown, bank }: Frame, { x, y }: Point): number {
  return runsDown ? x - bank : bank - y;
}
