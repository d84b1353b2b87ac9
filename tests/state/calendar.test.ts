import { describe, expect, test } from 'vitest';
import { calendarYear, dayOf, elapsedYears, monthName } from '#model/calendar.ts';
import { calendarDate, dateCodec } from '#state/calendar.ts';
import { stepBy, valueAt } from '#state/quantity.ts';
import { fc, from } from '../model/properties.ts';

const { encode, parse } = dateCodec;
const [min, max] = [2023 + 10 / 12, 2036];
const date = calendarDate({
  key: 'date',
  label: 'Date',
  tone: 'supply',
  min,
  max,
  evidence: { value: min, marks: [] },
});

describe('a date in an address', () => {
  test.each([
    ['2026-04', 2026.25],
    ['2026-04-01', 2026.25],
    ['2026-07-01', 2026.5],
    [' 2026-04-16 ', 2026.25 + 0.5 / 12],
  ])('%j is %d', (text, value) => {
    expect(parse(text)).toBe(value);
  });

  test.each([
    '',
    '2026',
    '2026-13',
    '2026-00',
    '2026-02-30',
    '2026-04-00',
    '26-04',
    '2026-4',
    'April',
    '2026-04-20T00',
  ])('anything else is not read: %j', (text) => {
    expect(parse(text)).toBeNull();
  });

  test('every day of forty years reads back as itself', () => {
    for (let at = Date.UTC(2000, 0, 1); at < Date.UTC(2040, 0, 1); at += 86_400_000) {
      const written = new Date(at).toISOString().slice(0, 10);
      const value = calendarYear(written);
      if (value === null) throw new Error(`${written} is not read`);
      const { year, month, day } = dayOf(value);
      expect([year, month, day]).toEqual(written.split('-').map(Number));
      expect(parse(encode(value))).toBe(value);
    }
  });

  test('whatever a hand or a key can reach reads back as the same value, and is a month', () => {
    fc.assert(
      fc.property(from(0, 1), fc.integer({ min: -12, max: 12 }), (position, count) => {
        for (const value of [
          valueAt(date, max, position),
          stepBy(date, max, valueAt(date, max, position), count),
        ]) {
          expect(parse(encode(value))).toBe(value);
          expect(dayOf(value).day).toBe(1);
        }
      }),
    );
  });

  test('an arrow key goes one month on', () => {
    expect(monthName(stepBy(date, max, min, 1))).toBe('December 2023');
  });
});

describe('a date with a day of its own', () => {
  const signed = calendarYear('2026-04-20') ?? Number.NaN;
  const deal = calendarDate({
    key: 'date',
    label: 'Date',
    tone: 'ink',
    min: 2025.75,
    max: 2036,
    evidence: { value: signed, marks: [] },
    moments: [signed],
  });

  test('stops on that day, and on no other of its month', () => {
    const days = deal.stops.map(encode);
    expect(days.filter((day) => day.startsWith('2026-04'))).toEqual(['2026-04-20']);
    expect(days).toContain('2026-03');
    expect(days).toContain('2026-05');
    expect(new Set(days).size).toBe(days.length);
    expect(encode(stepBy(deal, 2036, 2026 + 2 / 12, 1))).toBe('2026-04-20');
  });

  test('says which day it is, and of other dates only the month', () => {
    expect(deal.format(signed)).toBe('20 April 2026');
    expect(deal.format(2029)).toBe('January 2029');
  });

  test('whatever a hand or a key can reach is a stop, and reads back as the same value', () => {
    fc.assert(
      fc.property(from(0, 1), fc.integer({ min: -12, max: 12 }), (position, count) => {
        const pulled = valueAt(deal, deal.max, position);
        for (const value of [pulled, stepBy(deal, deal.max, pulled, count)]) {
          expect(deal.stops).toContain(value);
          expect(parse(encode(value))).toBe(value);
        }
      }),
    );
  });
});

describe('a calendar year', () => {
  test('time that has elapsed is counted by days, as a clock does', () => {
    const day = 86_400_000;
    const start = Date.UTC(2024, 0, 1);
    for (let at = Date.UTC(1996, 1, 27); at < Date.UTC(2036, 2, 2); at += 5 * day) {
      const written = new Date(at).toISOString().slice(0, 10);
      expect(365.25 * elapsedYears(calendarYear(written) ?? Number.NaN), written).toBeCloseTo(
        (at - start) / day,
        6,
      );
    }
  });

  test('it goes on without a jump from the end of a month to the next', () => {
    const halfAnHour = 1 / (365.25 * 48);
    for (const month of ['2024-03', '2025-03', '2026-01', '2100-03']) {
      const year = calendarYear(month) ?? Number.NaN;
      expect(elapsedYears(year) - elapsedYears(year - halfAnHour)).toBeCloseTo(halfAnHour, 5);
    }
  });
});
