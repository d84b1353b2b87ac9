import { duration, multiple } from '#model/format.ts';
import { type Result, worldResults } from '#state/world.ts';

const results: Readonly<Record<string, Result>> = worldResults;

/** What there is to say of a guess at a result of the world, or of the doubling time of a curve that was drawn. */
export function said(id: string, guess: number, was: number): string {
  const result = Object.hasOwn(results, id) ? results[id] : undefined;
  return result === undefined ? drew(guess, was) : guessed(guess, was, result.format);
}

/** Of a result. It was a guess at the essay's own world. */
function guessed(guess: number, was: number, format: (value: number) => string): string {
  const ratio = Math.max(guess / was, was / guess);
  const start = `You guessed ${format(guess)}; with the essay’s numbers it is ${format(was)}`;
  if (ratio < 1.1) return `${start}, so you were close.`;
  return guess < was
    ? `${start}, which is ${times(ratio)} your guess.`
    : `${start}, so you guessed ${times(ratio)} as much.`;
}

/** Of a drawn curve's doubling time; one that fell has a negative one, one that stood still none that ends. */
function drew(guess: number, was: number): string {
  const fact = `it doubled every ${duration(was)}`;
  if (guess < 0) return `Your curve fell; ${fact}.`;
  if (guess === Infinity) return `Your curve stood still; ${fact}.`;
  const ratio = Math.max(guess / was, was / guess);
  const start = `You drew a doubling every ${duration(guess)}; ${fact}`;
  if (ratio < 1.1) return `${start}, so you were close.`;
  return guess > was
    ? `${start}, ${times(ratio)} as fast.`
    : `${start}, so you drew it ${times(ratio)} as fast.`;
}

function times(ratio: number): string {
  return multiple(ratio).replace('×', ' times');
}
