import type { Evidence } from '#evidence/basis.ts';
import { multiple as inMultiples } from '#model/format.ts';
import type { Codec, Quantity } from './quantity.ts';

const NUMBER = /^(\d{1,9}(?:\.\d{0,6})?)x?$/;

interface MultipleSpec {
  key: string;
  label: string;
  symbol?: string;
  tone: Quantity['tone'];
  min: number;
  /** The top end; of `multipleOrNone` it stands for no limit. */
  max: number;
  evidence: Evidence;
}

/** A quantity in multiples of the start, on a log scale whose top end means "none". */
export function multipleOrNone(spec: MultipleSpec): Quantity {
  const words = (value: number) => (value >= spec.max ? 'none' : inMultiples(value));
  return {
    kind: 'quantity',
    unit: 'multiple',
    scale: 'log',
    ...spec,
    default: spec.evidence.value,
    stops: oneTwoFive(spec.min, spec.max),
    snap: (value) => Number(value.toPrecision(2)),
    format: words,
    short: words,
    codec: multipleOrNoneCodec(spec.max),
  };
}

/** A quantity in multiples, on a log scale. Hands and keys move it by tenths. */
export function multipleBetween(spec: MultipleSpec): Quantity {
  const [first, last] = [Math.ceil(spec.min * 10), Math.floor(spec.max * 10)];
  return {
    kind: 'quantity',
    unit: 'multiple',
    scale: 'log',
    ...spec,
    default: spec.evidence.value,
    stops: Array.from({ length: last - first + 1 }, (_, step) => (first + step) / 10),
    snap: (value) => Math.round(value * 10) / 10,
    format: inMultiples,
    short: inMultiples,
    codec: multipleCodec,
  };
}

const multipleCodec: Codec<number> = {
  encode: (value) => `${value}x`,
  parse: (text) => {
    const digits = NUMBER.exec(text.trim().toLowerCase())?.[1];
    return digits === undefined ? null : Number(digits);
  },
  wanted: 'a multiple such as 2x',
};

function multipleOrNoneCodec(max: number): Codec<number> {
  return {
    encode: (value) => (value >= max ? 'none' : `${value}x`),
    parse: (text) => {
      const word = text.trim().toLowerCase();
      if (word === 'none') return max;
      const digits = NUMBER.exec(word)?.[1];
      return digits === undefined ? null : Number(digits);
    },
    wanted: 'a multiple such as 100x, or none',
  };
}

/** 2, 5, 10, 20, 50 … up to `max`. */
function oneTwoFive(min: number, max: number): number[] {
  const stops: number[] = [];
  for (let decade = 1; decade <= max; decade *= 10) stops.push(decade, 2 * decade, 5 * decade);
  return stops.filter((stop) => stop >= min && stop <= max);
}
