import { describe, expect, test } from 'vitest';
import { pressKey } from '#controls/keys.ts';
import { PageState } from '#state/page-state.svelte.ts';
import { type Quantity, type Settings, stepBy } from '#state/quantity.ts';
import { View } from '#state/view.svelte.ts';
import { worldSettings } from '#state/world.ts';
import { fc } from '../model/properties.ts';

function world() {
  const view: View<Settings> = new View(worldSettings, new PageState({ usesAddress: false }));
  view.connect();
  return view;
}

/** Presses a key; whether the page was kept from doing with it what it else does. */
function press(view: View<Settings>, quantity: Quantity, key: string, held: Partial<KeyboardEvent> = {}) {
  let taken = false;
  const event: Partial<KeyboardEvent> = {
    key,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    ...held,
    preventDefault: () => {
      taken = true;
    },
  };
  pressKey(view, quantity, event as KeyboardEvent);
  return taken;
}

const { lead, commit, doubling } = worldSettings;

describe('a key on a slider, a handle or a number in prose', () => {
  test.each([
    ['ArrowRight', false, 1],
    ['ArrowUp', false, 1],
    ['ArrowLeft', false, -1],
    ['ArrowDown', false, -1],
    ['ArrowRight', true, 5],
    ['ArrowDown', true, -5],
    ['PageUp', false, 10],
    ['PageDown', false, -10],
  ])('%s (shift: %s) goes %d stops of the quantity’s own scale', (key, shiftKey, stops) => {
    for (const quantity of [lead, doubling]) {
      const view = world();
      expect(press(view, quantity, key, { shiftKey })).toBe(true);
      expect(view.number(quantity.key)).toBe(stepBy(quantity, quantity.max, quantity.default, stops));
      expect(view.number(quantity.key)).not.toBe(quantity.default);
    }
  });

  test('Home and End go to the ends that there are just now', () => {
    const view = world();
    press(view, commit, 'End');
    expect(view.number('commit')).toBe(lead.default);
    press(view, lead, 'End');
    expect(view.number('lead')).toBe(lead.max);
    press(view, lead, 'Home');
    expect(view.number('lead')).toBe(lead.min);
    expect(view.number('commit')).toBe(lead.min);
    press(view, commit, 'Home');
    expect(view.number('commit')).toBe(0);
  });

  test('each press stands: what it pressed down stays down', () => {
    const view = world();
    press(view, commit, 'End');
    press(view, lead, 'Home');
    press(view, lead, 'End');
    expect(view.number('commit')).toBe(lead.min);
  });

  test('every other key, and every shortcut, is left to the page', () => {
    const view = world();
    const before = view.current;
    for (const key of ['Tab', 'Enter', ' ', 'Escape', 'a', 'F5']) expect(press(view, lead, key)).toBe(false);
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
      expect(press(view, lead, 'ArrowRight', held)).toBe(false);
    expect(view.current).toEqual(before);
  });

  test('as many presses back as forward end where they began, short of the ends', () => {
    fc.assert(
      fc.property(fc.constantFrom(lead, doubling), fc.integer({ min: 0, max: 6 }), (quantity, count) => {
        const view = world();
        for (let pressed = 0; pressed < count; pressed++) press(view, quantity, 'ArrowUp');
        for (let pressed = 0; pressed < count; pressed++) press(view, quantity, 'ArrowDown');
        expect(view.number(quantity.key)).toBe(quantity.default);
      }),
    );
  });
});
