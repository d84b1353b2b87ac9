import { decimal, duration } from '#model/format.ts';
import { DAYS_PER_YEAR, days } from '#model/units.ts';

/** Up to two months and a half, days say more. */
const SHORT_YEARS = days(75);

/** A doubling time in words: "55 days", "3.3 months", "1 year". Its sign is not said. */
export function pace(years: number): string {
  const size = Math.abs(years);
  if (size >= SHORT_YEARS) return duration(size);
  const count = decimal(size * DAYS_PER_YEAR, size < days(10) ? 1 : 0);
  return `${count} day${count === '1' ? '' : 's'}`;
}

/** Slower than this is standing still. */
const STILL_YEARS = 1000;

const isStill = (years: number) => Math.abs(years) > STILL_YEARS;

/** How something grows: "doubles every 3.3 months", "halves every 2.6 months", "does not grow"; short: "every 55 days". */
export function every(doublingYears: number, short = false): string {
  if (isStill(doublingYears)) return 'does not grow';
  if (doublingYears < 0) return `halves every ${pace(doublingYears)}`;
  return `${short ? '' : 'doubles '}every ${pace(doublingYears)}`;
}

/** How it grew: what stands before its doubling time, and the time; no time where it stood still. */
export function grew(doublingYears: number): { verb: string; time: string } {
  if (isStill(doublingYears)) return { verb: 'did not grow', time: '' };
  return { verb: doublingYears < 0 ? 'halved ' : 'doubled ', time: `every ${pace(doublingYears)}` };
}

/** The same of a curve that somebody draws: "doubling every 6.9 months". */
export function growing(doublingYears: number): string {
  const { verb, time } = grew(doublingYears);
  return time === '' ? 'not growing' : `${verb.replace('ed ', 'ing ')}${time}`;
}

/** The ends of an interval of growth, in doublings a year, as doubling times: "3.1 to 3.6 months". */
export function span(fastest: number, slowest: number): string {
  const from = pace(1 / fastest);
  if (slowest > 1 / STILL_YEARS) {
    const to = pace(1 / slowest);
    const [, unit = ''] = to.split(' ');
    return `${from.endsWith(unit) ? from.slice(0, -unit.length - 1) : from} to ${to}`;
  }
  const end = slowest < -1 / STILL_YEARS ? `halving every ${pace(1 / slowest)}` : 'no growth at all';
  return fastest > 1 / STILL_YEARS ? `from doubling every ${from} to ${end}` : `up to ${end}`;
}

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

export const count = (number: number): string => NUMBERS[number] ?? String(number);
