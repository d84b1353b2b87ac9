import { expect, test } from 'vitest';
import { loadLedger } from '#evidence/ledger.ts';

const { facts, getFact } = loadLedger();

test('the ledger still holds the 281 facts it began with, since their ids are links', () => {
  expect(facts.length).toBeGreaterThanOrEqual(281);
});

test('each id is there once, in order', () => {
  const ids = facts.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
});

test('a fact is found by its id', () => {
  expect(getFact('G02')).toMatchObject({ value: 3.3, low: 2.7, high: 4.1, unit: 'x per year' });
});

test('asking for a fact that is not there names the nearest ones', () => {
  expect(() => getFact('F99')).toThrow('no fact "F99" in content/facts; nearest: F38, F37, F36');
  expect(() => getFact('g2')).toThrow('no fact "g2" in content/facts; nearest: G02');
  expect(() => getFact('')).toThrow('no fact "" in content/facts; nearest: ');
});
