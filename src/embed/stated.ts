import { readSetting, settingText } from '#state/address.ts';
import { nearest, type Setting, type Settings, type Value } from '#state/quantity.ts';
import type { View } from '#state/view.svelte.ts';
import type { Asked, KeySchema, State } from './messages.ts';

/** The whole state in an address's words: what `set` takes as it is. */
export function stateOf(view: View<Settings>): State {
  return Object.fromEntries(
    Object.entries(view.settings).map(([key, setting]) => [key, settingText(setting, view.value(key))]),
  );
}

/** What a host may know of a widget's keys. */
export function schemaOf(settings: Settings): Readonly<Record<string, KeySchema>> {
  return Object.fromEntries(
    Object.entries(settings).map(([key, setting]): [string, KeySchema] => {
      const { kind, label } = setting;
      const common = { kind, label, default: settingText(setting, setting.default) };
      if (setting.kind === 'choice')
        return [key, { ...common, options: setting.options.map(({ value }) => value) }];
      return [key, { ...common, unit: setting.unit, min: setting.min, max: setting.max }];
    }),
  );
}

/**
 * Makes what a host asks for the reader's state, as one step that can be undone. Keys that the widget does not have
 * are passed over, numbers out of range become the nearest in it. False, and nothing changed, where a value can't be read.
 */
export function takeAsked(view: View<Settings>, asked: Asked): boolean {
  const taken = new Map<string, Value>();
  for (const [key, setting] of Object.entries(view.settings)) {
    const given = Object.hasOwn(asked, key) ? asked[key] : undefined;
    if (given === undefined) continue;
    const value = readAsked(setting, given);
    if (value === undefined) return false;
    taken.set(key, value);
  }
  for (const [key, value] of taken) view.set(key, value);
  view.commit();
  return true;
}

/** The value that a host's word or number stands for; undefined where it stands for none. */
function readAsked(setting: Setting, given: string | number | null): Value | undefined {
  if (given === null) return setting.default;
  if (setting.kind === 'quantity') {
    if (typeof given === 'number') return nearest(setting, setting.max, given);
    if (setting.codec.parse(given) === null) return undefined;
  } else if (!setting.options.some(({ value }) => value === given)) return undefined;
  return readSetting(setting, String(given)).value;
}
