import { type Box, overlaps, type Point } from '#chart/geometry.ts';
import { textWidth } from '#chart/text.ts';

/** Words in the picture: `as` says how they look. */
export interface Label extends Point {
  readonly text: string;
  readonly as: 'soft' | 'strong' | 'yours' | 'late' | 'demand' | 'supply' | 'money';
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A line of words. */
export interface Line {
  readonly text: string;
  readonly as: Label['as'];
}

export const LEADING = 17;
const AIR = 3;
/** Bold words are wider than `textWidth` knows. */
const WIDENED = 1.07;

/** Words put down one after another, none of which touches another: what comes later gives way. */
export class Words {
  readonly labels: Label[] = [];
  readonly #taken: Box[];
  readonly #px: number;

  constructor(px: number, taken: readonly Box[] = []) {
    this.#px = px;
    this.#taken = [...taken];
  }

  /** Whether the last of these lines is there already. */
  has(lines: readonly Line[]): boolean {
    return this.labels.some(({ text }) => text === lines.at(-1)?.text);
  }

  widthOf(lines: readonly Line[]): number {
    return Math.max(...lines.map(({ text }) => textWidth(text, this.#px) * WIDENED));
  }

  /** Puts lines down with their box's left or right edge or middle at `x`, the first baseline at `y`, if they touch nothing. */
  put(lines: readonly Line[], anchor: Label['anchor'], { x, y }: Point): boolean {
    const width = this.widthOf(lines);
    const left = x - width * { start: 0, middle: 0.5, end: 1 }[anchor];
    const box = {
      x: left - AIR,
      y: y - this.#px,
      width: width + 2 * AIR,
      height: (lines.length - 1) * LEADING + this.#px * 1.3,
    };
    if (this.#taken.some((other) => overlaps(box, other))) return false;
    this.#taken.push(box);
    this.labels.push(...lines.map(({ text, as }, row) => ({ text, as, anchor, x, y: y + row * LEADING })));
    return true;
  }
}
