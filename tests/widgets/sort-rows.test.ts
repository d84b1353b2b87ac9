import { describe, expect, test } from 'vitest';
import { sortRows } from '#widgets/sort-rows.ts';

const rows = [
  { name: 'b', late: 3 },
  { name: 'a', late: 'not within 12 years' },
  { name: 'd', late: -1 },
  { name: 'c', late: '' },
  { name: 'e', late: 2 },
];
const names = (key: string, up: boolean) => sortRows(rows, key, up).map(({ name }) => name);

describe('a sorted table', () => {
  test('has numbers by size, and what is no number last, whichever way', () => {
    expect(names('late', true)).toEqual(['d', 'e', 'b', 'a', 'c']);
    expect(names('late', false)).toEqual(['b', 'e', 'd', 'a', 'c']);
  });

  test('has words by the alphabet', () => {
    expect(names('name', true)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(names('name', false)).toEqual(['e', 'd', 'c', 'b', 'a']);
  });
});
