import { type Evidence, named } from '#evidence/basis.ts';
import type { ClientFact, FactId } from '#evidence/fact.ts';
import { broughtTo, type Settings, type StateOf } from '#state/quantity.ts';
import type { Spec } from './define.ts';

/** A widget's settings as the choices of a state have them. */
export function settingsIn<S extends Settings>({ settings }: Spec<S>, state: StateOf<S>): Settings {
  return Object.fromEntries(
    Object.entries(settings).map(([key, setting]) => [
      key,
      setting.kind === 'quantity' ? broughtTo(settings, state, setting) : setting,
    ]),
  );
}

/** The ids of the facts that settings name, each once. */
export function idsIn(settings: Settings): FactId[] {
  const evidence = Object.values(settings).flatMap((setting): readonly Evidence[] =>
    setting.kind === 'choice'
      ? setting.options.flatMap(({ brings = {} }) => Object.values(brings))
      : [setting.evidence],
  );
  const ids = evidence.flatMap(({ basis, marks }) => [
    ...(basis.kind === 'sourced' ? basis.facts : []),
    ...marks.map(({ fact }) => fact),
  ]);
  return [...new Set(ids)];
}

/** The facts that a state stands on, each once: behind where its settings rest, and whatever else the widget says. */
export function sourcesOf<S extends Settings>(spec: Spec<S>, state: StateOf<S>): ClientFact[] {
  const settings = Object.entries(settingsIn(spec, state)).filter(([, { kind }]) => kind === 'quantity');
  const ids = [...idsIn(Object.fromEntries(settings)), ...(spec.standsOn?.(state) ?? [])];
  return named([...new Set(ids)], spec.facts);
}
