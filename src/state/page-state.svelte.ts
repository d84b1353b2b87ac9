import { readSetting, writeSetting } from './address.ts';
import type { Setting, Value, Values } from './quantity.ts';

/**
 * All state of one page (or of one card that stands alone): what the reader has set, by address key.
 * Made and changed in the browser only; a server render reads defaults and writes nothing.
 */
export class PageState {
  #settings: Record<string, Setting> = {};
  #values = $state.raw<Values>({});
  #notices = $state.raw<Readonly<Record<string, string>>>({});
  #usesAddress: boolean;

  constructor({ usesAddress }: { usesAddress: boolean }) {
    this.#usesAddress = usesAddress;
  }

  /** Makes `key` part of this page's state. A key met again keeps the value it has. */
  declare(key: string, setting: Setting): void {
    if (Object.hasOwn(this.#settings, key)) return;
    this.#settings[key] = setting;
    const { value, notice } = readSetting(setting, this.asked(key), key);
    if (value !== setting.default) this.set({ [key]: value });
    if (notice !== null) this.note(key, notice);
  }

  /** What the address says of a key, word for word; null where it says nothing or is left alone. */
  asked(key: string): string | null {
    return this.#usesAddress ? new URLSearchParams(location.search).get(key) : null;
  }

  get(key: string, setting: Setting): Value {
    return this.#values[key] ?? setting.default;
  }

  notice(key: string): string | null {
    return this.#notices[key] ?? null;
  }

  note(key: string, notice: string): void {
    this.#notices = { ...this.#notices, [key]: notice };
  }

  set(values: Values): void {
    this.#values = { ...this.#values, ...values };
  }

  /** Writes what differs from the defaults to the address, leaving foreign keys and the hash alone. */
  commit(): void {
    this.#notices = {};
    if (!this.#usesAddress) return;
    const url = new URL(location.href);
    for (const [key, setting] of Object.entries(this.#settings)) {
      const text = writeSetting(setting, this.get(key, setting));
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
