import { type PageState, pageState } from './page-state.svelte.ts';
import {
  broughtTo,
  type Choice,
  clamp,
  type Quantity,
  type Setting,
  type Settings,
  type StateOf,
  type Value,
  type Values,
} from './quantity.ts';
import { isWorldKey } from './world.ts';

/**
 * One widget's (or the prose's) view of the page's state. World keys are shared; the widget's own keys
 * get its name before them on a page that holds more than one figure.
 */
export class View<S extends Settings> {
  readonly settings: S;
  /** Whether a reader can see what it stands for. What nobody sees stays as it is while a hand elsewhere moves. */
  isSeen = $state(true);
  #page: PageState;
  #prefix: string;
  #held = $state.raw<Values | null>(null);
  /** The keys, as the address has them, of whose notices this view tells. */
  #told = $state.raw<readonly string[]>([]);
  #last: Values | undefined;
  /** The same object for the same values, so that what another figure changed for itself moves nothing here. */
  readonly #values = $derived.by(() => {
    const last = this.#last;
    if (last !== undefined && !this.isSeen && this.#held === null && this.#page.isMoving) return last;
    const values = this.#read();
    const isSame = last !== undefined && Object.keys(values).every((key) => values[key] === last[key]);
    this.#last = isSame ? last : values;
    return this.#last;
  });

  constructor(settings: S, page: PageState = pageState, prefix = '') {
    this.settings = settings;
    this.#page = page;
    this.#prefix = prefix;
  }

  /**
   * In the browser, once the server's markup stands: take part in the address. Of what the address could not
   * have, on a page that shares a key, only the first who `tells` says it aloud.
   */
  connect({ tells = true } = {}): void {
    if (tells) this.#told = this.#page.tell(Object.keys(this.settings).map((key) => this.#full(key)));
    for (const [key, setting] of Object.entries(this.settings)) {
      this.#page.declare(
        this.#full(key),
        setting,
        isBound(setting) ? this.number(setting.within) : undefined,
        () => this.#resting(key) ?? setting,
      );
    }
  }

  /** The reader's state. */
  get current(): StateOf<S> {
    return stateOf(this.#values);
  }

  /** The state when the hand took hold; null while nothing is held. */
  get held(): StateOf<S> | null {
    return this.#held === null ? null : stateOf(this.#held);
  }

  /** Sentences about what the address asked for and could not have, and whether this view is to say them aloud. */
  get notices(): readonly { readonly text: string; readonly isAloud: boolean }[] {
    return Object.keys(this.settings).flatMap((key) => {
      const text = this.#page.notice(this.#full(key));
      return text === null ? [] : [{ text, isAloud: this.#told.includes(this.#full(key)) }];
    });
  }

  value(key: string): Value {
    return this.#values[key] ?? '';
  }

  number(key: string): number {
    return Number(this.value(key));
  }

  /** The most this quantity may be just now. */
  maxOf({ within, max }: Quantity): number {
    return within === undefined ? max : Math.min(max, this.number(within));
  }

  /** Whether the reader's value is another than the essay's, or than what a choice brought. */
  isChanged(key: string): boolean {
    return this.value(key) !== this.#resting(key)?.default;
  }

  get isEssays(): boolean {
    return Object.entries(this.settings).every(([key, setting]) => this.value(key) === setting.default);
  }

  /** A quantity as the choices of this state have it. */
  here(quantity: Quantity): Quantity {
    return broughtTo(this.settings, this.#values, quantity);
  }

  /** The hand takes hold: what is now becomes the ghost. */
  hold(): void {
    if (this.#held !== null) return;
    this.#held = this.#read();
    this.#page.hold();
  }

  set(key: string, value: Value): void {
    this.#page.set({ [this.#full(key)]: value });
  }

  /** Picks an option, and with it what it brings. */
  pick(choice: Choice, value: string): void {
    this.set(choice.key, value);
    const brought = choice.options.find((option) => option.value === value)?.brings ?? {};
    for (const [key, evidence] of Object.entries(brought)) this.set(key, evidence.value);
  }

  /**
   * The hand lets go: the address follows. What another quantity pressed down while dragging stays down.
   * What only goes on with the last change is undone with it.
   */
  commit(goesOn = false): void {
    this.#release();
    this.#setAll(this.#read());
    this.#page.commit(goesOn);
  }

  /** Back to where the hand took hold. */
  cancel(): void {
    if (this.#held !== null) this.#setAll(this.#held);
    this.#release();
  }

  /** Takes these keys back to their defaults, as the choices of this state have them; without keys, all to the essay’s. */
  reset(keys?: readonly string[]): void {
    if (keys === undefined) this.#setAll(defaultsOf(this.settings));
    else for (const key of keys) this.set(key, this.#resting(key)?.default ?? '');
    this.commit();
  }

  /** A named state: what it says nothing of is the essay's, or comes with what it picks. */
  take(state: Partial<StateOf<S>>): void {
    this.#setAll(wholeOf(this.settings, state));
    this.commit();
  }

  /** Undo and redo are the page's: what was changed elsewhere last comes back first. */
  get page(): Pick<PageState, 'canUndo' | 'canRedo' | 'undo' | 'redo'> {
    return this.#page;
  }

  #resting(key: string): Setting | undefined {
    const setting = this.settings[key];
    return setting?.kind === 'quantity' ? this.here(setting) : setting;
  }

  #release(): void {
    if (this.#held !== null) this.#page.release();
    this.#held = null;
  }

  #setAll(values: Values): void {
    for (const [key, value] of Object.entries(values)) this.set(key, value);
  }

  #full(key: string): string {
    return isWorldKey(key) ? key : `${this.#prefix}${key}`;
  }

  #read(): Values {
    const raw = (key: string, setting: Setting) => this.#page.get(this.#full(key), setting);
    return Object.fromEntries(
      Object.entries(this.settings).map(([key, setting]) => {
        const value = raw(key, setting);
        if (!isBound(setting)) return [key, value];
        const other = this.settings[setting.within];
        const limit = other === undefined ? setting.max : Number(raw(setting.within, other));
        return [key, clamp(Number(value), setting.min, limit)];
      }),
    );
  }
}

/** Whether another setting of the same state says how much this one may be. */
function isBound(setting: Setting): setting is Quantity & { within: string } {
  return setting.kind === 'quantity' && setting.within !== undefined;
}

/** The one place where values become a typed state: each was read through its own setting. */
export function stateOf<S extends Settings>(values: Values): StateOf<S> {
  return values as StateOf<S>;
}

/** The essay's own state. */
export function defaultsOf<S extends Settings>(settings: S): StateOf<S> {
  return stateOf(
    Object.fromEntries(Object.entries(settings).map(([key, setting]) => [key, setting.default])),
  );
}

/** A state of which only some is said: the rest is the essay's, or comes with what is picked. */
export function wholeOf<S extends Settings>(settings: S, said: Partial<StateOf<S>>): StateOf<S> {
  const state = { ...defaultsOf(settings), ...said };
  const rest = Object.entries(settings).flatMap(([key, setting]) =>
    setting.kind === 'choice' || Object.hasOwn(said, key)
      ? []
      : [[key, broughtTo(settings, state, setting).default] as const],
  );
  return { ...state, ...Object.fromEntries(rest) };
}
