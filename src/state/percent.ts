import { range } from 'd3';
import type { Evidence } from '#evidence/basis.ts';
import { percent as inPercent } from '#model/format.ts';
import type { Codec, Quantity } from './quantity.ts';

const PERCENT = /^([-−]?)(\d{1,6}(?:\.\d{0,12})?|\.\d{1,12})(%?)$/;

function parsePercent(text: string): number | null {
  const [, sign, digits, unit] = PERCENT.exec(text.trim()) ?? [];
  if (digits === undefined) return null;
  const size = unit === '%' ? Number(digits) / 100 : Number(digits);
  return sign === '' || size === 0 ? size : -size;
}

/** As a fraction, since an address would have to escape the sign; under a millionth nothing is left. */
function encodePercent(share: number): string {
  return Math.abs(share) < 1e-6 ? '0' : String(share);
}

/** Shares and rates in an address, as `0.2` or `20%`, `-0.025` or `-2.5%`. */
export const percentCodec: Codec<number> = {
  encode: encodePercent,
  parse: parsePercent,
  wanted: 'a share such as 0.2 or 20%',
};

/** To whole per cents. */
function snapToPercent(share: number): number {
  // Without the plus a fall that rounds to none would be written as −0.
  return Math.round(share * 100) / 100 + 0;
}

interface PercentSpec {
  key: string;
  label: string;
  symbol?: string;
  tone: Quantity['tone'];
  min: number;
  max: number;
  evidence: Evidence;
}

/** A share of something, from 0 to 1. Keys step by a hundredth. */
export function share(spec: PercentSpec): Quantity {
  return inSteps(spec, 'share', inPercent);
}

/** A yearly rate of growth, in words with its sign: "+10% a year". Keys step by a hundredth. */
export function growthRate(spec: PercentSpec): Quantity {
  return inSteps(spec, 'share a year', (rate) => `${rate > 0 ? '+' : ''}${inPercent(rate)}`, ' a year');
}

function inSteps(spec: PercentSpec, unit: string, words: (value: number) => string, per = ''): Quantity {
  const hundredths = range(Math.ceil(spec.min * 100), Math.floor(spec.max * 100) + 1);
  return {
    kind: 'quantity',
    unit,
    scale: 'linear',
    ...spec,
    default: spec.evidence.value,
    stops: hundredths.map((count) => count / 100),
    snap: snapToPercent,
    format: (value) => `${words(value)}${per}`,
    short: words,
    codec: percentCodec,
  };
}
