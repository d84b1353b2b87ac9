import type { Evidence } from '#evidence/basis.ts';
import { decimal } from '#model/format.ts';
import type { Codec, Quantity } from './quantity.ts';

/** Less than a kilowatt a year is none, so that no value needs an exponent in an address. */
const FEWEST_GW = 1e-6;
const GIGAWATTS = /^(\d{1,6}(?:\.\d{0,9})?|\.\d{1,9})gw$/;

/** Capacity in an address: gigawatts, as `6gw` or `0.5gw`. */
export const gigawattsCodec: Codec<number> = {
  encode: (gigawatts) => `${gigawatts}gw`,
  parse: (text) => {
    const digits = GIGAWATTS.exec(text.trim().toLowerCase())?.[1];
    if (digits === undefined) return null;
    const gigawatts = Number(digits);
    return gigawatts < FEWEST_GW ? 0 : gigawatts;
  },
  wanted: 'a capacity such as 6gw or 0.5gw',
};

/** "6 GW" */
export const inGigawatts = (gigawatts: number): string => `${decimal(gigawatts, gigawatts < 1 ? 2 : 1)} GW`;

interface RateSpec {
  key: string;
  label: string;
  symbol?: string;
  tone: Quantity['tone'];
  /** From nothing to this many gigawatts a year. */
  max: number;
  evidence: Evidence;
}

/** A rate at which capacity is delivered. Hands and keys move it by half a gigawatt a year. */
export function gigawattsPerYear(spec: RateSpec): Quantity {
  return {
    kind: 'quantity',
    unit: 'GW a year',
    scale: 'linear',
    min: 0,
    ...spec,
    default: spec.evidence.value,
    stops: Array.from({ length: Math.ceil(spec.max * 2) + 1 }, (_, half) => Math.min(half / 2, spec.max)),
    snap: (value) => Math.round(value * 2) / 2,
    format: (value) => `${inGigawatts(value)} a year`,
    short: inGigawatts,
    codec: gigawattsCodec,
  };
}
