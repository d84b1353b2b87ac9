import { expect, test } from 'vitest';
import { essayWorld } from '#state/world.ts';
import { plain } from '../sentence.ts';
import { compute } from './compute.ts';
import { answer } from './describe.ts';
import { spec } from './spec.ts';

test('a longer lead time that nobody commits to makes a worse shortage', () => {
  const longer = compute({ ...essayWorld, lead: essayWorld.lead + 1 });
  expect(longer.scarcity).toBeGreaterThan(compute(essayWorld).scarcity);
});

test('where the argument fails nothing is short, and the answer says so', () => {
  const covered = compute({ ...essayWorld, ...spec.challenge.state });
  expect(covered.scarcity).toBe(1);
  expect(plain(answer(covered))).toContain('1× as much is wanted as exists');
});
