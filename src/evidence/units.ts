/** How a unit's numbers are written: {sign: "$", factor: 1e9, steps: …, noun: "", per: " a year"}. */
export interface Unit {
  /** Before the number: "$". */
  readonly sign: string;
  /** What the ledger's number is multiplied by to stand on the steps: 1e9 for USD billion. */
  readonly factor: number;
  /** What numbers count, largest first; a number takes the first step it reaches. */
  readonly steps: readonly (readonly [size: number, word: string])[];
  /** After the number and its step, as for many: " months". */
  readonly noun: string;
  /** Last: " a year". */
  readonly per: string;
  /** Are broken numbers dollars and cents? */
  readonly cents: boolean;
}

const ONES: Unit['steps'] = [[1, '']];
const MILLIONS: Unit['steps'] = [[1e6, ' million'], ...ONES];
const TRILLIONS: Unit['steps'] = [[1e12, ' trillion'], [1e9, ' billion'], ...MILLIONS];
const WATTS: Unit['steps'] = [
  [1e9, ' GW'],
  [1e6, ' MW'],
];

const BARE: Unit = { sign: '', factor: 1, steps: ONES, noun: '', per: '', cents: false };
const DOLLARS: Unit = { ...BARE, sign: '$', steps: TRILLIONS, cents: true };

const COUNTED = ['AMD shares', 'H100-equivalents', 'TPUs', 'Trainium2 chips', 'clouds', 'customers'];
const COUNTED_TOO = ['data centres', 'seats', 'units', 'wafers'];
const TIMES = ['minutes', 'days', 'weeks', 'months', 'years'];

const HEADS = new Map<string, Unit>([
  ['USD', DOLLARS],
  ['USD billion', { ...DOLLARS, factor: 1e9, cents: false }],
  ['USD trillion', { ...DOLLARS, factor: 1e12, cents: false }],
  ['EUR billion', { ...DOLLARS, sign: '€', factor: 1e9, cents: false }],
  ['GW', { ...BARE, factor: 1e9, steps: WATTS }],
  ['MW', { ...BARE, factor: 1e6, steps: WATTS }],
  ['TWh', { ...BARE, noun: ' TWh' }],
  ['percent', { ...BARE, noun: '%' }],
  ['x', { ...BARE, noun: ' times' }],
  ['multiplier', { ...BARE, noun: ' times' }],
  ['of the Fortune 10', { ...BARE, noun: ' of the Fortune 10' }],
  ['days’ notice', { ...BARE, noun: ' days’ notice' }],
  ['day', { ...BARE, noun: ' days' }],
  ['year', { ...BARE, noun: ' years' }],
  ...[...COUNTED, ...COUNTED_TOO].flatMap((noun): [string, Unit][] => [
    [noun, { ...BARE, steps: MILLIONS, noun: ` ${noun}` }],
    [`million ${noun}`, { ...BARE, factor: 1e6, steps: MILLIONS, noun: ` ${noun}` }],
  ]),
  ...TIMES.map((noun): [string, Unit] => [noun, { ...BARE, noun: ` ${noun}` }]),
]);

/** What a unit is per. Where nothing is to be printed, the sentence around the figure says it. */
const RATES = new Map([
  ['per year', ' a year'],
  ['per month', ' a month'],
  ['per employee per month', ' per employee per month'],
  ['per GW', ' per GW'],
  ['per 10 invested', ' per $10 billion invested'],
  ['per GPU-hour', ''],
  ['per doubling', ''],
  ['per Seattle', ''],
]);

/**
 * Reads a unit of the ledger: a head such as "USD billion", perhaps a rate such as "per year", and then words
 * or parentheses that are not printed. Undefined for an unknown head or rate.
 */
export function unitOf(text: string): Unit | undefined {
  const words = text.replace(/ \(.*$/, '');
  const head = longestStart(words, [...HEADS.keys()]);
  const unit = head === undefined ? undefined : HEADS.get(head);
  if (head === undefined || unit === undefined) return undefined;
  const rest = words.slice(head.length).trimStart();
  if (!rest.startsWith('per ')) return unit;
  const rate = longestStart(rest, [...RATES.keys()]);
  return rate === undefined ? undefined : { ...unit, per: RATES.get(rate) ?? '' };
}

function longestStart(text: string, starts: readonly string[]): string | undefined {
  return starts
    .filter((start) => text === start || text.startsWith(`${start} `))
    .toSorted((a, b) => b.length - a.length)[0];
}
