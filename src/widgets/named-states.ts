import type { Settings, StateOf } from '#state/quantity.ts';
import { wholeOf } from '#state/view.svelte.ts';
import { provenanceOf } from './data-table.ts';
import { type Spec, stateQuery, wholeQuery } from './define.ts';

/** A state with a page of its own, `/figure/<widget>/<id>/`. Its address never comes to mean another. */
export interface NamedState {
  readonly id: string;
  readonly title: string;
  /** Why these numbers. */
  readonly why: string;
  readonly state: StateOf<Settings>;
  /** As the reader's own address has it, empty for the essay's own. */
  readonly query: string;
  /** As an address that is given out has it: with every setting. */
  readonly whole: string;
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
    whole: wholeQuery(spec, state),
  }));
  const own = named.find(({ query }) => query === '') ?? {
    id: ESSAYS,
    title: 'As in the essay',
    why: spec.claim,
    state: wholeOf(spec.settings, {}),
    query: '',
    whole: wholeQuery(spec, {}),
  };
  const states = [own, ...named.filter((one) => one !== own)];
  const twice = states.find(({ id }, index) => states.findIndex((other) => other.id === id) < index);
  if (twice !== undefined) throw new Error(`widget ${spec.id}: two states are called ${twice.id}`);
  return states;
}

/** What a state is called: by its name, or by what in it is not the essay's. */
export function stateTitle(spec: Spec, state: StateOf<Settings>): string {
  const query = stateQuery(spec, state);
  const named = namedStates(spec).find((one) => one.query === query);
  if (named !== undefined) return named.title;
  const asked = new URLSearchParams(query);
  return provenanceOf(spec, state, '', '')
    .state.filter(({ key }) => asked.has(key))
    .map(({ label, value }) => `${label}: ${value}`)
    .join(', ');
}
