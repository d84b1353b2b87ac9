import { B01, B02, B03, B04, B05, B06, B07, B08, B19, B21, B22, D05, D20, D31, D32 } from 'virtual:figures';
import { calendarYear, dayOf, monthName } from '#model/calendar.ts';
import type { FigureWith } from './fact.ts';

/** One reading of a lab's run-rate revenue, in USD billion a year. */
export interface RunRate {
  /** Its fact's id. */
  readonly id: string;
  /** In calendar years. */
  readonly year: number;
  /** "6 April 2026", or as much as is known of it: "August 2025", "end of 2024". */
  readonly when: string;
  readonly value: number;
  /** Whether the company said so itself. Else it is second-hand. */
  readonly isOwn: boolean;
  readonly confidence: string;
}

type Figure = FigureWith<'value'>;
/** Where in a month a reading stands whose source gives no day. */
type Day = 'middle' | 'end';

const DAYS = { middle: '16', end: '31' } as const;

function reading(
  { id, value, asOf, confidence }: Figure,
  isOwn: boolean,
  { day = 'middle', date = asOf }: { day?: Day; date?: string } = {},
): RunRate {
  const known = calendarYear(date);
  const month = date.slice(0, 7);
  const hasDay = date.length > 7 && known !== null;
  const year = hasDay ? known : calendarYear(`${month}-${DAYS[day]}`);
  if (year === null) throw new Error(`${id}.asOf: is “${date}”; wanted: a month or a day`);
  const name = monthName(year);
  const loose =
    day === 'end' ? `end of ${name.split(' ')[1]}` : `${date.endsWith('(mid)') ? 'mid-' : ''}${name}`;
  return { id, year, value, isOwn, confidence, when: hasDay ? `${dayOf(year).day} ${name}` : loose };
}

/** Anthropic's run-rate, oldest first. */
export const anthropicRunRates: readonly RunRate[] = [
  reading(B01, false, { day: 'end' }),
  reading(B21, false),
  reading(B02, false, { day: 'end' }),
  reading(B22, false),
  reading(B03, true),
  reading(B04, true),
  reading(B05, false),
  reading(B06, true),
  reading(B07, false),
  // Passed on a day of May that nobody names; it was announced with the funding round.
  reading(B08, true, { date: B19.asOf }),
];

/** OpenAI's, oldest first. Its finance chief's post gives years; they are taken at their ends. */
export const openaiRunRates: readonly RunRate[] = [
  reading(D31, true, { day: 'end' }),
  reading(D32, true, { day: 'end' }),
  reading(D20, true, { day: 'end' }),
  reading(D05, false),
];

/** The two readings that the starting article makes its doubling time of. */
export const articlesPair: readonly string[] = [B03.id, B06.id];
