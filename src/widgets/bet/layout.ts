import type { Box, Point } from '#chart/geometry.ts';
import { clamp } from '#state/quantity.ts';

/** The drawing's size and margins at a width in px: a table of four outcomes whose columns stand on the ends of the axis below. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly compact: boolean;
  /** Baseline of the columns' heads. */
  readonly headY: number;
  readonly rows: { readonly commit: Row; readonly wait: Row };
  /** The largest square that has room in a row. */
  readonly squarePx: number;
  /** The lines: from one end of the belief axis to the other, from nothing lost upwards. */
  readonly plot: Box;
}

export interface Row {
  readonly top: number;
  readonly bottom: number;
  /** The middle of its squares. */
  readonly middle: number;
  /** Baseline of its name. */
  readonly nameY: number;
}

const COMPACT_BELOW = 560;
/** As thick as words on it need. */
export const BAR_PX = 20;
export const HALO_PX = 20;

export function frameAt(width: number, tallest = Infinity): Frame {
  return width < COMPACT_BELOW ? narrow(width) : wide(width, tallest);
}

function wide(width: number, tallest: number): Frame {
  const left = Math.max(158, 0.3 * width);
  const right = width - Math.max(162, 0.22 * width);
  const lines = Math.round(Math.max(190, 0.26 * width));
  // Where there is less room, the squares give some first.
  const tall = 232 + lines + BAR_PX + 66 <= tallest ? 84 : 66;
  const row = (top: number): Row => ({
    top,
    bottom: top + tall,
    middle: top + tall / 2,
    nameY: top + tall / 2 - 3,
  });
  const y = 64 + 2 * tall;
  const plot = { x: left, y, width: right - left, height: clamp(tallest - y - BAR_PX - 66, 110, lines) };
  return {
    width,
    height: plot.y + plot.height + BAR_PX + 66,
    compact: false,
    headY: 14,
    rows: { commit: row(30), wait: row(30 + tall) },
    squarePx: tall - 16,
    plot,
  };
}

function narrow(width: number): Frame {
  const left = 34;
  const row = (top: number): Row => ({ top, bottom: top + 80, middle: top + 51, nameY: top + 17 });
  const plot = {
    x: left,
    y: 222,
    width: width - 2 * left,
    height: Math.round(clamp(0.56 * width, 160, 220)),
  };
  return {
    width,
    height: plot.y + plot.height + BAR_PX + 64,
    compact: true,
    headY: 12,
    rows: { commit: row(24), wait: row(104) },
    squarePx: 50,
    plot,
  };
}

/** The heights of the axis of money, in dollars: it moves in rungs, so that it rests while a hand moves. */
export const TOPS: readonly number[] = [125, 250, 500];

/** From beliefs and dollars to px and back; `top` is what the plot's upper edge stands for. */
export class Projection {
  readonly frame: Frame;
  readonly top: number;

  constructor(frame: Frame, top: number) {
    this.frame = frame;
    this.top = top;
  }

  x(belief: number): number {
    return this.frame.plot.x + belief * this.frame.plot.width;
  }

  y(dollars: number): number {
    const { y, height } = this.frame.plot;
    return y + height * (1 - dollars / this.top);
  }

  belief(x: number): number {
    return clamp((x - this.frame.plot.x) / this.frame.plot.width, 0, 1);
  }

  dollars(y: number): number {
    const { plot } = this.frame;
    return clamp((plot.y + plot.height - y) / plot.height, 0, 1) * this.top;
  }

  /** The side of a square whose area is this much money. */
  side(dollars: number): number {
    return this.frame.squarePx * Math.sqrt(dollars / this.top);
  }

  /** What committing and waiting are expected to cost, each as a straight line. */
  lines({ idle, short }: { readonly idle: number; readonly short: number }): Lines {
    const at = (belief: number, dollars: number) => ({ x: this.x(belief), y: this.y(dollars) });
    return { commit: [at(0, idle), at(1, 0)], wait: [at(0, 0), at(1, short)] };
  }
}

export interface Lines {
  readonly commit: readonly [Point, Point];
  readonly wait: readonly [Point, Point];
}

/** The middle of a square, on the axis's end that it stands on. */
export function squareAt({ frame, x, y }: { frame: Frame; x: number; y: number }, side: number): Box {
  const held = clamp(x, side / 2, frame.width - side / 2);
  return { x: held - side / 2, y: y - side / 2, width: side, height: side };
}
