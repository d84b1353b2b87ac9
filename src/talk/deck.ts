import type { Value, Values } from '#state/quantity.ts';

/** A talk as its windows need it: what stands where, and how long it is to take. */
export interface Deck {
  readonly id: string;
  readonly title: string;
  readonly slides: readonly Slide[];
  /** One widget and no more: its state is in the address. */
  readonly isAlone?: boolean;
}

export interface Slide {
  readonly id: string;
  readonly title: string;
  readonly seconds: number;
  /** The widget that is live on it. */
  readonly widget: string | null;
  /** The first is the slide as it comes. */
  readonly steps: readonly Step[];
}

/** A step of the argument: a whole state of the slide's widget. */
export interface Step {
  readonly title: string;
  /** Empty where the slide has no widget. */
  readonly state: Values;
}

/** What a page shows of a talk: the deck, what else stands behind it, and for whom it is drawn. */
export interface Shown {
  readonly deck: Deck;
  /** Who is named as the source on each slide, by the slide's id. */
  readonly sources: Readonly<Record<string, readonly string[]>>;
  /** The speaker's has notes, which no audience need wait for. */
  readonly mode: 'stage' | 'speaker' | 'print' | 'handout';
  /** The essay at the state that the talk ends with: the whole address, and what a hand can type. */
  readonly essay: { readonly href: string; readonly short: string };
  /** On paper the server draws; elsewhere a script does. */
  readonly components?: typeof import('#widgets/components.ts').components;
  /** On paper: the address of the talk itself. */
  readonly address: string;
}

/** A place in a talk; steps count from 1, as a speaker does. */
export interface Place {
  readonly slide: string;
  readonly step: number;
}

export function slideOf(deck: Deck, { slide }: Place): Slide {
  const [first] = deck.slides;
  const found = deck.slides.find(({ id }) => id === slide) ?? first;
  if (found === undefined) throw new Error(`the talk ${deck.id} has no slides`);
  return found;
}

export function stepOf(deck: Deck, place: Place): Step {
  const { steps } = slideOf(deck, place);
  const step = steps[place.step - 1] ?? steps[0];
  if (step === undefined) throw new Error(`the slide ${place.slide} has no steps`);
  return step;
}

/** All places of a talk, in order. */
export function placesOf(deck: Deck): Place[] {
  return deck.slides.flatMap(({ id, steps }) => steps.map((_, index) => ({ slide: id, step: index + 1 })));
}

export function isSamePlace(a: Place, b: Place): boolean {
  return a.slide === b.slide && a.step === b.step;
}

/** So many steps on, negative: back; it stays on the talk's ends. */
export function placeAfter(deck: Deck, place: Place, count: number): Place {
  const places = placesOf(deck);
  const index = places.findIndex((each) => isSamePlace(each, place)) + count;
  return places[Math.min(Math.max(index, 0), places.length - 1)] ?? place;
}

/** "#/two-clocks/3", or "#/two-clocks" for a slide as it comes. */
export function addressOf({ slide, step }: Place): string {
  return `#/${slide}${step === 1 ? '' : `/${step}`}`;
}

/** The place that an address asks for; the talk's beginning where it asks for none that there is. */
export function placeIn(deck: Deck, hash: string): Place {
  const [, slide = '', step = '1'] = /^#\/([^/]+)(?:\/(\d+))?$/.exec(hash) ?? [];
  const asked = deck.slides.find(({ id }) => id === slide);
  if (asked === undefined) return { slide: deck.slides[0]?.id ?? '', step: 1 };
  return { slide, step: Math.min(Math.max(Number(step), 1), asked.steps.length) };
}

export function isSameState(a: Values, b: Values): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/** Values that may stand in for `like`: its keys, each with a value of its kind. */
export function stateLike(like: Values, said: unknown): Values | null {
  if (typeof said !== 'object' || said === null) return null;
  const found = new Map<string, unknown>(Object.entries(said));
  const values = Object.entries(like).map(([key, value]): [string, Value] | null => {
    const other = found.get(key);
    if (typeof value === 'number')
      return typeof other === 'number' && Number.isFinite(other) ? [key, other] : null;
    return typeof other === 'string' ? [key, other] : null;
  });
  const known = values.filter((each) => each !== null);
  return known.length === values.length ? Object.fromEntries(known) : null;
}
