import fc from 'fast-check';

// One seed, so that a build fails for a change of ours and not for its luck; FC_SEED looks elsewhere.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261), numRuns: 200 });

export { fc };

/**
 * Any number from `min` to `max`: mostly spread evenly, sometimes round, now and then an end or very close to it.
 * (`fc.double` on its own spreads the bits evenly: most of its lead times would be shorter than an atom's blink.)
 */
export function from(min: number, max: number) {
  const evenly = fc.noBias(fc.integer({ min: 0, max: 2 ** 30 }));
  return fc.oneof(
    { weight: 12, arbitrary: evenly.map((part) => Math.min(max, min + (max - min) * (part / 2 ** 30))) },
    {
      weight: 3,
      arbitrary: evenly.map((part) => min + Math.floor((max - min) * 48 * (part / 2 ** 30)) / 48),
    },
    { weight: 1, arbitrary: fc.constantFrom(min, max) },
    { weight: 1, arbitrary: fc.double({ min, max, noNaN: true }) },
  );
}
