import type { Evidence } from '#evidence/basis.ts';
import { percent } from '#model/format.ts';
import type { Codec, Quantity } from './quantity.ts';

/** Less than a ten-thousandth of a per cent is none, so that no share needs an exponent in an address. */
const SMALLEST = 1e-6;
/** 22 decimals hold all the digits of the smallest. */
const SHARE = /^(-?(?:\d{1,3}(?:\.\d{0,22})?|\.\d{1,22}))(%?)$/;

function parseShare(text: string): number | null {
  const [, digits, sign] = SHARE.exec(text.trim().replace('−', '-')) ?? [];
  if (digits === undefined) return null;
  const share = sign === '%' ? Number(digits) / 100 : Number(digits);
  // Without its sign, 20 is more likely a fifth than twenty times the whole.
  if (sign !== '%' && Math.abs(share) > 1) return null;
  return Math.abs(share) < SMALLEST ? 0 : share;
}

/** Shares, chances and rates in an address: `20%`, `0.2` or `-2.5%`; written so that nothing need be escaped. */
export const shareCodec: Codec<number> = {
  encode: (share) => `${share}`,
  parse: parseShare,
  wanted: 'a share such as 20% or 0.2',
};

interface ShareSpec {
  key: string;
  label: string;
  symbol?: string;
  tone: Quantity['tone'];
  min: number;
  max: number;
  evidence: Evidence;
  /** What stands after the per cent: "of cost". */
  of?: string;
}

/** A share of something, or a chance, as a fraction. Hands and keys move it by whole per cents. */
export function share({ of, ...spec }: ShareSpec): Quantity {
  const first = Math.ceil(spec.min * 100);
  const count = Math.floor(spec.max * 100) - first + 1;
  return {
    kind: 'quantity',
    unit: 'share',
    scale: 'linear',
    ...spec,
    default: spec.evidence.value,
    stops: Array.from({ length: count }, (_, step) => (first + step) / 100),
    // Without the last plus a fall that rounds to none would be written as −0.
    snap: (value) => Math.round(value * 100) / 100 + 0,
    format: (value) => (of === undefined ? percent(value) : `${percent(value)} ${of}`),
    short: (value) => (value === 0 ? '0' : percent(value)),
    codec: shareCodec,
  };
}

/** A yearly rate of growth as a fraction, said with its sign: "+10% a year". */
export function growthRate(spec: Omit<ShareSpec, 'of'>): Quantity {
  const short = (rate: number) => `${rate > 0 ? '+' : ''}${percent(rate)}`;
  return { ...share(spec), unit: 'share a year', format: (rate) => `${short(rate)} a year`, short };
}
