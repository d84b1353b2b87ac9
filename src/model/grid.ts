/**
 * At which years does a simulation look?
 *
 * @param horizonYears - The last year; 0.1 to 60, already checked.
 * @param stepYears - Years between two points; 1/1000 to 1/48, already checked.
 * @returns Years from 0 to the horizon, both included; the last step is shorter when the horizon is no
 *   multiple of the step.
 * @example
 * gridYears(0.1, 1 / 48).length; // → 6
 * gridYears(0.1, 1 / 48).at(-1); // → 0.1
 */
export function gridYears(horizonYears: number, stepYears: number): Float64Array {
  // Dividing by a whole number lands on the same doubles as a caller who writes 25 / 48; adding steps would not.
  const stepsPerYear = 1 / stepYears;
  const steps = Math.max(1, Math.ceil(horizonYears * stepsPerYear - 1e-9));
  const years = new Float64Array(steps + 1).map((_, index) => index / stepsPerYear);
  years[steps] = horizonYears;
  return years;
}
