import { describe, expect, test } from 'vitest';
import { textWidth } from '#chart/text.ts';
import { marksOn } from '#controls/slider-marks.ts';
import type { Quantity } from '#state/quantity.ts';
import { defaultsOf } from '#state/view.svelte.ts';
import { worldSettings } from '#state/world.ts';
import { groundedIn, quantitiesOf } from '#widgets/define.ts';
import { widgets } from '#widgets/registry.ts';
import { fc, from } from '../model/properties.ts';

/** The slider's own lettering, on the narrowest track it is given and on wide ones. */
const FONT_PX = 12;
const TRACKS_PX = [230, 300, 420];
const quantities = widgets.flatMap(quantitiesOf);

interface Span {
  readonly from: number;
  readonly to: number;
}

const apart = (a: Span, b: Span) => a.to <= b.from || b.to <= a.from;

/** Where words stand under a track: the named marks, and the ends. */
function wordsUnder(quantity: Quantity, track: number): Span[] {
  const named = marksOn(quantity)
    .filter((mark) => mark.named)
    .map(({ at, label }) => {
      const half = textWidth(label, FONT_PX) / 2;
      return { from: at * track - half, to: at * track + half };
    });
  return [
    { from: 0, to: textWidth(quantity.short(quantity.min), FONT_PX) },
    ...named,
    { from: track - textWidth(quantity.short(quantity.max), FONT_PX), to: track },
  ];
}

function expectRoom(quantity: Quantity): void {
  for (const track of TRACKS_PX) {
    const words = wordsUnder(quantity, track);
    words.forEach((one, index) => {
      for (const other of words.slice(index + 1)) expect(apart(one, other)).toBe(true);
    });
  }
}

describe('the words under a slider', () => {
  test.each(quantities.map((quantity) => [quantity.label, quantity] as const))(
    'of “%s” touch neither each other nor the ends',
    (_, quantity) => {
      expectRoom(quantity);
    },
  );

  test('always name where a default is from, but for one too close to an end; another source may be left with its tick alone', () => {
    for (const quantity of widgets.flatMap((spec) => groundedIn(spec, defaultsOf(spec.settings)))) {
      const home = marksOn(quantity).filter((mark) => mark.value === quantity.default);
      for (const { named, at } of home) expect(named || Math.min(at, 1 - at) < 0.2, quantity.key).toBe(true);
      expect(home, quantity.key).toHaveLength(quantity.basis.kind === 'sourced' ? 1 : 0);
    }
  });

  test('never touch, wherever sources put their marks', () => {
    const [fact] = worldSettings.lead.evidence.marks;
    if (fact === undefined) throw new Error('the lead time has no sourced mark');
    const mark = fc.record({
      share: from(0, 1),
      label: fc.constantFrom('measured', 'cloud', 'sites', 'grid', 'fibre in 1998', 'x'),
    });
    const marks = fc.uniqueArray(mark, { maxLength: 6, selector: ({ label }) => label });
    fc.assert(
      fc.property(fc.constantFrom(worldSettings.doubling, worldSettings.lead), marks, (quantity, placed) => {
        const { min, max, evidence } = quantity;
        expectRoom({
          ...quantity,
          evidence: {
            ...evidence,
            marks: placed.map(({ share, label }) => ({ ...fact, label, value: min + share * (max - min) })),
          },
        });
      }),
    );
  });
});

describe('the marks on a slider', () => {
  test('stand where their value stands, with a range that holds it', () => {
    for (const quantity of quantities) {
      for (const { at, range, value } of marksOn(quantity)) {
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(1);
        expect(value).toBeGreaterThanOrEqual(quantity.min);
        expect(value).toBeLessThanOrEqual(quantity.max);
        if (range === null) continue;
        expect(range.from).toBeLessThanOrEqual(at);
        expect(range.to).toBeGreaterThanOrEqual(at);
      }
    }
  });

  test('of one quantity are called by different names, and its default gives its reason', () => {
    for (const { default: home, basis, evidence } of widgets.flatMap((spec) =>
      groundedIn(spec, defaultsOf(spec.settings)),
    )) {
      const { marks, value } = evidence;
      expect(new Set(marks.map(({ label }) => label)).size).toBe(marks.length);
      expect(basis.kind === 'sourced' ? basis.how : basis.why).toMatch(/\S/);
      expect(value).toBe(home);
    }
  });
});
