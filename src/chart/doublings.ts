import { multiple } from '#model/format.ts';
import { textWidth } from './text.ts';

/** A tick on a ruler of doublings, `at` a share of it. */
export interface DoublingTick {
  readonly at: number;
  readonly label: string;
  /** Whether its label has room beside the others'. */
  readonly named: boolean;
}

const MOST_TICKS = 6;
const FONT_PX = 12;
const AIR_PX = 8;
const STEPS = [1, 2, 4, 8, 10, 20];

/** Ticks inside a ruler that reads from 1× at its left end to `end`, if anything, at its right. */
export function doublingTicks(doublings: number, rulerPx: number, end: string): DoublingTick[] {
  const wide = (text: string) => textWidth(text, FONT_PX) + AIR_PX;
  const step = STEPS.find((size) => doublings / size <= MOST_TICKS) ?? 20;
  let taken = wide('1×');
  return Array.from({ length: Math.ceil(doublings / step) - 1 }, (_, index) => {
    const at = ((index + 1) * step) / doublings;
    const label = multiple(2 ** ((index + 1) * step));
    const [from, to] = [at * rulerPx - wide(label) / 2, at * rulerPx + wide(label) / 2];
    const named = from > taken && to < rulerPx - wide(end);
    if (named) taken = to;
    return { at, label, named };
  });
}
