import { lawYear } from '#model/law.ts';
import type { Pipeline } from '#model/pipeline.ts';
import { fc, from } from './properties.ts';

/** Doubling time, lead time and a commitment within it, over the whole range of the model. */
export const steadyGrowth = fc
  .record({ doublingYears: from(0.1, 10), leadYears: from(0, 15), covered: from(0, 1) })
  .map(({ doublingYears, leadYears, covered }) => ({
    doublingYears,
    leadYears,
    commitYears: leadYears * covered,
  }));

/** Steady growth after any calm, whose law holds early enough to be looked at, on a grid fine enough for it. */
export const simulatedGrowth = fc
  .record({
    doublingYears: from(0.1, 4),
    leadYears: from(0, 8),
    covered: from(0, 1),
    legacyDoublingYears: from(0.5, 10),
    windowYears: from(0.05, 3),
  })
  .map(({ covered, ...rest }) => ({
    ...rest,
    commitYears: rest.leadYears * covered,
    stepYears: Math.min(1 / 48, rest.doublingYears / 12),
  }))
  .filter((world) => lawYear(world) + world.leadYears < 50);

/** Worlds with everything in them that the model knows, of a size that is quick to simulate. */
export const anyWorld = fc
  .record({
    doublingYears: from(0.25, 6),
    leadYears: from(0, 6),
    covered: from(0, 1),
    ceiling: fc.oneof(fc.constant(Infinity), from(1.01, 1000)),
    legacyDoublingYears: from(0.5, 10),
    windowYears: from(0.05, 3),
    horizonYears: from(0.1, 12),
    stopYear: fc.oneof(fc.constant(null), from(-2, 14)),
    drop: fc.oneof(fc.constant(0), from(0, 0.99)),
    elasticity: from(0.05, 20),
  })
  .map(({ covered, ...rest }) => ({ ...rest, commitYears: rest.leadYears * covered }));

/** The same, without ceiling and stop. */
export const steadyWorld = anyWorld.map(
  ({ ceiling: _ceiling, stopYear: _stop, drop: _drop, ...rest }) => rest,
);

/** The last moment of a simulation. */
export function lastOf({ series }: Pipeline) {
  const last = series.at(-1);
  if (last === undefined) throw new Error('an empty series');
  return last;
}

/** Each moment with the one `apart` places later. */
export function pairs({ series }: Pipeline, apart = 1) {
  return series.slice(apart).flatMap((later, index) => {
    const earlier = series[index];
    return earlier === undefined ? [] : [{ earlier, later }];
  });
}

/** The moments of two simulations side by side, for as long as both last. */
export function sideBySide(one: Pipeline, other: Pipeline) {
  return one.series.flatMap((point, index) => {
    const twin = other.series[index];
    return twin === undefined ? [] : [{ point, twin }];
  });
}

/** By how much the first number is off the second, as a share of it. */
export function offBy(actual: number, expected: number): number {
  return actual === expected ? 0 : Math.abs(actual / expected - 1);
}

/** The largest of many numbers; -Infinity of none. */
export function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), -Infinity);
}
