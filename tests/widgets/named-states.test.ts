import { describe, expect, test } from 'vitest';
import { readSetting } from '#state/address.ts';
import { wholeOf } from '#state/view.svelte.ts';
import { wholeQuery } from '#widgets/define.ts';
import { spec as loop } from '#widgets/loop/spec.ts';
import { namedStates, stateTitle } from '#widgets/named-states.ts';
import { widgets } from '#widgets/registry.ts';

describe.each(widgets.map((spec) => ({ id: spec.id, spec })))('$id', ({ spec }) => {
  const named = namedStates(spec);

  test('begins with the essay’s own state, and names every preset and the challenge', () => {
    expect(named[0]?.query).toBe('');
    expect(named.filter(({ query }) => query === '')).toHaveLength(1);
    expect(named.map(({ id }) => id)).toEqual(
      expect.arrayContaining([...spec.presets, spec.challenge].map(({ id }) => id)),
    );
  });

  test('has names that can stand in an address, each once', () => {
    for (const { id } of named) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(new Set(named.map(({ id }) => id)).size).toBe(named.length);
  });

  test('has states that are whole', () => {
    for (const { state } of named)
      expect(Object.keys(state).sort()).toEqual(Object.keys(spec.settings).sort());
  });

  test('is given out in addresses that say every setting, each with exactly the state’s value', () => {
    for (const { state, whole } of named) {
      const query = new URLSearchParams(whole);
      expect([...query.keys()]).toEqual(Object.keys(spec.settings));
      for (const [key, setting] of Object.entries(spec.settings))
        expect(readSetting(setting, query.get(key)), `${whole}: ${key}`).toEqual({
          value: state[key],
          notice: null,
        });
    }
  });

  test('means in such an address what it meant, whatever the essay’s own state becomes', () => {
    const first = Object.values(spec.settings).map((setting) =>
      setting.kind === 'choice'
        ? { ...setting, default: setting.options.at(-1)?.value ?? '' }
        : { ...setting, default: setting.max },
    );
    const settings = Object.fromEntries(first.map((setting) => [setting.key, setting]));
    for (const { state, whole } of named) expect(wholeQuery({ ...spec, settings }, state)).toBe(whole);
  });

  test('are called by their names, and no two alike', () => {
    for (const { state, title } of named) expect(stateTitle(spec, state)).toBe(title);
    expect(new Set(named.map(({ title }) => title)).size).toBe(named.length);
  });
});

test('a state without a name is called by what in it is not the essay’s, in words', () => {
  const state = wholeOf(loop.settings, { deal: 'oracle-openai', arrives: 0.5 });
  expect(stateTitle(loop, state)).toMatch(/^Deal: Oracle–OpenAI, .*: 50%$/);
});
