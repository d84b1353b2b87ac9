import { pxOf } from './conditions.ts';

export type Values = Readonly<Record<string, string>>;

const CALL = /\b(var|light-dark|color-mix)\(/;

/** A CSS value without variables, with its light colour, and with colours mixed: what any reader of SVG knows. */
export function resolved(value: string, variables: Values): string {
  const call = CALL.exec(value);
  if (call === null) return lengths(value);
  const start = call.index + call[0].length;
  const end = closing(value, start);
  const inside = value.slice(start, end);
  const put = (text: string) => resolved(value.slice(0, call.index) + text + value.slice(end + 1), variables);
  if (call[1] === 'var') {
    const [name = '', ...fallback] = listed(inside);
    const found = variables[name] ?? fallback.join(',');
    if (found === '') throw new Error(`a style sheet uses ${name}, which nothing sets`);
    return put(found);
  }
  const parts = listed(inside).map((part) => resolved(part, variables));
  return put(call[1] === 'light-dark' ? (parts[0] ?? '') : mixed(parts));
}

/** Where the bracket that is open at `from` closes. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return at;
  }
  throw new Error(`“${text}” has a bracket that does not close`);
}

/** What commas part, outside of brackets. */
function listed(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const one of text) {
    if (one === '(') depth++;
    if (one === ')') depth--;
    if (one === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += one;
  }
  return parts.map((part) => part.trim());
}

/** SVG attributes count in px. */
const lengths = (value: string) =>
  value.replaceAll(/(?<![\w#.-])-?\d*\.?\d+(rem|px)\b/g, (length) => String(pxOf(length)));

/** `color-mix(in oklab, …)` of two colours. */
function mixed([space, first = '', second = '']: readonly string[]): string {
  if (space !== 'in oklab') throw new Error(`colours are mixed ${space}, which no poster knows`);
  const [a, b] = [shareOf(first), shareOf(second)];
  const share = a.share ?? 1 - (b.share ?? 0.5);
  if (a.colour === 'transparent') return faded(b.colour, 1 - share);
  if (b.colour === 'transparent') return faded(a.colour, share);
  const [from, to] = [oklab(a.colour), oklab(b.colour)];
  return hex(from.map((value, index) => value * share + (to[index] ?? 0) * (1 - share)));
}

function shareOf(part: string): { colour: string; share: number | null } {
  const share = /\s*([\d.]+)%\s*/.exec(part);
  return {
    colour: part.replace(share?.[0] ?? '', '').trim(),
    share: share === null ? null : Number(share[1]) / 100,
  };
}

function faded(colour: string, opacity: number): string {
  return `rgba(${channels(colour).join(', ')}, ${Number(opacity.toFixed(3))})`;
}

function channels(colour: string): number[] {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(colour)?.[1];
  if (digits === undefined) throw new Error(`“${colour}” is no colour that can be mixed`);
  const size = digits.length / 3;
  return [0, 1, 2].map((index) =>
    Number.parseInt(digits.slice(index * size, (index + 1) * size).repeat(3 - size), 16),
  );
}

// The published matrices of Oklab: https://bottosson.github.io/posts/oklab/
const TO_CONES = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const FROM_LAB = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const FROM_CONES = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

const times = (matrix: readonly (readonly number[])[], vector: readonly number[]) =>
  matrix.map((row) => row.reduce((sum, value, index) => sum + value * (vector[index] ?? 0), 0));

function oklab(colour: string): number[] {
  const linear = channels(colour).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return times(TO_LAB, times(TO_CONES, linear).map(Math.cbrt));
}

function hex(lab: readonly number[]): string {
  const linear = times(
    FROM_CONES,
    times(FROM_LAB, lab).map((value) => value ** 3),
  );
  const digits = linear.map((value) => {
    const channel = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.round(255 * Math.min(1, Math.max(0, channel)))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${digits.join('')}`;
}
