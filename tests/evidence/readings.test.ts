import { expect, test } from 'vitest';
import { loadLedger } from '#evidence/ledger.ts';
import { anthropicRunRates, articlesPair, openaiRunRates } from '#evidence/readings.ts';

const { getFact } = loadLedger();
const all = [...anthropicRunRates, ...openaiRunRates];

test('each reading is a fact of the ledger, in billions of dollars a year', () => {
  for (const { id, value, confidence } of all) {
    const fact = getFact(id);
    expect(value).toBe(fact.value);
    expect(confidence).toBe(fact.confidence);
    expect(fact.unit).toMatch(/^USD billion (run-rate|\(annual)/);
  }
});

test('each stands in the month that its fact gives', () => {
  for (const { id, year } of all) {
    const [, fullYear = '', month = ''] = /^(\d{4})-(\d\d)/.exec(getFact(id).asOf) ?? [];
    expect(Math.floor(year * 12)).toBe(Number(fullYear) * 12 + Number(month) - 1);
  }
});

test('they are in the order of time, and none twice', () => {
  for (const readings of [anthropicRunRates, openaiRunRates]) {
    const years = readings.map(({ year }) => year);
    expect(years).toEqual([...new Set(years)].sort((a, b) => a - b));
  }
});

test('a day is said where one is known, and no more than a month where none is', () => {
  const when = Object.fromEntries(all.map((reading) => [reading.id, reading.when]));
  expect(when).toMatchObject({
    B01: 'end of 2023',
    B21: 'January 2024',
    B03: '31 December 2025',
    B05: 'March 2026',
    B06: '6 April 2026',
    B07: 'mid-May 2026',
    B08: '28 May 2026',
    D20: 'end of 2025',
    D05: '31 March 2026',
  });
});

test('a company’s own word is never one that the ledger calls weak', () => {
  for (const { isOwn, confidence } of all) if (isOwn) expect(confidence).not.toBe('weak secondary');
});

test('the article’s pair is among Anthropic’s', () => {
  const ids = anthropicRunRates.map(({ id }) => id);
  for (const id of articlesPair) expect(ids).toContain(id);
});

test('the two readings of OpenAI that were split off say what their fact says', () => {
  expect(getFact('D31').value).toBe(getFact('D20').low);
  expect(getFact('D20').claim).toContain(`$${getFact('D32').value} billion in 2024`);
});
