import { describe, expect, test } from 'vitest';
import { calendarYear } from '#model/calendar.ts';
import { nearest, stepBy, valueAt } from '#state/quantity.ts';
import { nearestOf, readingDate } from '#state/reading-date.ts';
import { fc, from } from '../model/properties.ts';

const dates = ['2023-12-31', '2024-01-16', '2025-08-16', '2026-04-06'].map((date) => ({
  year: calendarYear(date) ?? Number.NaN,
  when: `on ${date}`,
}));
const years = dates.map(({ year }) => year);
const quantity = readingDate({
  key: 'from',
  label: 'From',
  tone: 'demand',
  dates,
  evidence: { value: years[0] ?? 0, marks: [] },
});

describe('the date of a reading', () => {
  test('is none but a reading’s, wherever a hand lets go', () => {
    fc.assert(
      fc.property(from(0, 1), (share) => {
        expect(years).toContain(valueAt(quantity, quantity.max, share));
      }),
    );
    expect(nearest(quantity, quantity.max, 2025)).toBe(years[2]);
  });

  test('goes from reading to reading by keys, however far apart they are', () => {
    const [first = 0, second = 0, , last = 0] = years;
    expect(stepBy(quantity, quantity.max, first, 1)).toBe(second);
    expect(stepBy(quantity, quantity.max, last, 1)).toBe(last);
    expect(stepBy(quantity, quantity.max, last, -9)).toBe(first);
  });

  test('stands in an address by its day, and every one comes back as itself', () => {
    expect(years.map(quantity.codec.encode)).toEqual([
      '2023-12-31',
      '2024-01-16',
      '2025-08-16',
      '2026-04-06',
    ]);
    for (const year of years) expect(quantity.codec.parse(quantity.codec.encode(year))).toBe(year);
  });

  test('is said in the words of the nearest reading', () => {
    expect(quantity.format(2026)).toBe('on 2026-04-06');
    expect(quantity.format(years[2] ?? 0)).toBe('on 2025-08-16');
  });

  test('needs something to choose from', () => {
    expect(() => readingDate({ ...quantity, dates: [] })).toThrow('from has no dates to choose from');
    expect(nearestOf([], 3)).toBe(3);
  });
});
