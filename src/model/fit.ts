import { aboveZero, check, finite, refuse } from './check.ts';

/** One reading in a series. */
export interface Reading {
  /** When, in years from a zero of the caller's choice; finite. */
  year: number;
  /** How much, in any unit; above 0. */
  value: number;
}

/** The exponential that fits a series of readings best. */
export interface DoublingFit {
  /** Years in which the fitted curve doubles; negative when it falls, `Infinity` when it is flat. */
  doublingYears: number;
  /** The fitted curve at year 0, in the unit of the readings. */
  valueAtZero: number;
  /** Share of the variance of the logarithms that the curve explains, 0 to 1; 1 for a flat series. */
  rSquared: number;
}

/**
 * What steady growth fits a series of readings best?
 *
 * Ordinary least squares of the logarithm of the value on the year, all readings weighing the same.
 * Source: any statistics book; MODEL.md, "Growth".
 *
 * @param points - At least two readings of at least two different years; `year` finite, `value` above 0.
 *   Their order does not matter. Count years from nearby: with calendar years `valueAtZero` is the year 0.
 * @returns Doubling time in years, fitted value at year 0, and R².
 * @throws RangeError when a reading is out of range, or when the years don't differ.
 * @example
 * fitDoubling([{ year: 0, value: 3 }, { year: 1, value: 6 }, { year: 2, value: 12 }]);
 * // → { doublingYears: 1, valueAtZero: 3, rSquared: 1 }
 */
export function fitDoubling(points: readonly Reading[]): DoublingFit {
  points.forEach(({ year, value }, index) => {
    check(`points[${index}].year`, year, finite);
    check(`points[${index}].value`, value, aboveZero);
  });
  const [first] = points;
  if (first === undefined) return refuse('points', [], 'a list of readings of at least two different years');

  // Counting from the first reading keeps calendar years from swallowing the digits, and a flat series flat.
  const years = points.map(({ year }) => year - first.year);
  const doublings = points.map(({ value }) => Math.log2(value) - Math.log2(first.value));
  const meanYear = mean(years);
  const meanDoublings = mean(doublings);
  let spread = 0;
  let variance = 0;
  let covariance = 0;
  years.forEach((year, index) => {
    const aside = year - meanYear;
    const above = (doublings[index] ?? 0) - meanDoublings;
    spread += aside * aside;
    variance += above * above;
    covariance += aside * above;
  });
  if (!(spread > 0 && Number.isFinite(spread))) {
    refuse(
      'points',
      points.map(({ year }) => year),
      'a list of readings of at least two different years',
    );
  }

  const doublingsPerYear = covariance / spread;
  const atZero = Math.log2(first.value) + meanDoublings - doublingsPerYear * (meanYear + first.year);
  return {
    doublingYears: doublingsPerYear === 0 ? Infinity : 1 / doublingsPerYear,
    valueAtZero: 2 ** atZero,
    rSquared: variance === 0 ? 1 : Math.min(1, (covariance / spread) * (covariance / variance)),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
