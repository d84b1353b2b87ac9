import { describe, expect, test } from 'vitest';
import { worldBasis, worldFacts } from '#evidence/default-facts.ts';
import { worldSettings } from '#state/world.ts';
import { defineWidget, quantitiesOf, type Spec } from '#widgets/define.ts';
import { scale } from '../state/scale.ts';

const settings = { ...worldSettings, scale };
type Settings = typeof settings;

const spec: Spec<Settings> = {
  id: 'demo',
  title: 'A demonstration',
  question: 'What is refused?',
  claim: 'A widget whose parts disagree.',
  settings,
  basis: worldBasis,
  facts: worldFacts,
  results: { twice: { means: 'twice', formula: '<math></math>', from: ['lead'] } },
  method: 'Twice the lead time.',
  table: () => ({ caption: '', columns: [], rows: [] }),
  presets: [{ id: 'slow', title: 'Slow', state: { lead: 4, scale: 'linear' }, why: 'for this test' }],
  challenge: { id: 'covered', title: 'Covered', state: { commit: 2 }, why: 'for this test' },
  embedHeight: 600,
  section: 'nowhere',
};

const withPreset = (state: object): Spec<Settings> => ({
  ...spec,
  presets: [...spec.presets, { id: 'odd', title: 'Odd', state, why: 'for this test' }],
});

describe('a widget', () => {
  test('whose parts agree is what was declared', () => {
    expect(defineWidget(spec)).toBe(spec);
    expect(quantitiesOf(spec).map(({ key }) => key)).toEqual(['doubling', 'lead', 'commit']);
  });

  test('is refused when a setting stands under another key than its own, and both are named', () => {
    const swapped = { ...settings, lead: worldSettings.commit };
    expect(() => defineWidget({ ...spec, settings: swapped })).toThrow(/widget demo.*\blead\b.*\bcommit\b/);
  });

  test('is refused when its settings name a fact that it does not bring', () => {
    expect(() => defineWidget({ ...spec, facts: worldFacts.slice(1) })).toThrow(/widget demo.*\bG02\b/);
  });

  test('is refused when what limits a setting does not stand before it', () => {
    const { commit, doubling, lead } = worldSettings;
    expect(() => defineWidget({ ...spec, settings: { commit, doubling, lead, scale } })).toThrow(
      /widget demo: commit is within lead/,
    );
  });

  test.each([
    ['a key that it does not have', { speed: 3 }, /speed can't be 3/],
    ['a key that every object has', { constructor: 3 }, /constructor can't be 3/],
    ['too much', { lead: 7.1 }, /lead can't be 7\.1/],
    ['more than another of its values allows', { lead: 1, commit: 1.5 }, /commit can't be 1\.5/],
    ['more than another of the essay’s values allows', { commit: 3 }, /commit can't be 3/],
    ['too little', { doubling: 0.1 }, /doubling can't be 0\.1/],
    ['no number', { lead: Number.NaN }, /lead can't be NaN/],
    ['an option that there isn’t', { scale: 'round' }, /scale can't be round/],
    ['a number for a choice', { scale: 1 }, /scale can't be 1/],
  ])('is refused with a preset that has %s, and widget and preset are named', (_, state, message) => {
    expect(() => defineWidget(withPreset(state))).toThrow(/widget demo, preset odd/);
    expect(() => defineWidget(withPreset(state))).toThrow(message);
  });

  test('is refused with a challenge that can’t be set', () => {
    const challenge = { ...spec.challenge, state: { commit: 8 } };
    expect(() => defineWidget({ ...spec, challenge })).toThrow(
      /widget demo, preset covered: commit can't be 8/,
    );
  });

  test('may have presets at the very ends of its ranges', () => {
    const all = (end: 'min' | 'max') =>
      Object.fromEntries(quantitiesOf(spec).map((each) => [each.key, each[end]]));
    expect(() => defineWidget(withPreset(all('min')))).not.toThrow();
    expect(() => defineWidget(withPreset(all('max')))).not.toThrow();
  });
});
