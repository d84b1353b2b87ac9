import type { Component } from 'svelte';
import { type Basis, type Given, named } from '#evidence/basis.ts';
import type { ClientFact } from '#evidence/fact.ts';
import { settingText, writeSetting } from '#state/address.ts';
import {
  broughtTo,
  type Choice,
  type Quantity,
  type Setting,
  type Settings,
  type StateOf,
  type Values,
} from '#state/quantity.ts';
import { defaultsOf, type View, wholeOf } from '#state/view.svelte.ts';
import { isWorldKey } from '#state/world.ts';
import type { DataTable } from './data-table.ts';

/** A state with a name, and where it comes from. */
export interface Preset<S extends Settings> {
  readonly id: string;
  readonly title: string;
  readonly state: Partial<StateOf<S>>;
  /** Why these numbers: the reading or the assumption behind them. */
  readonly why: string;
  /** What they are taken from. */
  readonly facts?: readonly ClientFact[];
}

/** A number that a widget computes, and what opens when a reader presses it. */
export interface Computed<S extends Settings = Settings> {
  /** What the number says, as the end of a sentence: "how many times as much is wanted as exists". */
  readonly means: string;
  /** As MathML. */
  readonly formula: string;
  /** The settings it is computed from, by key. */
  readonly from: readonly string[];
  /** What else it is made of at a state, that no setting holds. */
  given?(state: StateOf<S>): readonly Given[];
}

/** What a widget asks before it answers. */
export interface Bet {
  readonly asks: string;
  /** The result that is guessed at. */
  readonly of: string;
  readonly options: readonly number[];
  readonly format: (value: number) => string;
}

/** What a reader sees of a widget at once. The rest of its spec is loaded when it is asked for. */
export interface Face {
  /** The folder's name, and the widget's in every address. */
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly bet?: Bet;
}

interface Assumed {
  view: View<Settings>;
  live: boolean;
  oncommit: () => void;
}

/** Everything about a widget that is not its picture. */
export interface Spec<S extends Settings = Settings> extends Face {
  /** What the reader must discover. */
  readonly claim: string;
  /** By address key. World keys are shared by a page. */
  readonly settings: S;
  /** Why each quantity's default is what it is. */
  readonly basis: { readonly [K in keyof S as S[K] extends Choice ? never : K]: Basis };
  /** The same for a state, of those that one of its choices brings. */
  readonly basisIn?: (state: Values) => Readonly<Record<string, Basis>>;
  /** What the ledger says of the facts that these and the settings' marks name, and of whatever else a state stands on. */
  readonly facts: readonly ClientFact[];
  /** The ids of further facts that a state stands on, such as those of the deal it shows. */
  readonly standsOn?: (state: Values) => readonly string[];
  /** By public name, as in `data-result`. */
  readonly results: Readonly<Record<string, Computed<S>>>;
  /** What stands with the assumptions besides the quantities: controls, and what a choice rests on. */
  readonly assumed?: Component<Assumed>;
  /** What else the equations speak of, and what they leave out. */
  readonly method: string;
  /** What the picture of a state draws. */
  table(state: StateOf<S>): DataTable;
  readonly presets: readonly Preset<S>[];
  /** A setting at which the essay's thesis fails. */
  readonly challenge: Preset<S>;
  /** The height in px of its embed at 680 px wide, as measured in a browser. */
  readonly embedHeight: number;
  /** Where the essay shows it: the section's id. */
  readonly section: string;
  /** On a stage it stands beside its words, not under them, since it needs the height. */
  readonly isTall?: boolean;
}

/** Declares a widget. Throws where its parts disagree, so that a build fails and a reader never sees it. */
export function defineWidget<const S extends Settings>(spec: Spec<S>): Spec<S> {
  const met: string[] = [];
  for (const [key, setting] of Object.entries(spec.settings)) {
    if (setting.key !== key)
      throw new Error(`widget ${spec.id}: setting ${key} has the address key ${setting.key}`);
    if (setting.kind === 'quantity' && setting.within !== undefined && !met.includes(setting.within))
      throw new Error(
        `widget ${spec.id}: ${key} is within ${setting.within}, which does not stand before it`,
      );
    met.push(key);
  }
  checkFacts(spec);
  for (const [id, { from }] of Object.entries(spec.results)) {
    const unknown = from.find((key) => !Object.hasOwn(spec.settings, key));
    if (unknown !== undefined)
      throw new Error(`widget ${spec.id}: the result ${id} hangs on ${unknown}, which is no setting`);
  }
  for (const preset of [...spec.presets, spec.challenge]) checkPreset(spec, preset);
  return spec;
}

function checkFacts(spec: Spec): void {
  const missing = idsIn(spec, defaultsOf(spec.settings)).find(
    (name) => !spec.facts.some((fact) => fact.id === name),
  );
  if (missing !== undefined)
    throw new Error(`widget ${spec.id}: it names the fact ${missing}, which is not among its facts`);
}

function checkPreset<S extends Settings>(spec: Spec<S>, preset: Preset<S>): void {
  for (const [key, value] of Object.entries(preset.state)) {
    const setting: Setting | undefined = spec.settings[key];
    const fits =
      setting?.kind === 'choice'
        ? setting.options.some((option) => option.value === value)
        : setting !== undefined &&
          Number(value) >= setting.min &&
          Number(value) <= mostOf(spec, preset, setting);
    if (!fits) throw new Error(`widget ${spec.id}, preset ${preset.id}: ${key} can't be ${String(value)}`);
  }
}

/** The most that a quantity may be in a preset, another value of which may bind it. */
function mostOf<S extends Settings>(spec: Spec<S>, { state }: Preset<S>, { within, max }: Quantity): number {
  if (within === undefined) return max;
  return Math.min(max, Number(state[within] ?? spec.settings[within]?.default));
}

export function quantitiesOf(spec: Spec): Quantity[] {
  return Object.values(spec.settings).filter((setting) => setting.kind === 'quantity');
}

/** A quantity, and why its default is what it is. */
export interface Grounded extends Quantity {
  readonly basis: Basis;
}

/** A widget's quantities, resting where the choices of a state have them. */
export function groundedIn(spec: Spec, state: Values): Grounded[] {
  const brought = spec.basisIn?.(state) ?? {};
  return quantitiesOf(spec).map((quantity) => {
    const basis = brought[quantity.key] ?? spec.basis[quantity.key];
    if (basis === undefined)
      throw new Error(`widget ${spec.id}: the default of ${quantity.key} has no basis`);
    return { ...broughtTo(spec.settings, state, quantity), basis };
  });
}

/** The ids of the facts that a state stands on, each once. */
function idsIn(spec: Spec, state: Values): string[] {
  const ids = groundedIn(spec, state).flatMap(({ basis, evidence: { marks } }) => [
    ...(basis.kind === 'sourced' ? basis.facts : []),
    ...marks.map(({ fact }) => fact),
  ]);
  return [...new Set([...ids, ...(spec.standsOn?.(state) ?? [])])];
}

/** What the ledger says of all that a state stands on. */
export function sourcesOf(spec: Spec, state: Values): ClientFact[] {
  return named(idsIn(spec, state), spec.facts);
}

/** A state as the query of an address, empty for the essay's own; `prefix` goes before the widget's own keys. */
export function stateQuery(spec: Spec, state: Partial<StateOf<Settings>>, prefix = ''): string {
  return written(spec, state, prefix, false);
}

/**
 * The same with every setting in it, in the order in which they are declared. What stands in somebody else's page
 * says all it means, so that it goes on to mean that when the essay's own state becomes another.
 */
export function wholeQuery(spec: Spec, state: Partial<StateOf<Settings>>, prefix = ''): string {
  return written(spec, state, prefix, true);
}

function written(spec: Spec, state: Partial<StateOf<Settings>>, prefix: string, saysEssays: boolean): string {
  const query = new URLSearchParams();
  const whole = wholeOf(spec.settings, state);
  for (const [key, setting] of Object.entries(spec.settings)) {
    const resting = setting.kind === 'quantity' ? broughtTo(spec.settings, whole, setting) : setting;
    const value = whole[key] ?? setting.default;
    const text = saysEssays ? settingText(setting, value) : writeSetting(resting, value);
    if (text !== null) query.set(isWorldKey(key) ? key : `${prefix}${key}`, text);
  }
  return query.size === 0 ? '' : `?${query}`;
}
