import { expect, test } from 'vitest';
import { holds } from '../../src/integrations/posters/conditions.ts';

const at = { page: 1280, panel: 860 };

test.each([
  ['screen', true],
  ['print', false],
  ['(scripting:none), print', false],
  ['(prefers-reduced-motion: no-preference)', false],
  ['(forced-colors: active)', false],
  ['(width >= 1100px)', true],
  ['(46rem <= width < 1100px)', false],
  ['(inline-size < 46rem)', false],
  ['(inline-size >= 35rem)', true],
  ['screen and (width < 35rem)', false],
  ['print, (inline-size >= 53.75rem)', true],
  ['(inline-size > 53.75rem)', false],
])('%s: %s', (condition, wanted) => {
  expect(holds(condition, at)).toBe(wanted);
});

test('what is not known is not passed over', () => {
  expect(() => holds('(orientation: landscape)', at)).toThrow('orientation');
});
