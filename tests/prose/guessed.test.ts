import { expect, test } from 'vitest';
import { said } from '#prose/guessed.ts';

test.each([
  [3, 10.8, 'You guessed 3×; with the essay’s numbers it is 10.8×, which is 3.6 times your guess.'],
  [30, 10, 'You guessed 30×; with the essay’s numbers it is 10×, so you guessed 3 times as much.'],
  [10, 10.8, 'You guessed 10×; with the essay’s numbers it is 10.8×, so you were close.'],
])('a guess of %d× where it is %d× is put beside it', (guess, was, words) => {
  expect(said('scarcity', guess, was)).toBe(words);
});

test.each([
  [0.5, 'You drew a doubling every 6 months; it doubled every 3 months, 2 times as fast.'],
  [0.125, 'You drew a doubling every 1.5 months; it doubled every 3 months, so you drew it 2 times as fast.'],
  [0.26, 'You drew a doubling every 3.1 months; it doubled every 3 months, so you were close.'],
  [Infinity, 'Your curve stood still; it doubled every 3 months.'],
  [-0.5, 'Your curve fell; it doubled every 3 months.'],
])('a curve that doubles in %d years is put beside one that doubles in three months', (guess, words) => {
  expect(said('doubling', guess, 0.25)).toBe(words);
});
