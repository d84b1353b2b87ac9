import { decimal } from '#model/format.ts';
import type { ClientFact, Measure } from './fact.ts';
import { unitOf } from './units.ts';

type Figures = Pick<ClientFact, 'id' | Measure | 'unit'>;

/**
 * One of a fact's numbers as readers see it, such as "$5 billion", "750 MW", "3.3 times a year", "49%",
 * "7 months". Throws, naming the fact, where it has no such number or a unit that `units.ts` does not know.
 */
export function figure(fact: Figures, of: Measure = 'value'): string {
  const { number, step, end } = written(fact, of);
  return `${number}${step}${end}`;
}

/**
 * A fact's range: "18–24 months", "$20–25 billion", "350 MW to 1 GW" where the ends differ in size,
 * "up to 5 GW" from nothing, "at least $100 billion" without a high end. Throws where there is no low end.
 */
export function range(fact: Figures): string {
  if (fact.high === undefined) return `at least ${figure(fact, 'low')}`;
  if (fact.low === 0) return `up to ${figure(fact, 'high')}`;
  const low = written(fact, 'low');
  const high = written(fact, 'high');
  const from = low.step === high.step ? `${low.number}–` : `${low.number}${low.step} to ${high.sign}`;
  return `${from}${high.unsigned}${high.step}${high.end}`;
}

function written(fact: Figures, of: Measure) {
  const value = fact[of];
  if (value === undefined) throw new Error(`${fact.id} has no ${of} to print`);
  const unit = unitOf(fact.unit ?? '');
  if (!unit) {
    throw new Error(`${fact.id}.unit: is "${fact.unit}"; wanted: a unit that src/evidence/units.ts knows`);
  }
  // "year" counts years, but for a number this large it is one.
  if (fact.unit === 'year' && value >= 1000) return spelled('', String(value), '', '');

  const amount = Math.abs(value * unit.factor);
  const [size, step] = unit.steps.find(([least]) => amount >= least) ?? unit.steps.at(-1) ?? [1, ''];
  const scaled = amount / size;
  const unsigned = unit.cents && !Number.isInteger(scaled) ? scaled.toFixed(2) : decimal(scaled, 3);
  const noun = amount === 1 ? unit.noun.replace(/s$/, '') : unit.noun;
  return spelled(`${value < 0 ? '−' : ''}${unit.sign}`, unsigned, step, `${noun}${unit.per}`);
}

function spelled(sign: string, unsigned: string, step: string, end: string) {
  return { sign, unsigned, number: `${sign}${unsigned}`, step, end };
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const ORDINALS = ['', 'first', 'second', 'third', 'fourth'];

const month = (number: string) => MONTHS[Number(number) - 1];
const ordinal = (number: string) => ORDINALS[Number(number)];

/**
 * A ledger's date in words: "20 April 2026", "April 2026", "first quarter of 2026", "December 2024 to
 * October 2025", "mid-May 2026". Years, decades and spans of years stay as they are; so does "undated".
 */
export function asOfWords(asOf: string): string {
  return asOf
    .replace(/^(\d{4}-\d\d) \(mid\)$/, 'mid-$1')
    .replace(/(\d{4})-(\d\d)-(\d\d)/g, (_, y, m, d) => `${Number(d)} ${month(m)} ${y}`)
    .replace(/(\d{4})-Q(\d)–Q(\d)/g, (_, y, from, to) => `${ordinal(from)} to ${ordinal(to)} quarter of ${y}`)
    .replace(/(\d{4})-Q(\d)/g, (_, y, quarter) => `${ordinal(quarter)} quarter of ${y}`)
    .replace(/(\d{4})-H(\d)/g, (_, y, half) => `${ordinal(half)} half of ${y}`)
    .replace(/(\d{4})-(\d\d)/g, (_, y, m) => `${month(m)} ${y}`)
    .replace(/FY(\d{4})/, 'fiscal year $1');
}
