import { expect, test } from 'vitest';
import { isAsOf } from '#evidence/as-of.ts';
import { asOfWords } from '#evidence/format.ts';
import { loadLedger } from '#evidence/ledger.ts';

test.each([
  ['2026-04-20', '20 April 2026'],
  ['2026-04', 'April 2026'],
  ['2026', '2026'],
  ['2026-Q1', 'first quarter of 2026'],
  ['2026-H2', 'second half of 2026'],
  ['2020-Q1–Q3', 'first to third quarter of 2020'],
  ['1840s', '1840s'],
  ['late 1990s', 'late 1990s'],
  ['2026–2036', '2026–2036'],
  ['2000–2019 cohort', '2000–2019 cohort'],
  ['2022 to 2025–26', '2022 to 2025–26'],
  ['2024-12 to 2025-10', 'December 2024 to October 2025'],
  ['2027-12 to 2028', 'December 2027 to 2028'],
  ['2026-05 (mid)', 'mid-May 2026'],
  ['2026-01-28 (FY26 Q2 call)', '28 January 2026 (FY26 Q2 call)'],
  ['2026-12-31 (forecast made 2026-04-20)', '31 December 2026 (forecast made 20 April 2026)'],
  ['FY2026 (to 2026-05-31)', 'fiscal year 2026 (to 31 May 2026)'],
])('%s is a date and reads %s', (asOf, words) => {
  expect(isAsOf(asOf)).toBe(true);
  expect(asOfWords(asOf)).toBe(words);
});

test.each([
  '',
  ' ',
  'soon',
  'undated',
  '26',
  '20 April 2026',
  '04/2026',
  '2026-4',
  '2026-13',
  '2026-Q5',
  '2026-02-30',
  '2026–',
  '2026-2036',
  '2026 to soon',
  '2026 (',
  'recently (2026)',
])('"%s" is no date of the ledger', (text) => {
  expect(isAsOf(text)).toBe(false);
});

test('no date of the ledger reads as digits and hyphens', () => {
  for (const { asOf, source } of loadLedger().facts) {
    expect(asOfWords(asOf)).not.toMatch(/\d{4}-/);
    expect(asOfWords(source.published)).not.toMatch(/\d{4}-/);
  }
});
