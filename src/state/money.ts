import type { Evidence } from '#evidence/basis.ts';
import { dollars, shortDollars } from '#model/format.ts';
import { decimalNumber } from './decimal.ts';
import type { Quantity } from './quantity.ts';

/** To two digits: what is shown is what is held. */
const snap = (billions: number): number => Number(billions.toPrecision(2));

interface MoneySpec {
  key: string;
  label: string;
  symbol?: string;
  min: number;
  max: number;
  /** "a year", where it is a rate. */
  per: string;
  evidence: Evidence;
}

/** Fine enough on a log scale that no number of two digits is left out. */
const STEPS = 100;

/** An amount of money in billions of US dollars, on a log scale: `33bn`. Keys step by the second digit. */
export function money({ per, min, max, ...spec }: MoneySpec): Quantity {
  const count = Math.ceil(STEPS * Math.log(max / min));
  const between = Array.from({ length: count }, (_, step) => snap(min * (max / min) ** (step / count)));
  return decimalNumber({
    unit: `USD billion ${per}`,
    suffix: 'bn',
    wanted: 'an amount such as 33bn',
    tone: 'money',
    stops: [min, ...[...new Set(between)].filter((stop) => stop > min && stop < max), max],
    snap,
    format: (billions) => `${dollars(billions)} ${per}`,
    short: shortDollars,
    ...spec,
  });
}
