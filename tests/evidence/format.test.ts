import { expect, test } from 'vitest';
import { figure, range } from '#evidence/format.ts';
import { loadLedger } from '#evidence/ledger.ts';

const { facts, getFact } = loadLedger();

test.each([
  ['A01', '$5 billion'],
  ['A07', '$100 billion'],
  ['A08', '5 GW'],
  ['A13', '500,000 Trainium2 chips'],
  ['A16', '1 year'],
  ['B01', '$100 million'],
  ['B11', '13 times'],
  ['B15', '8 of the Fortune 10'],
  ['C01', '1 million TPUs'],
  ['C05', '$21 billion'],
  ['C12', '$50 billion per GW'],
  ['C15', '$15 billion a year'],
  ['C20', '90 days’ notice'],
  ['D09', '160 million AMD shares'],
  ['D11', '$1.4 trillion'],
  ['D12', '750 MW'],
  ['D17', '−$23.7 billion'],
  ['E04', '$35 billion per $10 billion invested'],
  ['E17', '2.6%'],
  ['E38', '54%'],
  ['E41', '$3.5 trillion a year'],
  ['F04', '125,000 wafers a month'],
  ['F20', '2,290 GW'],
  ['F21', '4 years'],
  ['F31', '2027'],
  ['G01', '7 months'],
  ['G02', '3.3 times a year'],
  ['G09', '819 MW'],
  ['G30', '$2.90'],
  ['G32', '$2.35'],
  ['H11', '1 day'],
  ['I03', '33% a year'],
  ['I04', '1,136 data centres'],
  ['I09', '70 TWh a year'],
  ['J04', '$920 million a month'],
  ['J06', '$1,500 per employee per month'],
  ['J11', '1 year'],
  ['J14', '€14.473 billion'],
])('%s reads %s', (id, words) => {
  expect(figure(getFact(id))).toBe(words);
});

test.each([
  ['F22', '12–24 months'],
  ['F28', '1–4 years'],
  ['B23', '$20–26 billion'],
  ['G02', '2.7–4.1 times a year'],
  ['G26', '26–50%'],
  ['E41', '$2–5 trillion a year'],
  ['A08', 'up to 5 GW'],
  ['A07', 'at least $100 billion'],
  ['A09', '900 MW to 1 GW'],
  ['C22', '$360 million to $6.4 billion'],
  ['F05', '370,000 to 1 million wafers a year'],
])('the range of %s reads %s', (id, words) => {
  expect(range(getFact(id))).toBe(words);
});

test('every number of the ledger can be written, and begins with a sign or a digit', () => {
  for (const fact of facts) {
    if (fact.value !== undefined) expect(figure(fact)).toMatch(/^−?[$€]?\d/);
    if (fact.low !== undefined) expect(range(fact)).toMatch(/\d/);
  }
});

test('the ends of a range can be asked for', () => {
  expect(figure(getFact('G02'), 'low')).toBe('2.7 times a year');
  expect(figure(getFact('F22'), 'high')).toBe('24 months');
});

test('what cannot be written is refused with the fact’s id', () => {
  const fact = { id: 'A10', value: 3, unit: 'parsecs' };
  expect(() => figure(fact)).toThrow(
    'A10.unit: is "parsecs"; wanted: a unit that src/evidence/units.ts knows',
  );
  expect(() => figure({ ...fact, unit: 'USD billion per parsec' })).toThrow('A10.unit');
  expect(() => figure(getFact('A10'))).toThrow('A10 has no value to print');
  expect(() => range(getFact('A01'))).toThrow('A01 has no low to print');
});
