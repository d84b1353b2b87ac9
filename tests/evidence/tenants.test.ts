import { deals } from 'virtual:deals';
import { expect, test } from 'vitest';
import { loadLedger } from '#evidence/ledger.ts';
import { tenantOf } from '#evidence/tenants.ts';

test('every tenant that is still there has readings of its revenue, lowest first, and one of them is the essay’s', () => {
  for (const { tenant, status } of deals) {
    const { revenue, essays } = tenantOf(tenant);
    const values = revenue.map(({ value }) => value);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    if (status === 'historical') continue;
    expect(revenue.length).toBeGreaterThan(1);
    expect(revenue).toContain(essays);
  }
});

test('a reading is in billions of dollars, as its fact has it', () => {
  const { getFact } = loadLedger();
  for (const { tenant } of deals) {
    for (const { fact: id, value } of tenantOf(tenant).revenue) {
      expect(getFact(id).unit).toMatch(/^USD billion/);
      expect(getFact(id).value).toBe(value);
    }
  }
});

test('Anthropic’s 30 lies between 22 and 47; its promises add up to 375, OpenAI’s to 688', () => {
  const { revenue, essays, promised } = tenantOf('Anthropic');
  expect(revenue.map(({ value }) => value)).toEqual([22, 30, 47]);
  expect(essays?.value).toBe(30);
  expect(promised).toEqual({ value: 375, facts: ['C18'] });
  expect(tenantOf('OpenAI').promised).toEqual({ value: 688, facts: ['D13', 'D03'] });
});

test('a tenant of whom nothing is known has no revenue, rather than a made-up one', () => {
  expect(tenantOf('Winstar')).toEqual({ revenue: [] });
});
