import { describe, expect, test } from 'vitest';
import { readSetting, writeSetting } from '#state/address.ts';
import { nearest, type Quantity, type Setting, stepBy, type Value, valueAt } from '#state/quantity.ts';
import { worldSettings } from '#state/world.ts';
import { widgets } from '#widgets/registry.ts';
import { fc, from } from '../model/properties.ts';

const settings: readonly Setting[] = widgets.flatMap((widget) => Object.values(widget.settings));
const quantities = settings.filter((setting) => setting.kind === 'quantity');
const choices = settings.filter((setting) => setting.kind === 'choice');
const anyQuantity = fc.constantFrom(...quantities);

/** Text that looks like a value of some setting, or like nothing at all. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.stringMatching(/^-?\d{0,7}\.?\d{0,7}(y|mo|d|x|%| )?$/),
  fc.constantFrom(
    '',
    'none',
    'NaN',
    'Infinity',
    '-1y',
    '1e9y',
    'log',
    'LOG',
    'constructor',
    '__proto__',
    '💥',
  ),
);

/** A value that a drag, keys or a form can leave behind, under any limit that another quantity may put on it. */
const reachable = fc
  .record({
    quantity: anyQuantity,
    limit: from(0, 1),
    position: from(0, 1),
    steps: fc.integer({ min: -9, max: 9 }),
  })
  .map(({ quantity, limit, position, steps }) => {
    const max = quantity.within === undefined ? quantity.max : valueAt(quantity, quantity.max, limit);
    const dragged = valueAt(quantity, max, position);
    const sent = nearest(quantity, max, quantity.min + position * (quantity.max - quantity.min));
    return { quantity, values: [dragged, stepBy(quantity, max, dragged, steps), sent] };
  });

const isIn = (setting: Setting, value: Value) =>
  setting.kind === 'choice'
    ? setting.options.some((option) => option.value === value)
    : typeof value === 'number' && value >= setting.min && value <= setting.max;

function expectReturn(setting: Setting, value: Value): void {
  expect(readSetting(setting, writeSetting(setting, value))).toEqual({ value, notice: null });
}

describe('what is written is read back, in every widget', () => {
  test('a setting at its default leaves no trace in the address, and no trace is read as the default', () => {
    for (const setting of settings) {
      expect(writeSetting(setting, setting.default)).toBeNull();
      expectReturn(setting, setting.default);
    }
  });

  test('each option of a choice', () => {
    for (const choice of choices) for (const { value } of choice.options) expectReturn(choice, value);
  });

  test('each stop of a quantity, and both its ends', () => {
    for (const quantity of quantities) {
      for (const value of [...quantity.stops, quantity.min, quantity.max]) expectReturn(quantity, value);
    }
  });

  test('whatever a drag, a key or a form can reach', () => {
    fc.assert(
      fc.property(reachable, ({ quantity, values }) => {
        for (const value of values) expectReturn(quantity, value);
      }),
      { numRuns: 500 },
    );
  });

  test('whatever another address had asked for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...settings), anyText, (setting, text) => {
        expectReturn(setting, readSetting(setting, text).value);
      }),
      { numRuns: 1000 },
    );
  });

  test('what is written needs no escaping in an address', () => {
    fc.assert(
      fc.property(reachable, ({ quantity, values }) => {
        for (const value of values) expect(writeSetting(quantity, value) ?? '').toMatch(/^[\w.-]*$/);
      }),
    );
  });
});

describe('no text can break a setting', () => {
  test('any text gives a value in range, and a notice exactly when it was not followed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...settings), anyText, (setting, text) => {
        const { value, notice } = readSetting(setting, text);
        expect(isIn(setting, value)).toBe(true);
        const understood = setting.kind === 'choice' ? value : setting.codec.parse(text);
        const followed = setting.kind === 'choice' ? text === value : understood === value;
        expect(notice === null).toBe(followed);
      }),
      { numRuns: 1000 },
    );
  });

  test('what can’t be read becomes the default, and the reader is told what was asked and what is shown', () => {
    fc.assert(
      fc.property(anyQuantity, anyText, (quantity, text) => {
        fc.pre(quantity.codec.parse(text) === null);
        const { value, notice } = readSetting(quantity, text);
        expect(value).toBe(quantity.default);
        expect(notice).toContain(`${quantity.key}=${text.slice(0, 24)}`);
        expect(notice).toContain(quantity.codec.wanted);
        expect(notice).toContain(`${quantity.format(quantity.default)} is shown`);
      }),
    );
  });

  test('what is out of range becomes the nearest end, and the reader is told', () => {
    const asked: [Quantity, string, number][] = [
      [worldSettings.doubling, '1mo', 1.5 / 12],
      [worldSettings.doubling, '10y', 5],
      [worldSettings.lead, '0y', 0.25],
      [worldSettings.lead, '99y', 7],
      [worldSettings.commit, '8y', 7],
    ];
    for (const [quantity, text, nearestEnd] of asked) {
      const { value, notice } = readSetting(quantity, text);
      expect(value).toBe(nearestEnd);
      expect(notice).toContain(`${quantity.key}=${text}`);
      expect(notice).toContain(quantity.format(nearestEnd));
    }
  });

  test('an unknown option becomes the default, and the reader is told which there are', () => {
    for (const choice of choices) {
      const { value, notice } = readSetting(choice, 'sideways');
      expect(value).toBe(choice.default);
      expect(notice).toContain(`${choice.key}=sideways`);
      for (const option of choice.options) expect(notice).toContain(option.value);
    }
  });

  test('where nothing is to be quoted, the notice is the same whatever was asked for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...settings), anyText, (setting, text) => {
        const { value, notice } = readSetting(setting, text, { quotes: false });
        expect(value).toBe(readSetting(setting, text).value);
        if (notice === null) return;
        const shown = setting.kind === 'choice' ? [] : [setting.min, setting.max].map(setting.format);
        expect([
          readSetting(setting, '☃', { quotes: false }).notice,
          ...shown.map(
            (end) => `The link’s “${setting.key}” is out of its range; the nearest this can show is ${end}.`,
          ),
        ]).toContain(notice);
      }),
      { numRuns: 1000 },
    );
    const { notice } = readSetting(worldSettings.commit, '3y', { key: 'x.commit', most: 2, quotes: false });
    expect(notice).toBe('The link’s “x.commit” is more than “lead” allows; 2 years is shown.');
  });

  test('a long text is quoted only in part', () => {
    const { notice } = readSetting(worldSettings.lead, 'x'.repeat(5000));
    expect(notice?.length).toBeLessThan(200);
    expect(notice).toContain('…');
  });
});
