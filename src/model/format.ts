import { DAYS_PER_YEAR, MONTHS_PER_YEAR } from './units.ts';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const MAGNITUDES = ['', '', ' million', ' billion', ' trillion'];

/** Formatters are dear to make and cheap to use: one for each number of decimals. */
const decimals = new Map<number, Intl.NumberFormat>();

function formatter(digits: number): Intl.NumberFormat {
  const known = decimals.get(digits);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat('en-US', { maximumFractionDigits: digits });
  decimals.set(digits, made);
  return made;
}

/** A number with at most `digits` decimals, thousands separated, no trailing zeros: `decimal(7.0, 1)` → "7". */
export function decimal(value: number, digits: number): string {
  const text = formatter(digits).format(value);
  return text === '-0' ? '0' : text.replace('-', '−');
}

/** "10¹⁷": the power of ten nearest to `value`. */
export function powerOfTen(value: number): string {
  const digits = String(Math.round(Math.log10(value)));
  return `10${[...digits].map((digit) => SUPERSCRIPTS[Number(digit)]).join('')}`;
}

/** A multiple as readers see it: 10.8×, 380×, 5,400×, 1.2 million×, and beyond 10¹⁵ the nearest power of ten. */
export function multiple(value: number): string {
  return `${multipleNumber(value)}×`;
}

/** `multiple` without its sign, for "10.8 times". */
function multipleNumber(value: number): string {
  if (value === Infinity) return '∞';
  if (value < 10 && value >= 1) return decimal(Math.max(1, value), value < 1.1 ? 2 : 1);
  if (value < 100) return decimal(value, value < 1 ? 2 : 1);
  if (value < 1e6) return decimal(Number(value.toPrecision(value < 1000 ? 3 : 2)), 0);
  if (value >= 1e15) return powerOfTen(value);
  const group = Math.floor(Math.log10(value) / 3);
  return `${decimal(Number((value / 1000 ** group).toPrecision(2)), 1)}${MAGNITUDES[group]}`;
}

interface DurationParts {
  count: string;
  unit: 'day' | 'month' | 'year';
}

/** Under half a month in days, under two years in months, else in years; a rounded 12 months is 1 year. */
function durationParts(years: number): DurationParts {
  const inMonths = Math.round(Math.abs(years) * MONTHS_PER_YEAR * 10) / 10;
  if (years > 0 && inMonths < 0.5) return { count: decimal(years * DAYS_PER_YEAR, 0), unit: 'day' };
  const asMonths = inMonths < 24 && inMonths !== 12;
  const count = decimal(asMonths ? inMonths : Math.abs(years), 1);
  return { count, unit: asMonths ? 'month' : 'year' };
}

/** A duration in words: "7 months", "1.5 months", "1 year", "2.4 years". */
export function duration(years: number): string {
  const { count, unit } = durationParts(years);
  return `${count} ${unit}${count === '1' ? '' : 's'}`;
}

const SHORT_UNITS = { day: 'd', month: 'mo', year: 'y' } as const;

/** A duration for axes and line ends: "7 mo", "2 y". */
export function shortDuration(years: number): string {
  const { count, unit } = durationParts(years);
  return `${count} ${SHORT_UNITS[unit]}`;
}

/** How many doublings: "3.4 doublings", "1 doubling", "0.05 doublings". */
export function doublingsOf(count: number): string {
  const number = decimal(count, count < 0.1 ? 2 : 1);
  return `${number} doubling${number === '1' ? '' : 's'}`;
}

/** A point in time on the model's clock: 2 → "2", 2.5 → "2.5", 3.27 → "3.3". */
export function yearNumber(year: number): string {
  return decimal(year, 1);
}

/** A share or a rate in per cent: "33%", "−12%"; to a tenth where a whole one would round much away: "2.3%", "98.2%". */
export function percent(share: number): string {
  const points = share * 100;
  const isNearAnEnd = Math.abs(points) < 9.95 || (points > 90 && points < 99.95);
  return `${decimal(points, isNearAnEnd ? 1 : 0)}%`;
}

/** How much of something is covered: "40%", "1.6 times". */
export function timesOver(coverage: number): string {
  return coverage < 1 ? percent(coverage) : `${multipleNumber(coverage)} times`;
}

const MONEY_STEPS = [
  [1000, 'trillion', 'T'],
  [1, 'billion', 'B'],
  [0, 'million', 'M'],
] as const;

function moneyParts(billions: number, digits: number) {
  const size = Math.abs(Number(billions.toPrecision(digits)));
  const [from, word, letter] = MONEY_STEPS.find(([least]) => size >= least) ?? MONEY_STEPS[2];
  const scaled = Number((size / (from || 0.001)).toPrecision(digits));
  return { sign: billions < 0 && size > 0 ? '−$' : '$', scaled, word, letter };
}

/** Billions of US dollars in words: "$30 billion", "$66.7 billion", "$700 million", "$4.43 trillion", "nothing". */
export function dollars(billions: number): string {
  const { sign, scaled, word } = moneyParts(billions, 3);
  return scaled === 0 ? 'nothing' : `${sign}${decimal(scaled, 2)} ${word}`;
}

/** The same in a picture: $67B, $8.3B, $700M, $4.4T, $0. */
export function shortDollars(billions: number): string {
  const { sign, scaled, letter } = moneyParts(billions, Math.abs(billions) < 10 ? 2 : 3);
  if (scaled === 0) return '$0';
  return `${sign}${decimal(scaled, scaled < 9.95 ? 1 : 0)}${letter}`;
}
