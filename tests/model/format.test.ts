import { describe, expect, test } from 'vitest';
import { dollars, percent, shortDollars } from '#model/format.ts';

describe('money and shares as readers see them', () => {
  test.each([
    [30, '$30 billion', '$30B'],
    [66.666, '$66.7 billion', '$67B'],
    [8.28, '$8.28 billion', '$8.3B'],
    [0.7, '$700 million', '$700M'],
    [0.0052, '$5.2 million', '$5.2M'],
    [145, '$145 billion', '$145B'],
    [999.9, '$1 trillion', '$1T'],
    [4428, '$4.43 trillion', '$4.4T'],
    [-8, '−$8 billion', '−$8B'],
    [0, 'nothing', '$0'],
  ])('%d billion', (billions, words, short) => {
    expect(dollars(billions)).toBe(words);
    expect(shortDollars(billions)).toBe(short);
  });

  test.each([
    [0.33, '33%'],
    [-0.0231, '−2.3%'],
    [0.0996, '10%'],
    [1, '100%'],
    [0, '0%'],
    [-0.0001, '0%'],
  ])('%d', (share, words) => {
    expect(percent(share)).toBe(words);
  });
});
