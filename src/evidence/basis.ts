import type { ClientFact } from './fact.ts';

/** Why a number is what it is: a fact of the ledger, or an assumption that gives its reason. */
export type Basis =
  | { readonly kind: 'sourced'; readonly facts: readonly ClientFact[]; readonly how: string }
  | { readonly kind: 'assumed'; readonly why: string };

/** A place on a quantity's scale that a source gives, with its range where the source gives one. */
export interface Mark {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly label: string;
  /** Absent where words are loaded later; a widget's spec has it. */
  readonly fact?: ClientFact;
}

/** A quantity's default, why it is that, and the sourced places on its scale. */
export interface Evidence {
  readonly value: number;
  readonly basis: Basis;
  readonly marks: readonly Mark[];
}
