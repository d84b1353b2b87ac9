import { clamp, type Setting, type Value } from './quantity.ts';

/** What an address says of one setting: its value, and a sentence for the reader where it could not be followed. */
export interface Reading {
  readonly value: Value;
  readonly notice: string | null;
}

const LONGEST_SHOWN = 24;

/** How an address is read beside what its setting says. */
interface ReadAs {
  /** What it is called in the address, where that is longer. */
  readonly key?: string;
  /** The most that another quantity allows it. */
  readonly most?: number | undefined;
  /** Whether the notice repeats what was asked for: on a page of somebody else's that could be anybody's words. */
  readonly quotes?: boolean;
}

/** Reads one setting out of an address. Total: any text gives a value in range. */
export function readSetting(
  setting: Setting,
  text: string | null,
  { key = setting.key, most = Infinity, quotes = true }: ReadAs = {},
): Reading {
  if (text === null) return { value: setting.default, notice: null };
  const short = `${text.slice(0, LONGEST_SHOWN)}${text.length > LONGEST_SHOWN ? '…' : ''}`;
  const notice = (is: string, joint: string, shown: string) =>
    `${quotes ? `The link asked for “${key}=${short}”${joint}` : `The link’s “${key}” is `}${is}; ${shown}.`;
  if (setting.kind === 'choice') {
    const option = setting.options.find(({ value }) => value === text);
    if (option !== undefined) return { value: option.value, notice: null };
    const words = setting.options.map(({ value }) => value).join(' or ');
    return {
      value: setting.default,
      notice: notice(`not ${words}`, ', which is ', `“${setting.default}” is shown`),
    };
  }
  const value = setting.codec.parse(text);
  if (value === null) {
    const shown = `${setting.format(setting.default)} is shown`;
    return { value: setting.default, notice: notice(`not ${setting.codec.wanted}`, ', which is ', shown) };
  }
  if (value > most) {
    const shown = `${setting.format(most)} is shown`;
    return { value: most, notice: notice(`more than “${setting.within}” allows`, ', ', shown) };
  }
  const held = clamp(value, setting.min, setting.max);
  if (held === value) return { value, notice: null };
  const shown = `the nearest this can show is ${setting.format(held)}`;
  return { value: held, notice: notice('out of its range', ', ', shown) };
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
