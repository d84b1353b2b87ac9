import type { WrittenAmount, WrittenDeal } from './deal-file.ts';
import type { Fact, Measure } from './fact.ts';
import { asOfWords } from './format.ts';

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
