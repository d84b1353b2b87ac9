import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemaOf, stateOf, takeAsked } from '#embed/stated.ts';
import { readSetting } from '#state/address.ts';
import { PageState } from '#state/page-state.svelte.ts';
import type { Settings } from '#state/quantity.ts';
import { View, wholeOf } from '#state/view.svelte.ts';
import { stateQuery } from '#widgets/define.ts';
import { loopSettings } from '#widgets/loop/settings.ts';
import { widgets } from '#widgets/registry.ts';

function viewOf(settings: Settings) {
  const page = new PageState({ usesAddress: false });
  const view = new View(settings, page);
  view.connect();
  return { page, view };
}

const text = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '7mo',
    '2y',
    '0y',
    '1e9y',
    '-3y',
    'NaN',
    'Infinity',
    '__proto__',
    '<b>',
    'javascript:alert(1)',
    '2026-04',
    '10x',
    '5gw',
  ),
);
const given = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null));

describe.each(widgets.map((spec) => ({ id: spec.id, spec })))('$id', ({ spec }) => {
  const keys = Object.keys(spec.settings);
  const asked = fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), given);

  test('has keys that can be attributes of an element', () => {
    const taken = [
      'name',
      'theme',
      'ui',
      'motion',
      'static',
      'title',
      'height',
      'class',
      'id',
      'style',
      'slot',
      'part',
      'hidden',
      'lang',
      'dir',
      'role',
      'is',
    ];
    for (const key of keys) {
      expect(key).toMatch(/^(?!on|data-|aria-)[a-z-]+$/);
      expect(taken).not.toContain(key);
    }
  });

  test('names for every key what it may be', () => {
    for (const [key, one] of Object.entries(schemaOf(spec.settings))) {
      expect(one.label).toMatch(/./);
      expect(one.default).toBe(stateOf(viewOf(spec.settings).view)[key]);
      if (one.kind === 'choice') expect(one.options).toContain(one.default);
      else expect(one.min).toBeLessThan(one.max ?? 0);
    }
  });

  test('whatever is asked for, the state that comes of it is one, can be shown, and is taken back as it is', () => {
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 3 }), (wishes) => {
        const { view } = viewOf(spec.settings);
        for (const wish of wishes) {
          const before = stateOf(view);
          if (!takeAsked(view, wish)) expect(stateOf(view)).toEqual(before);
        }
        for (const setting of Object.values(spec.settings)) {
          if (setting.kind === 'choice') continue;
          expect(view.number(setting.key)).toBeGreaterThanOrEqual(setting.min);
          expect(view.number(setting.key)).toBeLessThanOrEqual(view.maxOf(setting));
        }
        const state = stateOf(view);
        expect(takeAsked(view, state)).toBe(true);
        expect(stateOf(view)).toEqual(state);
        const { view: other } = viewOf(spec.settings);
        expect(takeAsked(other, state)).toBe(true);
        expect(stateOf(other)).toEqual(state);
        expect(spec.table(view.current).rows.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  test('no query makes it throw', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), text), (query) => {
        const { view } = viewOf(spec.settings);
        for (const [key, setting] of Object.entries(spec.settings))
          view.set(key, readSetting(setting, query[key] ?? null).value);
        expect(spec.table(view.current).rows.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  test('every preset can be asked for in the words of its address', () => {
    for (const { state } of [...spec.presets, spec.challenge]) {
      const { view } = viewOf(spec.settings);
      const query = Object.fromEntries(new URLSearchParams(stateQuery(spec, state)));
      expect(takeAsked(view, query)).toBe(true);
      expect(view.current).toEqual(wholeOf(spec.settings, state));
    }
  });

  test('asked for what is so already, nothing changes', () => {
    for (const { state } of [...spec.presets, spec.challenge]) {
      const { view } = viewOf(spec.settings);
      view.take(state);
      for (const [key, text] of Object.entries(stateOf(view))) {
        const before = stateOf(view);
        expect(takeAsked(view, { [key]: text })).toBe(true);
        expect(stateOf(view)).toEqual(before);
      }
    }
  });

  test('one value that can’t be read, and nothing changes', () => {
    const { view, page } = viewOf(spec.settings);
    const before = stateOf(view);
    const [first = '', ...others] = keys;
    const wish = Object.fromEntries([...others.map((key) => [key, null]), [first, '<b>']]);
    expect(takeAsked(view, wish)).toBe(false);
    expect(stateOf(view)).toEqual(before);
    expect(page.canUndo).toBe(false);
  });
});

test('keys of objects themselves are nobody’s keys', () => {
  const [spec] = widgets;
  if (spec === undefined) throw new Error('there are widgets');
  const { view } = viewOf(spec.settings);
  const before = stateOf(view);
  const wish = JSON.parse(
    '{"__proto__":{"lead":"1y"},"constructor":"1y","toString":null,"hasOwnProperty":1}',
  );
  expect(takeAsked(view, wish)).toBe(true);
  expect(stateOf(view)).toEqual(before);
  expect(Object.hasOwn(Object.prototype, 'lead')).toBe(false);
});

test('a choice brings what rests on it, but for what is asked for beside it, and null is where that rests', () => {
  const { view } = viewOf(loopSettings);
  const whole = wholeOf(loopSettings, { deal: 'oracle-openai' });
  expect(whole.share).not.toBe(loopSettings.share.default);
  expect(takeAsked(view, { deal: 'oracle-openai' })).toBe(true);
  expect(view.current).toEqual(whole);
  expect(takeAsked(view, { revenue: 55, share: null })).toBe(true);
  expect(view.current).toEqual({ ...whole, revenue: 55 });
  expect(takeAsked(view, { deal: null, growth: '20%', share: '30%' })).toBe(true);
  expect(view.current).toEqual({ ...wholeOf(loopSettings, {}), growth: 0.2, share: 0.3 });
  expect(takeAsked(view, { deal: 'oracle-openai', revenue: null })).toBe(true);
  expect(view.current).toEqual({ ...whole, growth: 0.2 });
});
