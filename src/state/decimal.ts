import type { Evidence } from '#evidence/basis.ts';
import type { Codec, Quantity } from './quantity.ts';

interface DecimalSpec {
  key: string;
  label: string;
  symbol?: string;
  /** What it counts: "USD per GPU-hour". */
  unit: string;
  /** Stands after the digits in an address: `usd`. */
  suffix: string;
  /** What an address may hold: "a price such as 2.35usd". */
  wanted: string;
  tone: Quantity['tone'];
  /** The values that keys step through, ascending; the first and the last are the ends. */
  stops: readonly [number, ...number[]];
  /** The nearest value a drag may leave behind, of at most six decimals. */
  snap: (value: number) => number;
  /** In words: "$2.35 an hour". */
  format: (value: number) => string;
  /** For axes and marks: "$2.35". */
  short: (value: number) => string;
  evidence: Evidence;
}

/** A positive number on a log scale that an address holds as plain digits: `0.5`, `2.35usd`. */
export function decimalNumber({ suffix, wanted, ...spec }: DecimalSpec): Quantity {
  const [min] = spec.stops;
  return {
    kind: 'quantity',
    scale: 'log',
    ...spec,
    min,
    max: spec.stops.at(-1) ?? min,
    default: spec.evidence.value,
    codec: decimalCodec(suffix, wanted),
  };
}

function decimalCodec(suffix: string, wanted: string): Codec<number> {
  const digits = /^(?:\d{1,9}(?:\.\d{0,6})?|\.\d{1,6})$/;
  return {
    encode: (value) => `${value}${suffix}`,
    parse: (text) => {
      const word = text.trim().toLowerCase();
      const number = suffix !== '' && word.endsWith(suffix) ? word.slice(0, -suffix.length) : word;
      return digits.test(number) ? Number(number) : null;
    },
    wanted,
  };
}
