import type { Settings, StateOf } from '#state/quantity.ts';
import { wholeOf } from '#state/view.svelte.ts';
import { type Spec, stateQuery } from './define.ts';

/** A state with a page of its own, `/figure/<widget>/<id>/`. Its address never comes to mean another. */
export interface NamedState {
  readonly id: string;
  readonly title: string;
  /** Why these numbers. */
  readonly why: string;
  readonly state: StateOf<Settings>;
  /** As an embed's address has it, empty for the essay's own. */
  readonly query: string;
}

/** What the essay's own state is called where no preset is that. */
const ESSAYS = 'as-in-the-essay';

/** The essay's own state first, then the presets, then the challenge. */
export function namedStates(spec: Spec): NamedState[] {
  const named = [...spec.presets, spec.challenge].map(({ id, title, why, state }) => ({
    id,
    title,
    why,
    state: wholeOf(spec.settings, state),
    query: stateQuery(spec, state),
  }));
  const own = named.find(({ query }) => query === '') ?? {
    id: ESSAYS,
    title: 'As in the essay',
    why: spec.claim,
    state: wholeOf(spec.settings, {}),
    query: '',
  };
  const states = [own, ...named.filter((one) => one !== own)];
  const twice = states.find(({ id }, index) => states.findIndex((other) => other.id === id) < index);
  if (twice !== undefined) throw new Error(`widget ${spec.id}: two states are called ${twice.id}`);
  return states;
}

/** The named state that this is, if it is one: two that differ in nothing an address holds are one. */
export function nameOf(spec: Spec, query: string): NamedState | undefined {
  return namedStates(spec).find((named) => named.query === query);
}
