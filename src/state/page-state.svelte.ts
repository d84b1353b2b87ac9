import { readSetting, writeSetting } from './address.ts';
import type { Setting, Settings, Value, Values } from './quantity.ts';

/** Longer than a hand takes between two moves, too short to be waited for. */
const RESTED_AFTER_MS = 250;
/** More than anybody undoes by hand; what a program changes is not to fill the memory. */
const MOST_STEPS = 200;

/**
 * All state of one page (or of one card that stands alone): what the reader has set, by address key, and
 * what was set before. Changed in the browser only; on the server it holds what it was made `at`, else the defaults.
 */
export class PageState {
  #settings: Record<string, Setting> = $state.raw({});
  /** What each is where the address says nothing of it: its default, or what a choice brings with it. */
  #resting: Record<string, () => Setting> = {};
  #values = $state.raw<Values>({});
  /** What the last commit left: where an undo of the next one leads. */
  #committed: Values = {};
  /** What was there when the page came, however many steps ago. */
  #arrived = $state.raw<Values>({});
  #past = $state.raw<readonly Values[]>([]);
  #undone = $state.raw<readonly Values[]>([]);
  #commits = $state(0);
  #hands = 0;
  #isMoving = $state(false);
  #rest: ReturnType<typeof setTimeout> | undefined;
  readonly #told = new Set<string>();
  #notices = $state.raw<Readonly<Record<string, string>>>({});
  #usesAddress: boolean;
  #quotes = true;

  constructor({ usesAddress, at = {} }: { usesAddress: boolean; at?: Values }) {
    this.#usesAddress = usesAddress;
    this.#values = at;
    this.#committed = at;
    this.#arrived = at;
  }

  /**
   * Makes `key` part of this page's state, where the address may ask for at most `most`. A key met again keeps its
   * value; one that the address leaves out is where it is `resting`.
   */
  declare(key: string, setting: Setting, most?: number, resting: () => Setting = () => setting): void {
    if (Object.hasOwn(this.#settings, key)) return;
    this.#settings = { ...this.#settings, [key]: setting };
    this.#resting[key] = resting;
    const { value, notice } = readSetting(resting(), this.#asked(key), {
      key,
      most,
      quotes: this.#quotes,
    });
    if (value !== setting.default) {
      const arrived = (values: Values) => ({ [key]: value, ...values });
      this.#values = arrived(this.#values);
      // What the address asked for was so from the start, however late its figure wakes.
      this.#committed = arrived(this.#committed);
      this.#arrived = arrived(this.#arrived);
      this.#past = this.#past.map(arrived);
      this.#undone = this.#undone.map(arrived);
    }
    if (notice !== null) this.#notices = { ...this.#notices, [key]: notice };
  }

  get(key: string, setting: Setting): Value {
    return this.#values[key] ?? setting.default;
  }

  /** What the last commit left, or the address asked for. */
  settled(key: string, setting: Setting): Value {
    return this.#committed[key] ?? setting.default;
  }

  /** What was there when the page came. */
  arrived(key: string, setting: Setting): Value {
    return this.#arrived[key] ?? setting.default;
  }

  /** Every setting that has met this page so far, by address key. */
  get declared(): Settings {
    return this.#settings;
  }

  /** The setting that a key stands for; undefined as long as its figure sleeps. */
  setting(key: string): Setting | undefined {
    return this.#settings[key];
  }

  /** Those of these keys whose notice nobody reads aloud yet. From now on the caller does. */
  tell(keys: readonly string[]): string[] {
    const free = keys.filter((key) => !this.#told.has(key));
    for (const key of free) this.#told.add(key);
    return free;
  }

  /** From now on no notice repeats what the address says. */
  quoteNothing(): void {
    this.#quotes = false;
  }

  notice(key: string): string | null {
    return this.#notices[key] ?? null;
  }

  set(values: Values): void {
    this.#values = { ...this.#values, ...values };
    this.#isMoving = true;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#rested(), RESTED_AFTER_MS);
  }

  /** Whether a hand is on the move: what nobody looks at waits until it rests or lets go. */
  get isMoving(): boolean {
    return this.#isMoving;
  }

  /** Whether every key on the page is as in the essay. */
  get isEssays(): boolean {
    return Object.entries(this.#settings).every(
      ([key, setting]) => this.get(key, setting) === setting.default,
    );
  }

  /** How often a hand has let go so far, for what is to be said once a commit. */
  get commits(): number {
    return this.#commits;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Makes what is set now a step that can be undone, or a part of the last one where it `goesOn`; writes the address. */
  commit(goesOn = false): void {
    const before = this.#committed;
    const moved = Object.entries(this.#settings).some(
      ([key, setting]) => (before[key] ?? setting.default) !== this.get(key, setting),
    );
    if (moved) {
      if (!goesOn || this.#past.length === 0) this.#past = [...this.#past, before].slice(-MOST_STEPS);
      this.#undone = [];
    }
    this.#settle();
  }

  /** Whether a hand holds something on the page just now. */
  get isHeld(): boolean {
    return this.#hands > 0;
  }

  /** A hand takes hold of something on the page. Until it is released nothing is undone. */
  hold(): void {
    this.#hands++;
  }

  release(): void {
    this.#hands--;
    this.#rested();
  }

  #rested(): void {
    clearTimeout(this.#rest);
    this.#isMoving = false;
  }

  /** Back to what the commit before the last one left. */
  undo(): void {
    const before = this.#past.at(-1);
    if (before === undefined || this.isHeld) return;
    this.#past = this.#past.slice(0, -1);
    this.#undone = [...this.#undone, this.#committed];
    this.#values = before;
    this.#settle();
  }

  redo(): void {
    const next = this.#undone.at(-1);
    if (next === undefined || this.isHeld) return;
    this.#undone = this.#undone.slice(0, -1);
    this.#past = [...this.#past, this.#committed];
    this.#values = next;
    this.#settle();
  }

  /** Everything as in the essay: the reset that spans all figures and the prose. */
  reset(): void {
    this.set(
      Object.fromEntries(Object.entries(this.#settings).map(([key, setting]) => [key, setting.default])),
    );
    this.commit();
  }

  #settle(): void {
    this.#committed = this.#values;
    this.#commits++;
    this.#rested();
    this.#notices = {};
    this.#writeAddress();
  }

  /** What the address says of a key, word for word; null where it says nothing or is left alone. */
  #asked(key: string): string | null {
    return this.#usesAddress ? new URLSearchParams(location.search).get(key) : null;
  }

  /** Leaves foreign keys and the hash alone. */
  #writeAddress(): void {
    if (!this.#usesAddress) return;
    const url = new URL(location.href);
    for (const [key, setting] of Object.entries(this.#settings)) {
      const text = writeSetting(this.#resting[key]?.() ?? setting, this.get(key, setting));
      if (text === null) url.searchParams.delete(key);
      else url.searchParams.set(key, text);
    }
    if (url.href === location.href) return;
    try {
      history.replaceState(history.state, '', url);
    } catch {
      // A browser may refuse a hundred changes in half a minute; the next commit writes them all.
    }
  }
}

/** The state that a page's figures, prose and address share. */
export const pageState = new PageState({ usesAddress: true });
