import { z } from 'zod';

const text = (wanted: string) => z.string(wanted).regex(/\S/, wanted);
const factId = z.string('the id of a fact').regex(/^[A-J]\d\d$/, 'the id of a fact, such as A07');
const number = z.number('a number').min(0, 'a number from 0 up');

const AMOUNT =
  'one of { fact }, perhaps with of: low or high; { value, saidIn }, a number that stands in the words of a fact; { value, assumed }, with the reason, perhaps with facts; or a list of these, to be added';

const termSchema = z.union(
  [
    z.strictObject({ fact: factId, of: z.enum(['value', 'low', 'high']).default('value') }),
    z.strictObject({ value: number, saidIn: factId }),
    z.strictObject({ value: number, assumed: text('the reason'), facts: z.array(factId).default([]) }),
  ],
  AMOUNT,
);
const amountSchema = z.union([termSchema.transform((term) => [term]), z.array(termSchema).min(1)], AMOUNT);

/** One file of `content/deals/`: money in billions of US dollars. */
export const dealSchema = z.strictObject(
  {
    title: text('whose deal it is'),
    vendor: text('who sells capacity'),
    tenant: text('who buys it'),
    status: z.enum(['signed', 'never signed', 'historical']),
    /** A fact whose date it is, or a date that stands in the words of one. */
    signed: z.union(
      [factId, z.strictObject({ date: z.string('a date in quotes'), saidIn: factId })],
      'the id of a fact whose date it is, or { date, saidIn }',
    ),
    /** What the vendor has invested in the tenant, and what it may yet. */
    placed: amountSchema,
    contingent: amountSchema,
    /** Somebody else who invests in the same deal. */
    partner: z.strictObject({ name: text('who'), contingent: amountSchema }).optional(),
    /** What the tenant has promised to buy, and over how many years. */
    committed: amountSchema,
    termYears: amountSchema,
    gigawatts: amountSchema.optional(),
    /** The part of it that has a date, and which. */
    dated: z.strictObject({ gigawatts: amountSchema, when: text('by or since when, in words') }).optional(),
    /** Capacity that the vendor switched on lately, to measure by, and when. */
    added: z.strictObject({ gigawatts: amountSchema, when: text('in which time, in words') }).optional(),
    /** What the vendor sells: capacity that it builds and runs, or equipment that others do. */
    sells: z.enum(['capacity', 'equipment']).default('capacity'),
    /** A third party whose money reaches the vendor through the tenant, and what the vendor buys of it. */
    route: z.strictObject({ by: text('who'), placed: amountSchema, bought: amountSchema }).optional(),
    contested: z
      .array(
        z.strictObject({ note: text('what is contested, in a sentence'), facts: z.array(factId).min(1) }),
      )
      .default([]),
  },
  'the fields of a deal and nothing else',
);

export type WrittenDeal = z.infer<typeof dealSchema>;
export type WrittenAmount = WrittenDeal['placed'];
