import { ticks } from 'd3';
import { decimal, powerOfTen, yearNumber } from '#model/format.ts';

export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** The smallest rung that holds `value`: axes move in rungs, so that they rest while a hand moves. */
export function rung(ladder: readonly number[], value: number): number {
  return ladder.find((step) => step >= value) ?? ladder.at(-1) ?? value;
}

/** Ticks in years from 0 to `end`, about `count` of them. */
export function yearTicks(end: number, count: number): Tick[] {
  return ticks(0, end, count).map((value) => ({ value, label: yearNumber(value) }));
}

/** Ticks for multiples on a linear axis from 0 to `top`. */
export function linearTicks(top: number, count: number): Tick[] {
  return ticks(0, top, count).map((value) => ({ value, label: value === 0 ? '0' : tickLabel(value) }));
}

const DOUBLING_STEPS = [1, 2, 3, 4];
const TENFOLD_STEPS = [1, 2, 3, 6, 9, 12, 15, 18, 24, 30];

/** Ticks for multiples on a log axis from 1 to 2^`doublings`: powers of two while they stay readable, then of ten. */
export function logTicks(doublings: number, count: number): Tick[] {
  const step = DOUBLING_STEPS.find((candidate) => doublings / candidate <= count);
  if (step !== undefined && doublings <= 12) return powers(2, step, doublings);
  const decades = doublings * Math.log10(2);
  return powers(10, TENFOLD_STEPS.find((candidate) => decades / candidate <= count) ?? 30, decades);
}

function powers(base: number, step: number, end: number): Tick[] {
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => {
    const value = base ** (index * step);
    return { value, label: tickLabel(value) };
  });
}

/** Short enough for the margin beside an axis: from a million on, tens to a power. */
const THOUSANDS = ['', 'k', 'M', 'B', 'T'];

/** 4×, 1,000×, 10k×, 1.5M×; beyond the trillions 10¹⁸×, and 2·10¹⁸ without its sign, which would not fit. */
function tickLabel(value: number): string {
  if (value < 1e4) return `${decimal(value, 2)}×`;
  const group = Math.floor(Math.log10(value) / 3 + 1e-9);
  const suffix = THOUSANDS[group];
  if (suffix !== undefined) return `${decimal(value / 1000 ** group, 2)}${suffix}×`;
  const decade = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const leading = decimal(value / decade, 1);
  return leading === '1' ? `${powerOfTen(decade)}×` : `${leading}·${powerOfTen(decade)}`;
}
