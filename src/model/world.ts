import {
  type Allowed,
  aboveZero,
  check,
  checkCommit,
  doublingRange,
  elasticityRange,
  horizonRange,
  leadRange,
  refuse,
  stepRange,
} from './check.ts';

/** A world in which demand speeds up at year 0 and capacity takes years to build. */
export interface PipelineOptions {
  /** Years in which demand doubles from year 0 on; 0.1 to 10. */
  doublingYears: number;
  /** Years from commitment to power-on; 0 to 15. */
  leadYears: number;
  /** Years of growth ahead that builders commit to; 0 to `leadYears`. */
  commitYears: number;
  /** The multiple of the start that demand never passes; above 1, `Infinity` when left out. */
  ceiling?: number;
  /** Years in which demand doubled in the calm before year 0; 0.1 to 10, 3 when left out. */
  legacyDoublingYears?: number;
  /** Years over which builders measure growth; above 0, 0.5 when left out. */
  windowYears?: number;
  /** The last year of the simulation; 0.1 to 60, 12 when left out. */
  horizonYears?: number;
  /** The year in which demand stops growing; any finite number, or `null` (when left out) for never. */
  stopYear?: number | null;
  /** The share of demand that goes away after the stop; 0 (when left out) to below 1. */
  drop?: number;
  /** Constant price elasticity of demand, as a positive number; 0.05 to 20, 1 when left out. */
  elasticity?: number;
  /** Years between two points of the series; 1/1000 to 1/48, 1/48 when left out. */
  stepYears?: number;
}

/** The same world with nothing left out. */
export type CompleteWorld = Required<PipelineOptions>;

const finiteOrNull: Allowed = { words: 'a finite number or null', holds: () => true };
const dropRange: Allowed = {
  words: 'a finite number from 0 to below 1',
  holds: (value) => value >= 0 && value < 1,
};

/**
 * Which world is simulated, once what was left out is filled in?
 *
 * @param options - As the caller gave them; see {@link PipelineOptions} for units, ranges and defaults.
 * @returns Every option, checked.
 * @throws RangeError naming the parameter, the value and the allowed range.
 * @example
 * completeWorld({ doublingYears: 1, leadYears: 2, commitYears: 0 }).legacyDoublingYears; // → 3
 */
export function completeWorld({
  doublingYears,
  leadYears,
  commitYears,
  ceiling = Infinity,
  legacyDoublingYears = 3,
  windowYears = 0.5,
  horizonYears = 12,
  stopYear = null,
  drop = 0,
  elasticity = 1,
  stepYears = 1 / 48,
}: PipelineOptions): CompleteWorld {
  check('doublingYears', doublingYears, doublingRange);
  check('leadYears', leadYears, leadRange);
  checkCommit(commitYears, leadYears);
  if (!(ceiling > 1)) refuse('ceiling', ceiling, 'a number above 1, or Infinity');
  check('legacyDoublingYears', legacyDoublingYears, doublingRange);
  check('windowYears', windowYears, aboveZero);
  check('horizonYears', horizonYears, horizonRange);
  if (stopYear !== null) check('stopYear', stopYear, finiteOrNull);
  check('drop', drop, dropRange);
  check('elasticity', elasticity, elasticityRange);
  check('stepYears', stepYears, stepRange);
  return {
    doublingYears,
    leadYears,
    commitYears,
    ceiling,
    legacyDoublingYears,
    windowYears,
    horizonYears,
    stopYear,
    drop,
    elasticity,
    stepYears,
  };
}
