import { describe, expect, test } from 'vitest';
import { resolved } from '../../src/integrations/posters/values.ts';

const variables = {
  '--ink': 'light-dark(#1b1a17, #ece7dc)',
  '--tone': 'var(--ink)',
  '--step': '0.875rem',
};

describe('a value of a style sheet comes out as any reader of SVG knows it', () => {
  test.each([
    ['var(--tone)', '#1b1a17'],
    ['light-dark(var(--ink), red)', '#1b1a17'],
    ['var(--none, #fff)', '#fff'],
    ['var(--none, var(--step))', '14'],
    ['1.0625rem', '17'],
    ['5px', '5'],
    ['1.5 4', '1.5 4'],
    ['url(#s0-hatch)', 'url(#s0-hatch)'],
    ['color-mix(in oklab, #000 100%, #fff)', '#000000'],
    ['color-mix(in oklab, #fff 0%, #000000)', '#000000'],
    ['color-mix(in oklab, #1c5d7d 35%, transparent)', 'rgba(28, 93, 125, 0.35)'],
  ])('%s → %s', (written, wanted) => {
    expect(resolved(written, variables)).toBe(wanted);
  });

  test('a mixture lies between its colours, as browsers mix it', () => {
    // As computed by a browser: color-mix(in oklab, red, blue).
    expect(resolved('color-mix(in oklab, #ff0000, #0000ff)', {})).toBe('#8c53a2');
  });

  test.each(['var(--none)', 'color-mix(in srgb, red, blue)', 'var(--ink'])(
    '%s can’t be resolved',
    (written) => {
      expect(() => resolved(written, variables)).toThrow();
    },
  );
});
