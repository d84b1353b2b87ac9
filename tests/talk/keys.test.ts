import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actionOf, type Focus, type Press } from '#talk/keys.ts';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});
const everywhere: readonly Focus[] = ['none', 'control', 'box'];

describe('the rule of keys', () => {
  test.each([
    ['PageDown', 'next'],
    ['PageUp', 'previous'],
    ['.', 'black'],
    ['F5', 'fullscreen'],
    ['Escape', 'leave'],
  ])('%s is the deck’s always', (key, action) => {
    for (const focus of everywhere) expect(actionOf(press(key), focus)).toBe(action);
  });

  test('every other key belongs to a focused control', () => {
    const free = fc
      .string({ minLength: 1 })
      .filter((key) => !['PageDown', 'PageUp', '.', 'F5', 'Escape'].includes(key));
    fc.assert(
      fc.property(
        fc.oneof(free, fc.constantFrom('ArrowLeft', 'ArrowRight', 'Home', 'End', ' ', 'b', 'S')),
        (key) => {
          expect(actionOf(press(key), 'control')).toBeNull();
          expect(actionOf(press(key), 'box')).toBeNull();
        },
      ),
    );
  });

  test.each([
    ['ArrowRight', 'next'],
    [' ', 'next'],
    ['ArrowLeft', 'previous'],
    ['b', 'black'],
    ['B', 'black'],
    ['w', 'white'],
    ['f', 'fullscreen'],
    ['o', 'overview'],
    ['g', 'goto'],
    ['s', 'presenter'],
    ['z', 'freeze'],
    ['l', 'pointer'],
    ['t', 'timer'],
    ['?', 'help'],
  ])('%s asks for: %s', (key, action) => {
    expect(actionOf(press(key), 'none')).toBe(action);
  });

  test('in the overview letters are still the deck’s, and what walks and picks is not', () => {
    expect(actionOf(press('o'), 'slide')).toBe('overview');
    expect(actionOf(press('g'), 'slide')).toBe('goto');
    for (const key of ['ArrowRight', 'ArrowLeft', ' ', 'Home', 'End'])
      expect(actionOf(press(key), 'slide')).toBeNull();
  });

  test('what the browser or the system means by a key stays theirs', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const)
      for (const key of ['F5', 'PageDown', 's', 'ArrowLeft'])
        expect(actionOf(press(key, { [held]: true }), 'none')).toBeNull();
    expect(actionOf(press('F5', { shiftKey: true }), 'none')).toBeNull();
  });
});
