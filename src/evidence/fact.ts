import { z } from 'zod';
import { isAsOf } from './as-of.ts';
import { unitOf } from './units.ts';

/** How far a source can be leant on. A weak secondary one is usable only when the essay says so. */
const confidences = ['primary', 'reputable secondary', 'weak secondary'] as const;

// What each field says is wanted is both its documentation and the end of its error message.
const text = (wanted: string) => z.string(wanted).regex(/\S/, wanted);
const number = (wanted: string) => z.number(wanted).exactOptional();
const date = (wanted: string, fits: (date: string) => boolean) => z.string(wanted).refine(fits, wanted);

const sourceSchema = z
  .strictObject(
    {
      title: text('the title of the page or document'),
      publisher: text('who published it'),
      url: z.url({ protocol: /^https?$/, error: 'the http(s) address of the page' }),
      published: date(
        "when it was published, such as 2026-04-21, 2026-04 or '2026' (a year alone in quotes), or undated",
        (published) => published === 'undated' || isAsOf(published),
      ),
    },
    'where it is from: title, publisher, url, published and nothing else',
  )
  .readonly();

/** One entry of `content/facts/`, its key as `id`. */
export const factSchema = z
  .strictObject(
    {
      id: z.string().regex(/^[A-J]\d\d$/, 'the letter of its topic and two digits, such as G02'),
      claim: text('what is claimed, as a sentence in our own words'),
      value: number('the figure, as a number'),
      low: number('the low end of the figure’s range, as a number'),
      high: number('the high end of the figure’s range, as a number'),
      unit: text('the unit of value, low and high').exactOptional(),
      asOf: date(
        "when it was true, such as 2026-04-20, 2026-04, 2026-Q1, 2025–2026 or '2026' (a year alone in quotes)",
        isAsOf,
      ),
      entity: text('whom or what it is about'),
      source: sourceSchema,
      confidence: z.enum(confidences, `one of ${confidences.join(', ')}`),
      notes: text('what else a careful reader should know, or no notes at all').exactOptional(),
    },
    'claim, value, low, high, unit, asOf, entity, source, confidence, notes and nothing else',
  )
  .refine(({ value, unit }) => value === undefined || unitOf(unit ?? '') !== undefined, {
    path: ['unit'],
    message: 'the unit of the value, one that src/evidence/units.ts knows',
  })
  .refine(({ value, low, high }) => value !== undefined || (low === undefined && high === undefined), {
    path: ['value'],
    message: 'a value, since there is a range',
  })
  .refine(({ low, high }) => low === undefined || high === undefined || low <= high, {
    path: ['low'],
    message: 'a number no larger than high',
  })
  .readonly();

export type Fact = z.infer<typeof factSchema>;

/** The ids that the ledger has. */
export type FactId = keyof typeof import('virtual:facts');

/** The numbers a fact may have. */
export type Measure = 'value' | 'low' | 'high';

/** A fact as `virtual:facts` gives it to pages: what may be shown beside a figure. */
export type ClientFact = Pick<
  Fact,
  'id' | 'claim' | 'value' | 'low' | 'high' | 'unit' | 'asOf' | 'confidence' | 'source'
>;

/** What is said of a fact where it is named as a source. */
export interface SaidFact extends Pick<ClientFact, 'id' | 'claim' | 'asOf'> {
  readonly confidence: string;
  readonly source: Pick<Fact['source'], 'publisher' | 'url'>;
}

/** A fact as `virtual:figures` gives it: what is drawn of it. */
export type ClientFigure = Omit<ClientFact, 'claim' | 'source'>;

/** A client fact known to have these numbers and no others; `never` for one in words only. */
export type FactWith<M extends Measure> = Omit<ClientFact, Measure | 'unit'> &
  Readonly<Record<M, number>> &
  ([M] extends [never] ? unknown : { readonly unit: string });

/** The same of a figure. */
export type FigureWith<M extends Measure> = Omit<FactWith<M>, 'claim' | 'source'>;
