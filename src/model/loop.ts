import { aboveZero, check, growthRange, shareRange, zeroOrMore } from './check.ts';

/** A vendor who invests in a tenant who commits to buy. Money in one currency, such as USD billions. */
export interface Loop {
  /** What the vendor invests over the term; at least 0. */
  invested: number;
  /** What the tenant commits to pay over the term; above 0. */
  committed: number;
  /** Length of the term in years; above 0. */
  termYears: number;
  /** The tenant's revenue from others at the start, a year; at least 0. */
  outsideRevenue: number;
  /** Growth of that revenue per year, as a fraction; -0.99 to 10. */
  outsideGrowth: number;
  /** The share of it left for this commitment after running costs and other commitments; 0 to 1. */
  outsideShare: number;
}

/** How much of a commitment goes round in a circle, and whether outside money carries the rest. */
export interface LoopBooks {
  /** The largest share of the commitment that the investment can pay, 0 to 1. */
  circularShare: number;
  /** Outside money over the term divided by what the investment does not pay; `Infinity` when it pays all. */
  coverage: number;
  /** The yearly growth of outside revenue at which coverage is 1; `null` when none from -0.99 to 10 does it. */
  breakEvenGrowth: number | null;
}

/**
 * How circular is a deal, and how fast must outside revenue grow to carry it?
 *
 * `κ = min(1, I / C)`; coverage `= ∫₀^Y E₀·s·(1+h)^t dt ÷ (C − I)`.
 * Source: book-keeping; MODEL.md, "The loop", has the integral.
 *
 * @param loop - Money in one currency, the term in years, growth and share as fractions.
 * @returns The circular share, the coverage and the growth that just covers.
 * @throws RangeError when an argument is out of range.
 * @example
 * loopBooks({ invested: 100, committed: 300, termYears: 5, outsideRevenue: 80, outsideGrowth: 0, outsideShare: 0.5 });
 * // → { circularShare: 0.3333333333333333, coverage: 1, breakEvenGrowth: 0 }
 */
export function loopBooks(loop: Loop): LoopBooks {
  const { invested, committed, termYears, outsideRevenue, outsideGrowth, outsideShare } = loop;
  check('invested', invested, zeroOrMore);
  check('committed', committed, aboveZero);
  check('termYears', termYears, aboveZero);
  check('outsideRevenue', outsideRevenue, zeroOrMore);
  check('outsideGrowth', outsideGrowth, growthRange);
  check('outsideShare', outsideShare, shareRange);

  if (invested >= committed) return { circularShare: 1, coverage: Infinity, breakEvenGrowth: null };
  const yearly = outsideRevenue * outsideShare;
  const coverageAt = (growth: number) => {
    // Nothing stays nothing, however fast it grows.
    if (yearly === 0) return 0;
    return (yearly * yearsOfGrowth(growth, termYears)) / (committed - invested);
  };
  return {
    circularShare: invested / committed,
    coverage: coverageAt(outsideGrowth),
    breakEvenGrowth: growthThatCovers(coverageAt),
  };
}

/**
 * Is a commitment covered by a share of the revenue?
 *
 * `s·coverage ≥ 1`. Source: book-keeping; MODEL.md, "The loop".
 *
 * @param books - Coverage by all of the outside revenue, 1 or more where that is enough.
 * @param outsideShare - The share of it that may be used; 0–1.
 * @returns Whether it is: true where the share exactly covers.
 * @example
 * isEnough({ coverage: 4 }, 0.25);
 * // → true
 */
export function isEnough({ coverage }: Pick<LoopBooks, 'coverage'>, outsideShare: number): boolean {
  return outsideShare * coverage >= 1;
}

/**
 * What does a stream that starts at 1 a year add up to?
 *
 * `∫₀^Y (1+h)^t dt`. Source: the integral of an exponential; its limit at `h = 0` is `Y`.
 *
 * @param growth - Growth per year, as a fraction; -0.99 to 10.
 * @param termYears - Length of the term in years; above 0.
 * @returns The sum, in years of the stream's first rate.
 * @example
 * yearsOfGrowth(0, 5);
 * // → 5
 */
export function yearsOfGrowth(growth: number, termYears: number): number {
  const rate = Math.log1p(growth);
  const grown = rate * termYears;
  return Math.abs(grown) < 1e-12 ? termYears : Math.expm1(grown) / rate;
}

/** Coverage rises with growth, so halving the range 60 times leaves less than the last digit. */
function growthThatCovers(coverageAt: (growth: number) => number): number | null {
  let low = -0.99;
  let high = 10;
  if (coverageAt(low) > 1 || coverageAt(high) < 1) return null;
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2;
    if (coverageAt(middle) < 1) low = middle;
    else high = middle;
  }
  return high;
}
