import { describe, expect, test } from 'vitest';
import { namedStates } from '#widgets/named-states.ts';
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
});
