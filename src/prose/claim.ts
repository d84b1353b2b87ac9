import { durationCodec } from '#state/duration.ts';
import { clamp, nearest, positionOf, valueAt } from '#state/quantity.ts';
import { isWorldKey, type World, type WorldKey, worldResults, worldSettings } from '#state/world.ts';

/** What a claim may be decided by. */
export type Along = WorldKey;

/** A claim as its author wrote it. */
export interface Written {
  readonly id?: string | undefined;
  readonly holds: string;
  readonly along: string;
  readonly otherwise?: string | undefined;
  /** A widget's own setting that spoils it wherever it is changed, as in the address: "scarcity.ceiling". */
  readonly unless?: string | undefined;
  /** What is true then. */
  readonly then?: string | undefined;
  /** File and line. */
  readonly place: string;
}

/** A sentence about a world that is true or false of it. */
export interface Claim {
  readonly holds: (world: World) => boolean;
  /** The compared numbers, for an author: "scarcity is 10.8, and 2 is 2". */
  readonly numbers: (world: World) => string;
  readonly along: WorldKey;
}

/** Where, along its quantity, a claim turns over. */
export interface Break {
  /** Exact. */
  readonly value: number;
  /** Whether it holds above this value, and not below. */
  readonly holdsAbove: boolean;
  /** The nearest value on the holding side that a slider can show. */
  readonly shown: number;
}

type NumberOf = (world: World) => number;

const COMPARISON = /^\s*([\w.]+)\s*(<=|>=|<|>)\s*([\w.]+)\s*$/;

const comparisons: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '<': (left, right) => left < right,
  '>': (left, right) => left > right,
  '<=': (left, right) => left <= right,
  '>=': (left, right) => left >= right,
};

/** Reads a claim. Throws, saying what is wanted, where it can't be read. */
export function readClaim(holds: string, along: string): Claim {
  if (!isWorldKey(along))
    throw new Error(`along="${along}": wanted: one of ${Object.keys(worldSettings).join(', ')}`);
  const [, left = '', sign = '', right = ''] = COMPARISON.exec(holds) ?? [];
  const compare = comparisons[sign];
  if (compare === undefined)
    throw new Error(
      `holds="${holds}": wanted: two numbers and <, >, <= or >= between them, such as "scarcity > 2"`,
    );
  const [one, other] = [numberOf(left), numberOf(right)];
  return {
    holds: (world) => compare(one(world), other(world)),
    numbers: (world) => `${left} is ${one(world)}, ${right} is ${other(world)}`,
    along,
  };
}

function numberOf(name: string): NumberOf {
  if (isWorldKey(name)) return (world) => world[name];
  const results: Readonly<Record<string, { of: NumberOf }>> = worldResults;
  const result = Object.hasOwn(results, name) ? results[name] : undefined;
  if (result !== undefined) return result.of;
  const constant = durationCodec.parse(name) ?? Number(name);
  if (!Number.isFinite(constant)) {
    const names = [...Object.keys(worldSettings), ...Object.keys(worldResults)].join(', ');
    throw new Error(`“${name}”: wanted: a number, a time such as 11mo, or one of ${names}`);
  }
  return () => constant;
}

/** Throws where a claim can't be read or is false of the essay's own world, naming its place and its numbers. */
export function checkClaim(
  { id = '', holds, along, otherwise = '', unless, then, place }: Written,
  essay: World,
): void {
  const named = `${place}: the claim “${id}”`;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new Error(`${named}: wanted: an id of small letters, digits and hyphens`);
  if (!/\S/.test(otherwise))
    throw new Error(`${named} has no otherwise: wanted: what is true where it is not`);
  if ((unless === undefined) !== (then === undefined))
    throw new Error(`${named}: wanted: unless and then together, or neither`);
  let claim: Claim;
  try {
    claim = readClaim(holds, along);
  } catch (error) {
    throw new Error(`${named}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!claim.holds(essay))
    throw new Error(`${named}, ${holds}, is false of the essay’s own world: ${claim.numbers(essay)}`);
}

const SAMPLES = 400;
const HALVINGS = 60;
/** Steps along a whole slider: finer than what any of them can show. */
const FINEST = 2000;

/** Where along its quantity the claim turns over, nearest to the world as it is; null where it never does. */
export function breakOf(claim: Claim, world: World): Break | null {
  const quantity = worldSettings[claim.along];
  const max = claim.along === 'commit' ? world.lead : quantity.max;
  const at = (share: number) =>
    share >= 1
      ? max
      : quantity.scale === 'log'
        ? quantity.min * (max / quantity.min) ** share
        : quantity.min + (max - quantity.min) * share;
  const holdsAt = (value: number) => claim.holds(moved(world, claim.along, value));

  const here = positionOf(quantity, max, world[claim.along]);
  let best: { from: number; to: number } | null = null;
  for (let index = 0; index < SAMPLES; index++) {
    const [from, to] = [index / SAMPLES, (index + 1) / SAMPLES];
    if (holdsAt(at(from)) === holdsAt(at(to))) continue;
    if (best === null || Math.abs(from - here) < Math.abs(best.from - here)) best = { from, to };
  }
  if (best === null) return null;

  let { from, to } = best;
  const holdsAbove = holdsAt(at(to));
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (from + to) / 2;
    if (holdsAt(at(middle)) === holdsAbove) to = middle;
    else from = middle;
  }
  const value = at(holdsAbove ? to : from);
  let shown = nearest(quantity, max, value);
  const onward = (holdsAbove ? 1 : -1) / FINEST;
  for (
    let share = positionOf(quantity, max, value);
    !holdsAt(shown) && share >= 0 && share <= 1;
    share += onward
  )
    shown = valueAt(quantity, max, share);
  return { value, holdsAbove, shown };
}

/** The world with one quantity moved; what it presses down goes with it. */
export function moved(world: World, key: WorldKey, value: number): World {
  return bounded({ ...world, [key]: value });
}

/** Nobody commits further ahead than building takes. */
export function bounded(world: World): World {
  return { ...world, commit: clamp(world.commit, 0, world.lead) };
}
