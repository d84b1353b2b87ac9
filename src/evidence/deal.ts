import { z } from 'zod';
import type { Fact, Measure } from './fact.ts';
import { asOfWords } from './format.ts';

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
type WrittenAmount = WrittenDeal['placed'];

/** A number of a deal, and where it comes from. */
export interface Amount {
  readonly value: number;
  /** The ids of the facts it stands on. */
  readonly facts: readonly string[];
  /** The reason, where it is ours. */
  readonly assumed?: string;
}

/** A deal with its numbers looked up. Money in billions of US dollars. */
export interface Deal {
  readonly id: string;
  readonly title: string;
  readonly vendor: string;
  readonly tenant: string;
  readonly status: WrittenDeal['status'];
  /** As the ledger writes dates: 2026-04-20. */
  readonly signed: string;
  readonly placed: Amount;
  readonly contingent: Amount;
  readonly partner?: { readonly name: string; readonly contingent: Amount };
  readonly committed: Amount;
  readonly termYears: Amount;
  readonly gigawatts?: Amount;
  readonly dated?: { readonly gigawatts: Amount; readonly when: string };
  readonly added?: { readonly gigawatts: Amount; readonly when: string };
  readonly sells: WrittenDeal['sells'];
  readonly route?: { readonly by: string; readonly placed: Amount; readonly bought: Amount };
  readonly contested: readonly { readonly note: string; readonly facts: readonly string[] }[];
}

/** A deal's names and numbers, without where they come from. Money in billions of US dollars. */
export interface DrawnDeal extends Pick<Deal, 'id' | 'vendor' | 'tenant' | 'status'> {
  /** Its month in words, and what became of it where it was never signed. */
  readonly when: string;
  readonly placed: number;
  readonly contingent: number;
  readonly committed: number;
  readonly years: number;
  /** Which of its numbers are ours. */
  readonly assumed: readonly ('committed' | 'years')[];
  /** Whether the vendor sells what others build with. */
  readonly isEquipment: boolean;
  /** Capacity at most; 0 where none is named. */
  readonly gigawatts: number;
  /** What of it has a date, and which. */
  readonly dated?: readonly [gigawatts: number, when: string];
  /** A third party, and how much of its money may reach the vendor through the tenant. */
  readonly route?: readonly [by: string, amount: number];
}

export function drawnOf(deal: Deal): DrawnDeal {
  const { id, vendor, tenant, status, signed, dated, partner, route } = deal;
  const round: DrawnDeal['route'] =
    route === undefined
      ? partner && [partner.name, partner.contingent.value]
      : [route.by, Math.min(route.placed.value, route.bought.value)];
  return {
    ...{ id, vendor, tenant, status },
    when: `${asOfWords(signed.slice(0, 7))}${status === 'never signed' ? ', never signed' : ''}`,
    placed: deal.placed.value,
    contingent: deal.contingent.value,
    committed: deal.committed.value,
    years: deal.termYears.value,
    assumed: [
      ...(deal.committed.assumed === undefined ? [] : (['committed'] as const)),
      ...(deal.termYears.assumed === undefined ? [] : (['years'] as const)),
    ],
    isEquipment: deal.sells === 'equipment',
    gigawatts: deal.gigawatts?.value ?? 0,
    ...(dated && { dated: [dated.gigawatts.value, dated.when] as const }),
    ...(round && { route: round }),
  };
}

/** Looks up what a deal points at. Throws where a fact is missing, has no such number or does not say it. */
export function dealOf(id: string, written: WrittenDeal, getFact: (id: string) => Fact): Deal {
  const at = <V>(field: string, look: () => V): V => {
    try {
      return look();
    } catch (error) {
      throw new Error(`${field}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const amount = (field: string, terms: WrittenAmount) => at(field, () => amountOf(terms, getFact));
  const { signed, partner, route, gigawatts, dated, added, contested, ...rest } = written;
  return {
    ...rest,
    id,
    signed: at('signed', () => dateOf(signed, getFact)),
    placed: amount('placed', written.placed),
    contingent: amount('contingent', written.contingent),
    committed: amount('committed', written.committed),
    termYears: amount('termYears', written.termYears),
    ...(gigawatts && { gigawatts: amount('gigawatts', gigawatts) }),
    ...(dated && {
      dated: { when: dated.when, gigawatts: amount('dated.gigawatts', dated.gigawatts) },
    }),
    ...(added && {
      added: { when: added.when, gigawatts: amount('added.gigawatts', added.gigawatts) },
    }),
    ...(partner && {
      partner: { name: partner.name, contingent: amount('partner.contingent', partner.contingent) },
    }),
    ...(route && {
      route: {
        by: route.by,
        placed: amount('route.placed', route.placed),
        bought: amount('route.bought', route.bought),
      },
    }),
    contested: at('contested', () => {
      for (const each of contested) each.facts.forEach(getFact);
      return contested;
    }),
  };
}

function amountOf(terms: WrittenAmount, getFact: (id: string) => Fact): Amount {
  const parts = terms.map((term): Amount => {
    if ('fact' in term) return { value: numberOf(getFact(term.fact), term.of), facts: [term.fact] };
    if ('saidIn' in term) {
      const fact = getFact(term.saidIn);
      if (!says(fact, term.value)) throw new Error(`${fact.id} does not say ${term.value} anywhere`);
      return { value: term.value, facts: [term.saidIn] };
    }
    term.facts.forEach(getFact);
    return { value: term.value, facts: term.facts, assumed: term.assumed };
  });
  const assumed = parts.flatMap((part) => part.assumed ?? []).join(' ');
  return {
    value: parts.reduce((sum, { value }) => sum + value, 0),
    facts: [...new Set(parts.flatMap(({ facts }) => facts))],
    ...(assumed !== '' && { assumed }),
  };
}

function numberOf(fact: Fact, of: Measure): number {
  const number = fact[of];
  if (number === undefined) throw new Error(`${fact.id} has no ${of}`);
  return number;
}

const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Whether a number stands in a fact's claim or unit, in digits or as a word. */
function says({ claim, unit = '' }: Fact, value: number): boolean {
  const forms = [String(value), WORDS[value]].filter((form) => form !== undefined);
  return forms.some((form) =>
    new RegExp(`(?<![\\w.])${form.replace('.', '\\.')}(?![\\w.]*\\d)\\b`, 'i').test(`${claim} ${unit}`),
  );
}

function dateOf(signed: WrittenDeal['signed'], getFact: (id: string) => Fact): string {
  if (typeof signed === 'string') return getFact(signed).asOf;
  const { claim } = getFact(signed.saidIn);
  if (!claim.includes(asOfWords(signed.date)))
    throw new Error(`${signed.saidIn} does not say ${asOfWords(signed.date)}`);
  return signed.date;
}
