import { bisector } from 'd3';
import { anthropicRunRates, type RunRate } from '#evidence/readings.ts';
import { calendarYear, monthName } from '#model/calendar.ts';
import { clamp } from '#state/quantity.ts';
import { type Line, lineThrough } from './compute.ts';

/** The reader draws on from this reading (B02) … */
const KNOWN = 2;
export const startsAt = readingAt(KNOWN);
/** … to the last, one value a month, each on the day of the last reading. */
export const endsAt = readingAt(-1);
/** What the reader may see before drawing. */
export const known = anthropicRunRates.slice(0, KNOWN + 1);

function readingAt(index: number): RunRate {
  const found = anthropicRunRates.at(index);
  if (found === undefined) throw new Error(`there is no reading ${index} to draw from`);
  return found;
}

/** The moments drawn at, from the known one on. */
export const moments: readonly number[] = [startsAt.year, ...monthsUpTo(endsAt.year)];
export const LAST = moments.length - 1;

function monthsUpTo(last: number): number[] {
  const first = calendarYear('2025-01-28') ?? last;
  return Array.from({ length: Math.round((last - first) * 12) + 1 }, (_, index) => first + index / 12);
}

/** The least a curve may hold, and the most the picture has room for. */
const [LEAST, MOST] = [0.1, 60];

/** A curve under way: what a hand set, month by month; `null` where it only passed over. The first is the known reading. */
export type Guess = readonly (number | null)[];

export const nothingDrawn: Guess = moments.map((_, index) => (index === 0 ? startsAt.value : null));

/** How far it is drawn. */
export function reach(guess: Guess): number {
  return guess.findLastIndex((value) => value !== null);
}

export function held(value: number): number {
  return clamp(Math.round(value * 10) / 10, LEAST, MOST);
}

/** One value a moment: straight between what is set, and carried on from the last. */
export function valuesOf(guess: Guess): number[] {
  let before = 0;
  return guess.map((value, index) => {
    if (value !== null) {
      before = index;
      return value;
    }
    const from = guess[before] ?? startsAt.value;
    const after = guess.findIndex((next, at) => at > index && next !== null);
    const to = guess[after] ?? from;
    return after === -1 ? from : from + ((to - from) * (index - before)) / (after - before);
  });
}

/** With one moment set; the known one stays. */
export function put(guess: Guess, moment: number, value: number): Guess {
  return moment < 1 ? guess : guess.with(Math.min(moment, LAST), held(value));
}

/** A stroke of the hand from one spot to another: every month that it passes takes its height there. */
export function stroke(
  guess: Guess,
  from: { at: number; value: number },
  to: { at: number; value: number },
): Guess {
  const [a, b] = [Math.round(from.at), Math.round(to.at)];
  let drawn = put(guess, b, to.value);
  const step = Math.sign(b - a);
  for (let moment = a + step; moment !== b && step !== 0; moment += step) {
    const share = (moment - from.at) / (to.at - from.at);
    drawn = put(drawn, moment, from.value + (to.value - from.value) * clamp(share, 0, 1));
  }
  return drawn;
}

const byYear = bisector((year: number) => year);

/** Which moment a year is nearest to, with its fraction. */
export function momentAt(year: number): number {
  const after = clamp(byYear.left([...moments], year), 1, LAST);
  const [left = 0, right = 1] = [moments[after - 1], moments[after]];
  return clamp(after - 1 + (year - left) / (right - left), 0, LAST);
}

/** A finished curve: its points, where it ends, and the steady growth that fits it. */
export interface Drawn {
  readonly points: readonly { year: number; value: number }[];
  readonly ends: number;
  readonly line: Line;
}

export function finish(guess: Guess): Drawn {
  const points = valuesOf(guess).map((value, index) => ({ year: moments[index] ?? endsAt.year, value }));
  return { points, ends: points.at(-1)?.value ?? startsAt.value, line: lineThrough(points) };
}

export const nameOf = (moment: number): string => monthName(moments[moment] ?? endsAt.year);
