import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dealFacts } from 'virtual:deal-facts';
import { deals } from 'virtual:deals';
import { describe, expect, test } from 'vitest';
import { DealsError, loadDeals } from '#evidence/deals.ts';
import { loadLedger } from '#evidence/ledger.ts';

const ledger = loadLedger();

const DEAL = `title: A and B
vendor: A
tenant: B
status: signed
signed: A01
placed: { fact: A05 }
contingent: { fact: A02 }
committed: { fact: A07 }
termYears: { value: 10, saidIn: A07 }
`;

/** What `loadDeals` says of a folder with this one file. */
function problemWith(text: string, name = 'a-b.yaml'): string {
  const folder = mkdtempSync(join(tmpdir(), 'deals-'));
  writeFileSync(join(folder, name), text);
  try {
    loadDeals(ledger, folder);
    return '';
  } catch (error) {
    if (!(error instanceof DealsError)) throw error;
    return error.message;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the deals of the project', () => {
  test('are those the essay speaks of', () => {
    expect(deals.map(({ id }) => id)).toEqual([
      'amazon-anthropic',
      'amazon-openai',
      'google-anthropic',
      'lucent-winstar',
      'microsoft-anthropic',
      'nvidia-openai-announced',
      'nvidia-openai',
      'oracle-openai',
      'spacex-anthropic',
    ]);
  });

  test.each(deals)('$id: every number stands on a fact or says why it is assumed', (deal) => {
    const { placed, contingent, committed, termYears, gigawatts, partner, route } = deal;
    for (const amount of [
      placed,
      contingent,
      committed,
      termYears,
      gigawatts,
      partner?.contingent,
      route?.placed,
      route?.bought,
    ]) {
      if (amount !== undefined) expect(amount.facts.length > 0 || amount.assumed !== undefined).toBe(true);
    }
    expect(dealFacts[deal.id]?.length).toBeGreaterThan(0);
    expect(committed.value).toBeGreaterThan(0);
    expect(termYears.value).toBeGreaterThan(0);
  });

  test('Amazon has placed 13 and may place 20 more of the 100 that Anthropic committed', () => {
    const deal = deals.find(({ id }) => id === 'amazon-anthropic');
    expect([deal?.placed.value, deal?.contingent.value, deal?.committed.value]).toEqual([13, 20, 100]);
    expect(deal?.signed).toBe('2026-04-20');
  });
});

describe('a deal', () => {
  test('that is in order is read', () => {
    expect(problemWith(DEAL)).toBe('');
  });

  test.each([
    ['a fact that is not there', ['A05', 'A99'], /a-b\.yaml placed: no fact "A99".*nearest: A23/],
    ['a fact without the number', ['{ fact: A05 }', '{ fact: A10 }'], /placed: A10 has no value/],
    [
      'a number that its fact does not say',
      ['value: 10', 'value: 11'],
      /termYears: A07 does not say 11 anywhere/,
    ],
    [
      'part of a number that its fact says',
      ['value: 10', 'value: 1'],
      /termYears: A07 does not say 1 anywhere/,
    ],
    ['a number with neither', ['{ value: 10, saidIn: A07 }', '10'], /termYears: wanted: one of \{ fact \}/],
    ['a field that deals don’t have', ['vendor: A', 'vendor: A\nmood: good'], /mood is not a field here/],
    ['no tenant', ['tenant: B\n', ''], /tenant: wanted: who buys it/],
    [
      'a date that nobody says',
      ['signed: A01', 'signed: { date: 1999-10, saidIn: E10 }'],
      /signed: E10 does not say October 1999/,
    ],
    ['no YAML', ['title: A and B', 'title: ['], /a-b\.yaml/],
  ])('with %s fails by name', (_, [from = '', to = ''], message) => {
    expect(problemWith(DEAL.replace(from, to))).toMatch(message);
  });

  test('in a file of another kind is refused', () => {
    expect(problemWith(DEAL, 'A B.txt')).toMatch(/A B\.txt cannot belong here/);
  });
});
