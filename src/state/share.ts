import type { Evidence } from '#evidence/basis.ts';
import { percent } from '#model/format.ts';
import type { Codec, Quantity } from './quantity.ts';

/** Less than a ten-thousandth of a per cent is none, so that no share needs an exponent in an address. */
const SMALLEST = 1e-6;
/** 22 decimals hold all the digits of the smallest. */
const SHARE = /^(\d{1,3}(?:\.\d{0,22})?|\.\d{1,22})(%?)$/;

function parseShare(text: string): number | null {
  const [, digits, sign] = SHARE.exec(text.trim()) ?? [];
  if (digits === undefined) return null;
  const share = sign === '%' ? Number(digits) / 100 : Number(digits);
  // Without its sign, 20 is more likely a fifth than twenty times the whole.
  if (sign !== '%' && share > 1) return null;
  return share < SMALLEST ? 0 : share;
}

/** Shares and chances in an address: `20%` or `0.2`, and written so that an address need not escape it. */
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
    snap: (value) => Math.round(value * 100) / 100,
    format: (value) => (of === undefined ? percent(value) : `${percent(value)} ${of}`),
    short: (value) => (value === 0 ? '0' : percent(value)),
    codec: shareCodec,
  };
}
