/**
 * What a number may be: `holds` decides, `words` finishes the sentence "… but must be …".
 */
export interface Allowed {
  readonly words: string;
  readonly holds: (value: number) => boolean;
}

/**
 * Allows every finite number from `least` to `most`, both included.
 *
 * @param least - The smallest number allowed, in the unit of the parameter.
 * @param most - The largest number allowed, in the same unit.
 * @param words - How to say the two ends where the plain numbers would be hard to read.
 * @returns The range, for {@link check}.
 * @example
 * between(0, 15).words; // → 'a finite number from 0 to 15'
 */
export function between(least: number, most: number, words = `from ${least} to ${most}`): Allowed {
  return { words: `a finite number ${words}`, holds: (value) => value >= least && value <= most };
}

/**
 * Allows every finite number above `bound`.
 *
 * @param bound - The number that is just too small, in the unit of the parameter.
 * @param name - The parameter that sets the bound, when another one does.
 * @returns The range, for {@link check}.
 * @example
 * above(4, 'resale').words; // → 'a finite number above resale (4)'
 */
export function above(bound: number, name?: string): Allowed {
  const words = `a finite number above ${name === undefined ? bound : `${name} (${bound})`}`;
  return { words, holds: (value) => value > bound };
}

/** A demand or efficiency doubling time, in years. */
export const doublingRange = between(0.1, 10);
/** A lead time, in years. */
export const leadRange = between(0, 15);
/** How far a simulation looks ahead, in years. */
export const horizonRange = between(0.1, 60);
/** The step of the time grid, in years. */
export const stepRange = between(1 / 1000, 1 / 48, 'from 1/1000 to 1/48');
/** A constant price elasticity of demand, without unit. */
export const elasticityRange = between(0.05, 20);
/** A share or a probability, as a fraction. */
export const shareRange = between(0, 1);
/** A rate of growth per year, as a fraction. */
export const growthRange = between(-0.99, 10);
/** Any finite number. */
export const finite: Allowed = { words: 'a finite number', holds: () => true };
/** Money or capacity, which may be nothing. */
export const zeroOrMore: Allowed = { words: 'a finite number of at least 0', holds: (value) => value >= 0 };
/** A quantity that something is divided by, or whose logarithm is taken. */
export const aboveZero = above(0);

/**
 * Refuses a number outside its range.
 *
 * @param name - The parameter as the caller wrote it, such as `leadYears` or `stages[1].leadYears`.
 * @param value - The argument, in the parameter's own unit.
 * @param allowed - What it may be; a number that is not finite is never allowed here.
 * @throws RangeError naming the parameter, the value and the allowed range.
 * @example
 * check('leadYears', -1, leadRange); // → RangeError: leadYears is -1, but must be a finite number from 0 to 15.
 */
export function check(name: string, value: number, allowed: Allowed): void {
  if (!Number.isFinite(value) || !allowed.holds(value)) refuse(name, value, allowed.words);
}

/**
 * Refuses what builders commit when it reaches further ahead than the lead time.
 *
 * @param commitYears - Years ahead that builders commit, from 0 to `leadYears`.
 * @param leadYears - Years from commitment to power-on, already checked.
 * @throws RangeError naming the parameter, the value and the allowed range.
 * @example
 * checkCommit(3, 2); // → RangeError: commitYears is 3, but must be a finite number from 0 to leadYears (2).
 */
export function checkCommit(commitYears: number, leadYears: number): void {
  check('commitYears', commitYears, between(0, leadYears, `from 0 to leadYears (${leadYears})`));
}

/**
 * Refuses an empty list, and a list in which a name stands twice.
 *
 * @param name - The list as the caller wrote it, such as `stages`.
 * @param ids - The names in it, in order.
 * @param path - Where the name at an index stands in the caller's list.
 * @throws RangeError naming the parameter, the value and what is allowed.
 * @example
 * checkIds('clouds', [], (index) => `clouds[${index}]`); // → RangeError: clouds is [], but must be a list of at least one.
 */
export function checkIds(name: string, ids: readonly string[], path: (index: number) => string): void {
  if (ids.length === 0) refuse(name, ids, 'a list of at least one');
  ids.forEach((id, index) => {
    if (ids.indexOf(id) !== index) refuse(path(index), id, 'different from every other one in the list');
  });
}

/**
 * Says no, always in the same sentence.
 *
 * @param name - The parameter as the caller wrote it.
 * @param value - What was given.
 * @param words - What it must be instead, without a full stop.
 * @throws RangeError, always.
 * @example
 * refuse('drop', 1, 'a finite number from 0 to below 1'); // → RangeError: drop is 1, but must be a finite number from 0 to below 1.
 */
export function refuse(name: string, value: unknown, words: string): never {
  const given = typeof value === 'string' || Array.isArray(value) ? JSON.stringify(value) : String(value);
  throw new RangeError(`${name} is ${given}, but must be ${words}.`);
}
