import { settingText } from '#state/address.ts';
import { type Choice, clamp, nearest, type Quantity, type Settings } from '#state/quantity.ts';
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
 * are passed over, numbers out of range become the nearest in it, and a choice that changes brings what rests on it,
 * as it does by hand. What `goesOn` with the last step is undone with it. False, and nothing changed, where a value
 * can't be read.
 */
export function takeAsked(view: View<Settings>, asked: Asked, goesOn = false): boolean {
  const choices: [Choice, string][] = [];
  const quantities: [Quantity, number | null][] = [];
  for (const [key, setting] of Object.entries(view.settings)) {
    const given = Object.hasOwn(asked, key) ? asked[key] : undefined;
    if (given === undefined) continue;
    if (setting.kind === 'choice') {
      const word = given ?? setting.default;
      if (typeof word !== 'string' || !setting.options.some(({ value }) => value === word)) return false;
      choices.push([setting, word]);
    } else {
      const value = given === null ? null : readAsked(setting, given);
      if (value === undefined) return false;
      quantities.push([setting, value]);
    }
  }
  for (const [choice, word] of choices) if (view.value(choice.key) !== word) view.pick(choice, word);
  // Where it rests depends on what is picked.
  for (const [quantity, value] of quantities) view.set(quantity.key, value ?? view.here(quantity).default);
  view.commit(goesOn);
  return true;
}

/** The value that a host's word or number stands for; undefined where it stands for none. */
function readAsked(quantity: Quantity, given: string | number): number | undefined {
  if (typeof given === 'number') return nearest(quantity, quantity.max, given);
  const value = quantity.codec.parse(given);
  return value === null ? undefined : clamp(value, quantity.min, quantity.max);
}
