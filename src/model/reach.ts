import { type Allowed, between, check, checkIds, refuse, shareRange } from './check.ts';

/** Companies that are in several clouds at once. */
export interface Overlap {
  /** Two or more clouds, in any order. */
  clouds: string[];
  /** The share of all companies that are in every one of these clouds (and perhaps in more); 0 to 1. */
  share: number;
}

/** Where companies are, and where a product is sold. */
export interface Ecosystems {
  /** The share of all companies in each cloud, by its name; 0 to 1. */
  shares: Record<string, number>;
  /** Who is in several clouds at once. A set of clouds that is not listed has nobody in common. */
  overlaps: Overlap[];
  /** The clouds in which the product is sold; at least one. */
  clouds: string[];
  /** The chance that a company outside these clouds stays where it is; 0 to 1. */
  lockIn: number;
}

/** Shares that differ by less than this differ by rounding. */
const rounding = 1e-9;

/**
 * What share of companies can a product reach?
 *
 * Everyone in at least one of its clouds (inclusion–exclusion), and of the others those who move, with
 * probability `1 − lockIn`.
 * Source: counting; MODEL.md, "Reach".
 *
 * @param ecosystems - Shares and probability as fractions from 0 to 1; see {@link Ecosystems}.
 * @returns A share from 0 to 1.
 * @throws RangeError when a number is out of range, when `clouds` is empty or names a cloud twice or one
 *   without a share, and when shares and overlaps contradict each other.
 * @example
 * const shares = { alpha: 0.5, beta: 0.4 };
 * const overlaps = [{ clouds: ['alpha', 'beta'], share: 0.2 }];
 * reach({ shares, overlaps, clouds: ['alpha', 'beta'], lockIn: 1 }); // → 0.7
 * reach({ shares, overlaps, clouds: ['alpha'], lockIn: 0.5 }); // → 0.75
 */
export function reach({ shares, overlaps, clouds, lockIn }: Ecosystems): number {
  for (const [cloud, share] of Object.entries(shares)) check(`shares.${cloud}`, share, shareRange);
  const known = new Map(Object.entries(shares).map(([cloud, share]) => [setOf([cloud]), share]));
  checkClouds('clouds', clouds, shares);
  check('lockIn', lockIn, shareRange);

  // Smaller sets first, so that each overlap finds the sets it must fit into.
  const paths = overlaps.map((overlap, index) => ({ ...overlap, path: `overlaps[${index}]` }));
  for (const { clouds: common, share, path } of paths.toSorted((a, b) => a.clouds.length - b.clouds.length)) {
    checkClouds(`${path}.clouds`, common, shares);
    if (common.length < 2) refuse(`${path}.clouds`, common, 'a list of at least two');
    if (known.has(setOf(common)))
      refuse(`${path}.clouds`, common, 'different from every other set in overlaps');
    check(`${path}.share`, share, upToSmallest(common, known));
    known.set(setOf(common), share);
  }

  const inSome = [...clouds.map((cloud) => ({ clouds: [cloud], share: shares[cloud] ?? 0 })), ...overlaps]
    .filter((set) => set.clouds.every((cloud) => clouds.includes(cloud)))
    .reduce((sum, set) => sum + (set.clouds.length % 2 === 1 ? set.share : -set.share), 0);
  const largest = Math.max(...clouds.map((cloud) => shares[cloud] ?? 0));
  if (inSome < largest - rounding || inSome > 1 + rounding) {
    refuse(
      'the share in any of clouds, by shares and overlaps,',
      inSome,
      `a finite number from ${largest} to 1`,
    );
  }
  return Math.min(1, inSome + (1 - inSome) * (1 - lockIn));
}

/** One name for a set of clouds, whatever their order. */
function setOf(clouds: readonly string[]): string {
  return JSON.stringify(clouds.toSorted());
}

function checkClouds(name: string, clouds: readonly string[], shares: Record<string, number>): void {
  checkIds(name, clouds, (index) => `${name}[${index}]`);
  clouds.forEach((cloud, index) => {
    if (!Object.hasOwn(shares, cloud))
      refuse(`${name}[${index}]`, cloud, `one of ${Object.keys(shares).join(', ')}`);
  });
}

/** Whoever is in all of these clouds is also in all but one of them. */
function upToSmallest(clouds: readonly string[], known: ReadonlyMap<string, number>): Allowed {
  const smaller = clouds.map((left) => known.get(setOf(clouds.filter((cloud) => cloud !== left))) ?? 0);
  const most = Math.min(...smaller);
  return between(0, most + rounding, `from 0 to ${most}, the share in the smaller sets`);
}
