import { check, checkIds, finite, leadRange, zeroOrMore } from './check.ts';

/** One of the kinds of work that must all be finished before capacity runs. */
export interface Stage {
  /** Its name, different from every other stage's. */
  id: string;
  /** When it starts, in years from a zero of the caller's choice; finite. */
  startYear: number;
  /** Years it takes; 0 to 15. */
  leadYears: number;
}

/** When capacity comes online, and which work decides it. */
export interface Schedule {
  /** When the last stage is finished, on the same count of years. */
  onlineYear: number;
  /** The stages that finish last, in the order given; several when they tie. */
  binding: string[];
  /** For each stage, years by which it could finish later at no cost; 0 for those that bind. */
  slackYears: Record<string, number>;
}

/** One of the kinds of work that every GW must pass through. */
export interface StageRate {
  /** Its name, different from every other stage's. */
  id: string;
  /** What it can deliver, in GW a year; at least 0. */
  gwPerYear: number;
}

/** How much comes online in a year, and which work decides it. */
export interface Throughput {
  /** GW a year that pass through all stages. */
  gwPerYear: number;
  /** The narrowest stages, in the order given; several when they tie. */
  binding: string[];
}

/** Years and shares closer than this are a tie: sums such as 0.1 + 0.2 miss 0.3 in the last digit. */
const tie = 1e-9;

/**
 * When does capacity come online, and what is it waiting for?
 *
 * All stages run side by side; the latest finish decides.
 * Source: the law of the minimum (Liebig); constraints as in Goldratt, *The Goal* (1984).
 *
 * @param stages - At least one, in any order; years as in {@link Stage}.
 * @returns The online year, the stages that bind, and the slack of each stage in years by its id.
 * @throws RangeError when there is no stage, when an id stands twice, or when a number is out of range.
 * @example
 * scheduleStages([
 *   { id: 'chips', startYear: 0, leadYears: 1 },
 *   { id: 'power', startYear: 0.5, leadYears: 2.5 },
 * ]);
 * // → { onlineYear: 3, binding: ['power'], slackYears: { chips: 2, power: 0 } }
 */
export function scheduleStages(stages: readonly Stage[]): Schedule {
  checkStageIds(stages);
  stages.forEach(({ startYear, leadYears }, index) => {
    check(`stages[${index}].startYear`, startYear, finite);
    check(`stages[${index}].leadYears`, leadYears, leadRange);
  });
  const onlineYear = Math.max(...stages.map(({ startYear, leadYears }) => startYear + leadYears));
  const slacks = stages.map(({ id, startYear, leadYears }) => {
    const slack = onlineYear - (startYear + leadYears);
    return { id, slack: slack <= tie ? 0 : slack };
  });
  return {
    onlineYear,
    binding: slacks.filter(({ slack }) => slack === 0).map(({ id }) => id),
    slackYears: Object.fromEntries(slacks.map(({ id, slack }) => [id, slack])),
  };
}

/**
 * How much capacity can come online in a year, and what holds it back?
 *
 * Every GW passes through every stage, so the narrowest decides.
 * Source: the law of the minimum (Liebig); constraints as in Goldratt, *The Goal* (1984).
 *
 * @param stages - At least one, in any order; GW a year as in {@link StageRate}.
 * @returns The smallest of the rates in GW a year, and the stages that have it.
 * @throws RangeError when there is no stage, when an id stands twice, or when a rate is out of range.
 * @example
 * throughput([
 *   { id: 'chips', gwPerYear: 12 },
 *   { id: 'power', gwPerYear: 7 },
 * ]);
 * // → { gwPerYear: 7, binding: ['power'] }
 */
export function throughput(stages: readonly StageRate[]): Throughput {
  checkStageIds(stages);
  stages.forEach(({ gwPerYear }, index) => {
    check(`stages[${index}].gwPerYear`, gwPerYear, zeroOrMore);
  });
  const narrowest = Math.min(...stages.map(({ gwPerYear }) => gwPerYear));
  return {
    gwPerYear: narrowest,
    binding: stages.filter(({ gwPerYear }) => gwPerYear <= narrowest * (1 + tie)).map(({ id }) => id),
  };
}

function checkStageIds(stages: readonly { id: string }[]): void {
  checkIds(
    'stages',
    stages.map(({ id }) => id),
    (index) => `stages[${index}].id`,
  );
}
