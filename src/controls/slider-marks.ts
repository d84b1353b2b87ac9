import { positionOf, type Quantity } from '#state/quantity.ts';

type Mark = Quantity['evidence']['marks'][number];

export interface SliderMark extends Mark {
  /** 0–1 along the track; the range's ends too, where the source gives one. */
  readonly at: number;
  readonly range: { readonly from: number; readonly to: number } | null;
  /** Whether its words have room beside the others'. */
  readonly named: boolean;
}

/** The narrowest track: words that fit here fit everywhere, so that none comes or goes with the width. */
const NARROWEST_PX = 230;
const PX_PER_CHARACTER = 6.2;
const AIR_PX = 8;

/** The sourced places on a quantity's track. Of two closer than their words, the later keeps only its tick. */
export function marksOn(quantity: Quantity): SliderMark[] {
  const width = (text: string) => text.length * PX_PER_CHARACTER + AIR_PX;
  const taken = [
    { from: 0, to: width(quantity.short(quantity.min)) },
    { from: NARROWEST_PX - width(quantity.short(quantity.max)), to: NARROWEST_PX },
  ];
  const place = (value: number) => positionOf(quantity, quantity.max, value);
  return quantity.evidence.marks.map((mark) => {
    const at = place(mark.value);
    const half = width(mark.label) / 2;
    const span = { from: at * NARROWEST_PX - half, to: at * NARROWEST_PX + half };
    const named = !taken.some(({ from, to }) => span.from < to && from < span.to);
    if (named) taken.push(span);
    const range =
      mark.low === undefined || mark.high === undefined
        ? null
        : { from: place(mark.low), to: place(mark.high) };
    return { ...mark, at, range, named };
  });
}
