import type { Point } from '#chart/geometry.ts';
import type { Across } from './across.ts';
import { type Block, type Line, moved, put } from './blocks.ts';
import type { Frame } from './frame.ts';
import type { Words } from './words.ts';

/** From a handle's middle to the nearest word. */
export const HALO_PX = 20;
const AIR_PX = 10;
const GAP_PX = 5;
/** Letters are lower than their lines. */
const TIGHT_PX = 4;

const isBlock = (block: Block | null): block is Block => block !== null;

/**
 * The words of a river that runs to the right. Names stand over their bars' tips, all else in its band where that is
 * wide enough. Each has a column of its own, so that none can touch another, whatever the bands do.
 */
export function besideRiver(words: Words, frame: Frame, across: Across, isMoney: boolean): Block[] {
  const { bank, chartEnd, tenant, vendor, suppliers, reach, depth, height } = frame;
  const { left, all, brought, needed, elsewhere, dated, building, arrives, route } = across;
  const span = vendor - tenant;
  const middle = tenant + span / 2;
  // Capacity's handle stands in the right of this span.
  const [room, at] = isMoney ? [span - 50, middle] : [span * 0.62, tenant + span * 0.35];
  const shore = chartEnd + HALO_PX + 4;
  const bed = tenant - shore - AIR_PX;
  const far = vendor + 2 * AIR_PX;
  const sea = suppliers - far - AIR_PX;
  const inside = (from: number, to: number) => (tall: number) =>
    to - from < tall - TIGHT_PX ? null : bank - (from + to + tall) / 2;
  const over = (tip: number) => (tall: number) => Math.max(0, bank - tip - 9 - tall);
  const under = () => bank + 8;
  return [
    put(words.customers, tenant - AIR_PX, 4, 'start', isMoney ? () => 4 : under),
    put(words.river, bed, shore, 'start', isMoney ? inside(0, left) : inside(all, arrives)) ??
      put(words.river, bed - reach, shore, 'start', under),
    put(words.aside, bed, shore, 'start', inside(left, all)),
    put(words.tenant, span * 0.62, tenant - 2, 'start', over(Math.max(left, needed))),
    put(words.brought, room, at, 'middle', inside(route, brought)),
    put(words.missing, room, at, 'middle', inside(brought, needed)),
    put(words.elsewhere, span * 0.34, vendor - AIR_PX, 'end', inside(needed, elsewhere)),
    put(words.vendor, suppliers - vendor, vendor - 2, 'start', over(Math.max(elsewhere, building))),
    put(words.building, sea, far, 'start', inside(dated, building)),
    put(words.dated, sea, far, 'start', inside(0, dated)),
    put(words.suppliers, suppliers - vendor - reach, suppliers + 6, 'end', under),
    put(words.hole, span - AIR_PX, middle, 'middle', (tall) => bank + (depth - route - tall) / 2),
    put(words.station, span, middle + 12, 'start', () => height - 20),
  ].filter(isBlock);
}

/** The words of a river that runs down: right of all bands, each as near as can be to what it is about. */
export function downRiver(words: Words, frame: Frame, across: Across, hands: readonly Point[]): Block[] {
  const { bank, beside, width, height, chartEnd, tenant, vendor, suppliers, depth } = frame;
  const x = bank + beside + 11;
  const middle = (tenant + vendor) / 2;
  const sea = (vendor + suppliers) / 2;
  const { route, contingent, placed } = across;
  let free = chartEnd;
  const column = (
    [
      [words.aside.slice(0, 1), chartEnd + 40],
      [words.river.slice(0, 1), chartEnd + 70],
      [words.tenant, tenant],
      [words.brought.map(([text]): Line => [text, 'said']), middle - 8],
      [words.missing, middle + 8],
      [words.vendor, vendor],
      [words.dated, sea - 8],
      [words.building, sea + 8],
      [words.suppliers, suppliers],
    ] as const
  ).flatMap(([lines, at]) => {
    const block = put(lines, width - x, x, 'start', (tall) => {
      const top = Math.max(free, at - tall / 2);
      const hand = hands.find(
        (one) => one.x + HALO_PX > x && top < one.y + HALO_PX && top + tall > one.y - HALO_PX,
      );
      return hand === undefined ? top : hand.y + HALO_PX;
    });
    if (block === null) return [];
    free = block.box.y + block.box.height + GAP_PX;
    return [block];
  });
  // What was pushed out at the end pushes back.
  let limit = height - 2;
  const kept = column.toReversed().map((block) => {
    const back = moved(block, Math.min(0, limit - block.box.y - block.box.height));
    limit = back.box.y - GAP_PX;
    return back;
  });
  return [
    put(words.customers, width, 2, 'start', () => 2),
    // A handle on the bank stands half in the hole.
    put(
      words.hole,
      depth - 24 - 2 * (route + contingent + placed),
      bank - depth / 2,
      'middle',
      (tall) => middle - tall / 2,
    ),
    ...kept,
  ].filter(isBlock);
}
