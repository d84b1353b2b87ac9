import type { Evidence } from '#evidence/basis.ts';

/** A value of the state: a number for a quantity, a word for a choice. */
export type Value = number | string;
export type Values = Readonly<Record<string, Value>>;

/** How a value is written in an address. Total: `parse` answers null for anything it cannot read. */
export interface Codec<V extends Value> {
  readonly encode: (value: V) => string;
  readonly parse: (text: string) => V | null;
  /** What an address may hold, for the notice that says what was wrong: "a time such as 7mo, 1.5y or 55d". */
  readonly wanted: string;
}

/** What a colour means; `styles/tokens.css` has one of each name. `ink` is for quantities without one, such as a date. */
export type Tone =
  | 'ink'
  | 'demand'
  | 'supply'
  | 'gap'
  | 'money'
  | 'chips'
  | 'power'
  | 'buildings'
  | 'cooling';

/** A number the reader sets. Declared once; sliders, handles, address keys, docs and tests come from it. */
export interface Quantity {
  readonly kind: 'quantity';
  /** Its name in the address and on its slider. */
  readonly key: string;
  readonly label: string;
  /** Its letter in the equations. */
  readonly symbol?: string;
  /** What its number counts: "years", "multiple", "GW". */
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** May not exceed this other quantity of the same state, which stands before it there. */
  readonly within?: string;
  /** The colour of the quantity. */
  readonly tone: Tone;
  readonly scale: 'log' | 'linear';
  /** The values that keys step through, ascending. */
  readonly stops: readonly number[];
  /** The nearest value a drag may leave behind: what is shown is what is held. */
  readonly snap: (value: number) => number;
  /** In words: "7 months". */
  readonly format: (value: number) => string;
  /** For axes and marks: "7 mo". */
  readonly short: (value: number) => string;
  readonly codec: Codec<number>;
  readonly evidence: Evidence;
}

/** A word the reader picks. */
export interface Choice<V extends string = string> {
  readonly kind: 'choice';
  readonly key: string;
  readonly label: string;
  readonly options: readonly Option<V>[];
  readonly default: V;
}

export interface Option<V extends string = string> {
  readonly value: V;
  readonly label: string;
  /** Picking it gives these quantities, by key, other evidence than their own, and so another default. */
  readonly brings?: Readonly<Record<string, Evidence>>;
}

export type Setting = Quantity | Choice;
export type Settings = Readonly<Record<string, Setting>>;

/** The state that a set of settings describes. */
export type StateOf<S extends Settings> = {
  readonly [K in keyof S]: S[K] extends Choice<infer V> ? V : number;
};

/** A quantity as it is in a state: resting where one of the state's choices brings it. */
export function broughtTo(settings: Settings, state: Values, quantity: Quantity): Quantity {
  for (const setting of Object.values(settings)) {
    if (setting.kind === 'quantity') continue;
    const picked = setting.options.find(({ value }) => value === state[setting.key]);
    const evidence = picked?.brings?.[quantity.key];
    if (evidence !== undefined) return { ...quantity, default: evidence.value, evidence };
  }
  return quantity;
}

export function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

/** Where a value stands between a quantity's ends, 0–1 on the quantity's own scale. */
export function positionOf({ scale, min }: Quantity, max: number, value: number): number {
  if (max <= min) return 0;
  const held = clamp(value, min, max);
  return scale === 'log' ? Math.log(held / min) / Math.log(max / min) : (held - min) / (max - min);
}

/** The nearest value that a hand or a form may leave behind. The end is exact, however many decimals it has. */
export function nearest({ min, snap }: Quantity, max: number, value: number): number {
  return value >= max ? max : clamp(snap(value), min, max);
}

/** The value at a position 0–1 on the quantity's own scale, snapped. */
export function valueAt(quantity: Quantity, max: number, position: number): number {
  const { scale, min } = quantity;
  const at = clamp(position, 0, 1);
  if (at === 1) return max;
  return nearest(quantity, max, scale === 'log' ? min * (max / min) ** at : min + (max - min) * at);
}

/** `count` stops further along (negative: back). A value between two stops first goes to the next one. */
export function stepBy(quantity: Quantity, max: number, value: number, count: number): number {
  const { min } = quantity;
  const stops = [...quantity.stops.filter((stop) => stop < max), max];
  const after = stops.findIndex((stop) => stop > value);
  const next = after === -1 ? stops.length : after;
  const before = stops.findLastIndex((stop) => stop < value);
  const index = count > 0 ? next + count - 1 : before + count + 1;
  return clamp(stops[clamp(index, 0, stops.length - 1)] ?? value, min, max);
}
