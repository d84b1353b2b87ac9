import { fitDoubling, type Reading } from './fit.ts';

/** How surely a series of readings says how fast it grew, if they scatter about their line independently. */
export interface GrowthInterval {
  /** The ends of the interval, in doublings a year; below 0 they are halvings. */
  slowest: number;
  fastest: number;
  /** How far above or below its fitted value the line may pass at a time: a factor, at least 1. */
  factorAt: (year: number) => number;
}

/**
 * Between what rates of growth does the line through a series of readings lie?
 *
 * The confidence interval of the slope, and of the line at any time, for least squares of the logarithm with
 * Student's t. Readings of one thing at several times are not independent, so it is narrower than the truth.
 * Source: any statistics book, under simple linear regression.
 *
 * @param points - As for `fitDoubling`. With two, a line is all there is, and the answer is null.
 * @param confidence - The share of such intervals that would hold the true rate; above 0, below 1.
 * @returns The interval, or null where fewer than three readings leave nothing to judge by.
 * @throws RangeError as `fitDoubling` does.
 * @example
 * growthInterval([{ year: 0, value: 1 }, { year: 1, value: 2 }]); // → null
 * growthInterval([{ year: 0, value: 1 }, { year: 1, value: 2 }, { year: 2, value: 4 }]).slowest; // → 1
 */
export function growthInterval(points: readonly Reading[], confidence = 0.95): GrowthInterval | null {
  const { doublingYears, valueAtZero } = fitDoubling(points);
  const freedom = points.length - 2;
  if (freedom < 1) return null;
  const rate = 1 / doublingYears;
  const mean = points.reduce((sum, { year }) => sum + year, 0) / points.length;
  let spread = 0;
  let unexplained = 0;
  for (const { year, value } of points) {
    spread += (year - mean) ** 2;
    unexplained += (Math.log2(value / valueAtZero) - rate * year) ** 2;
  }
  const scatter = studentsT(freedom, confidence) * Math.sqrt(unexplained / freedom);
  const aside = scatter / Math.sqrt(spread);
  return {
    slowest: rate - aside,
    fastest: rate + aside,
    factorAt: (year) => 2 ** (scatter * Math.sqrt(1 / points.length + (year - mean) ** 2 / spread)),
  };
}

/**
 * How far from the mean, in standard errors, does a share of Student's t distribution reach on both sides?
 *
 * Bisection of the finite sums for whole degrees of freedom (Abramowitz and Stegun, 26.7.3 and 26.7.4).
 *
 * @param freedom - Degrees of freedom; a whole number from 1.
 * @param share - The share within; above 0, below 1.
 * @returns Standard errors, above 0.
 * @example
 * Math.round(studentsT(8, 0.95) * 1000); // → 2306
 */
export function studentsT(freedom: number, share: number): number {
  let low = 0;
  let high = Math.PI / 2;
  for (let step = 0; step < 60; step++) {
    const angle = (low + high) / 2;
    if (shareWithin(angle, freedom) < share) low = angle;
    else high = angle;
  }
  return Math.tan(low) * Math.sqrt(freedom);
}

function shareWithin(angle: number, freedom: number): number {
  const isOdd = freedom % 2 === 1;
  let term = isOdd ? Math.cos(angle) : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let index = isOdd ? 3 : 2; index <= freedom - 2; index += 2) {
    term *= ((index - 1) / index) * Math.cos(angle) ** 2;
    sum += term;
  }
  const within = Math.sin(angle) * sum;
  return isOdd ? (2 / Math.PI) * (angle + within) : within;
}
