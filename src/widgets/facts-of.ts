import type { ClientFact } from '#evidence/fact.ts';
import { broughtTo, type Settings, type StateOf } from '#state/quantity.ts';
import type { Spec } from './define.ts';

/** The facts behind the defaults of settings, each once. */
export function factsOf(settings: Settings): ClientFact[] {
  const facts = Object.values(settings).flatMap((setting) => {
    if (setting.kind === 'choice') return [];
    const { basis, marks } = setting.evidence;
    return [...(basis.kind === 'sourced' ? basis.facts : []), ...marks.flatMap(({ fact }) => fact ?? [])];
  });
  return [...new Set(facts)];
}

/** A widget's settings as the choices of a state have them. */
export function settingsIn<S extends Settings>({ settings }: Spec<S>, state: StateOf<S>): Settings {
  return Object.fromEntries(
    Object.entries(settings).map(([key, setting]) => [
      key,
      setting.kind === 'quantity' ? broughtTo(settings, state, setting) : setting,
    ]),
  );
}

/** The facts that a state stands on, each once: behind where its settings rest, and whatever else the widget says. */
export function sourcesOf<S extends Settings>(spec: Spec<S>, state: StateOf<S>): ClientFact[] {
  return [...new Set([...factsOf(settingsIn(spec, state)), ...(spec.standsOn?.(state) ?? [])])];
}
