import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as model from '#model/v1.ts';

const room = new URL('../../src/model/', import.meta.url);
const sources = readdirSync(room)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(new URL(name, room), 'utf8') }));

test('the published names are those of the design, no more and no fewer', () => {
  expect(Object.keys(model).sort()).toEqual([
    'absorbOverhang',
    'breakEvenBelief',
    'coveredYears',
    'doublingTimeBetween',
    'fitDoubling',
    'impliedScarcity',
    'loopBooks',
    'netDoubling',
    'overbuildIfGrowthStops',
    'queueDelivery',
    'reach',
    'scheduleStages',
    'simulatePipeline',
    'steadyScarcity',
    'throughput',
  ]);
});

describe('the model', () => {
  test.each(sources)('$name imports nothing from outside its room', ({ text }) => {
    const imported = [...text.matchAll(/(?:\bfrom |\bimport ?\(?)'([^']+)'/g)].map(([, path]) => path);
    expect(imported.filter((path) => !path?.startsWith('./'))).toEqual([]);
  });

  test.each(sources)('$name knows neither the time nor chance nor the page', ({ text }) => {
    expect(text).not.toMatch(
      /\b(Date|Math\.random|performance|crypto|document|window\.|globalThis|process)\b/,
    );
  });
});
