import type { Evidence } from '#evidence/basis.ts';
import { duration as durationWords, shortDuration } from '#model/format.ts';
import { DAYS_PER_YEAR, MONTHS_PER_YEAR, months } from '#model/units.ts';
import type { Codec, Quantity } from './quantity.ts';

const UNITS = { y: 1, mo: MONTHS_PER_YEAR, d: DAYS_PER_YEAR } as const;
/** Half a minute: anything shorter is none, so that no duration needs an exponent in an address. */
const SHORTEST_YEARS = 1e-6;
/** 22 decimals hold all the digits of the shortest. */
const DURATION = /^(\d{1,6}(?:\.\d{0,22})?|\.\d{1,22})(y|mo|d)$/;

function parseDuration(text: string): number | null {
  const match = DURATION.exec(text.trim().toLowerCase());
  const [, digits, unit] = match ?? [];
  if (digits === undefined || (unit !== 'y' && unit !== 'mo' && unit !== 'd')) return null;
  const years = Number(digits) / UNITS[unit];
  return years < SHORTEST_YEARS ? 0 : years;
}

/** The shortest of years, months and days that reads back as exactly this value. */
function encodeDuration(years: number): string {
  const written = (['y', 'mo', 'd'] as const).map(
    (unit) => `${Number((years * UNITS[unit]).toPrecision(6))}${unit}`,
  );
  const exact = written.filter((text) => parseDuration(text) === years);
  return exact.sort((a, b) => a.length - b.length)[0] ?? `${years}y`;
}

/** Durations in an address: years, months or days, as `1.5y`, `7mo`, `55d`. */
export const durationCodec: Codec<number> = {
  encode: encodeDuration,
  parse: parseDuration,
  wanted: 'a time such as 7mo, 1.5y or 55d',
};

/** To what a reader is shown: a tenth of a month under two years, a tenth of a year above. */
export function snapDuration(years: number): number {
  const inMonths = years * MONTHS_PER_YEAR;
  return inMonths < 24 ? months(Math.round(inMonths * 10) / 10) : Math.round(years * 10) / 10;
}

/** Half months to a year, months to two years, tenths of a year beyond. */
function durationStops(min: number, max: number): number[] {
  const stops: number[] = [];
  for (let half = 0; half < 24; half++) stops.push(months(half / 2));
  for (let month = 12; month < 24; month++) stops.push(months(month));
  for (let tenth = 20; tenth < max * 10; tenth++) stops.push(tenth / 10);
  return [...stops.filter((stop) => stop >= min && stop < max), max];
}

interface DurationSpec {
  key: string;
  label: string;
  symbol?: string;
  tone: Quantity['tone'];
  min: number;
  max: number;
  scale: Quantity['scale'];
  within?: string;
  evidence: Evidence;
  /** What zero is called: "nothing". */
  zero?: string;
}

/** A quantity of time, in years. */
export function duration({ zero, ...spec }: DurationSpec): Quantity {
  const words = (value: number) => (value === 0 && zero !== undefined ? zero : durationWords(value));
  return {
    kind: 'quantity',
    unit: 'years',
    ...spec,
    default: spec.evidence.value,
    stops: durationStops(spec.min, spec.max),
    snap: snapDuration,
    format: words,
    short: (value) => (value === 0 ? '0' : shortDuration(value)),
    codec: durationCodec,
  };
}
