import { clamp, type Setting, type Value } from './quantity.ts';

/** What an address says of one setting: its value, and a sentence for the reader where it could not be followed. */
export interface Reading {
  readonly value: Value;
  readonly notice: string | null;
}

const LONGEST_SHOWN = 24;

/**
 * Reads one setting out of an address, where it may have a longer `key` and another quantity may allow it no more
 * than `most`. Total: any text gives a value in range.
 */
export function readSetting(
  setting: Setting,
  text: string | null,
  key = setting.key,
  most = Infinity,
): Reading {
  if (text === null) return { value: setting.default, notice: null };
  const asked = `The link asked for “${key}=${text.slice(0, LONGEST_SHOWN)}${text.length > LONGEST_SHOWN ? '…' : ''}”`;
  if (setting.kind === 'choice') {
    const option = setting.options.find(({ value }) => value === text);
    if (option !== undefined) return { value: option.value, notice: null };
    const words = setting.options.map(({ value }) => value).join(' or ');
    return {
      value: setting.default,
      notice: `${asked}, which is not ${words}; “${setting.default}” is shown.`,
    };
  }
  const value = setting.codec.parse(text);
  if (value === null) {
    return {
      value: setting.default,
      notice: `${asked}, which is not ${setting.codec.wanted}; ${setting.format(setting.default)} is shown.`,
    };
  }
  if (value > most) {
    const shown = setting.format(most);
    return { value: most, notice: `${asked}, more than “${setting.within}” allows; ${shown} is shown.` };
  }
  const held = clamp(value, setting.min, setting.max);
  const notice = held === value ? null : `${asked}; the nearest this can show is ${setting.format(held)}.`;
  return { value: held, notice };
}

/** A setting's value as an address holds it, or null at its default. */
export function writeSetting(setting: Setting, value: Value): string | null {
  return value === setting.default ? null : settingText(setting, value);
}

/** A setting's value in the words of an address. */
export function settingText(setting: Setting, value: Value): string {
  return setting.kind === 'quantity' && typeof value === 'number'
    ? setting.codec.encode(value)
    : String(value);
}
