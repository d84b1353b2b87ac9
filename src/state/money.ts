import type { Evidence } from '#evidence/basis.ts';
import { dollars, shortDollars } from '#model/format.ts';
import type { Codec, Quantity } from './quantity.ts';

const MONEY = /^\$?(\d{1,6}(?:\.\d{0,9})?|\.\d{1,9})(m|bn|tn)?$/;
const BILLIONS = { m: 0.001, bn: 1, tn: 1000 } as const;

function parseMoney(text: string): number | null {
  const [, digits, unit] = MONEY.exec(text.trim().toLowerCase()) ?? [];
  if (digits === undefined) return null;
  return Number(digits) * (unit === 'm' || unit === 'tn' ? BILLIONS[unit] : 1);
}

/** Money in an address, in US dollars: `33bn`, `750m`, `1.2tn`; a bare number counts billions. */
export const moneyCodec: Codec<number> = {
  // Under a dollar nothing is left, so that no amount needs an exponent.
  encode: (billions) => `${Number(billions.toFixed(9))}bn`.replace(/^\de-\d+/, '0'),
  parse: parseMoney,
  wanted: 'an amount such as 33bn, 750m or 1.2tn',
};

/** To two digits: what is shown is what is held. */
const snapMoney = (billions: number): number => Number(billions.toPrecision(2));

interface MoneySpec {
  key: string;
  label: string;
  symbol?: string;
  min: number;
  max: number;
  /** "a year", where it is a rate. */
  per?: string;
  evidence: Evidence;
}

/** An amount of money in billions of US dollars, on a log scale. Keys step by the second digit. */
export function money({ per, ...spec }: MoneySpec): Quantity {
  const after = per === undefined ? '' : ` ${per}`;
  return {
    kind: 'quantity',
    unit: `USD billion${after}`,
    tone: 'money',
    scale: 'log',
    ...spec,
    default: spec.evidence.value,
    stops: twoDigits(spec.min, spec.max),
    snap: snapMoney,
    format: (billions) => `${dollars(billions)}${after}`,
    short: shortDollars,
    codec: moneyCodec,
  };
}

/** Every number of two digits from `min` to `max`: 1, 1.1 … 9.9, 10, 11 … */
function twoDigits(min: number, max: number): number[] {
  const stops: number[] = [];
  for (let decade = Math.floor(Math.log10(min)); 10 ** decade < max; decade++) {
    for (let digits = 10; digits < 100; digits++) stops.push(Number(`${digits}e${decade - 1}`));
  }
  return [...stops.filter((stop) => stop >= min && stop < max), max];
}
