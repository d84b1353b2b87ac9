import { describe, expect, test } from 'vitest';
import { doublingTicks } from '#chart/doublings.ts';
import { textWidth } from '#chart/text.ts';
import { fc, from } from '../model/properties.ts';

describe('a ruler of doublings', () => {
  test('has a tick at each doubling while those are few, and never one at its ends', () => {
    expect(doublingTicks(24 / 7, 600, '10.8×').map(({ label }) => label)).toEqual(['2×', '4×', '8×']);
    expect(doublingTicks(3, 600, '8×').map(({ label }) => label)).toEqual(['2×', '4×']);
    expect(doublingTicks(0.05, 600, '')).toEqual([]);
    expect(doublingTicks(56, 600, '').length).toBeLessThanOrEqual(6);
  });

  test('stands each tick at its share of the doublings, and no name in another’s place or over an end', () => {
    fc.assert(
      fc.property(
        from(0.05, 100),
        from(150, 1200),
        fc.constantFrom('', '10.8×', '10¹⁷×'),
        (doublings, px, end) => {
          let taken = textWidth('1×', 12);
          for (const { at, label, named } of doublingTicks(doublings, px, end)) {
            expect(at).toBeGreaterThan(0);
            expect(at).toBeLessThan(1);
            if (!named) continue;
            const half = textWidth(label, 12) / 2;
            expect(at * px - half).toBeGreaterThan(taken);
            expect(at * px + half).toBeLessThan(px - textWidth(end, 12));
            taken = at * px + half;
          }
        },
      ),
    );
  });
});
