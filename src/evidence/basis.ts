import type { ClientFact, FactId } from './fact.ts';

/**
 * Why a number is what it is: facts of the ledger, or an assumption that gives its reason. What facts say is looked up
 * when a reader asks: a widget's `spec.facts`.
 */
export type Basis =
  | { readonly kind: 'sourced'; readonly facts: readonly FactId[]; readonly how: string }
  | { readonly kind: 'assumed'; readonly why: string };

/** A place on a quantity's scale that a source gives, with its range where the source gives one. */
export interface Mark {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly label: string;
  readonly fact: FactId;
}

/** A quantity's default, and the sourced places on its scale. Why it is that stands in the spec: `basis`. */
export interface Evidence {
  readonly value: number;
  readonly marks: readonly Mark[];
}

/** A number that a formula takes from the ledger: "C = $100 billion". */
export interface Given {
  /** As in the formula. */
  readonly symbol: string;
  readonly words: string;
  readonly what: string;
  /** The ids of the facts that say so. */
  readonly facts: readonly string[];
  /** The reason, where it is ours. */
  readonly assumed?: string;
}

/** What the ledger says under these ids, as far as it is among `facts`. */
export function named(ids: readonly string[], facts: readonly ClientFact[]): ClientFact[] {
  return ids.flatMap((id) => facts.find((fact) => fact.id === id) ?? []);
}
