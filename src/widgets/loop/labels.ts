import type { Box } from '#chart/geometry.ts';
import { textWidth } from '#chart/text.ts';
import type { Line, Role, Words } from './describe.ts';
import type { Across, Frame } from './frame.ts';

type Align = 'start' | 'middle' | 'end';

/** A line of text with its anchor. */
export type Text = readonly [text: string, as: Role, x: number, y: number, px: number, align: Align];

/** Words put down, and the room that they take. */
export interface Block {
  readonly box: Box;
  readonly texts: readonly Text[];
}

/** Where words begin that are so tall; null where they have no room. */
type Top = (tall: number) => number | null;

const LEADING = 1.26;
const ASCENT = 0.96;
const AIR = 2;
/** Bold letters are wider than those that textWidth() knows. */
const BOLD = 1.07;

const isBold = (as: Role) => as === 'name' || as === 'money';
const pxOf = (as: Role) => (isBold(as) ? 14 : 12.5);
const widthOf = ([text, as]: Line) => textWidth(text, pxOf(as)) * (isBold(as) ? BOLD : 1) + 2 * AIR;

/** A line broken at spaces so that none is wider than it may be. */
function wrapped([text, as]: Line, width: number): Line[] {
  const rows: Line[] = [];
  for (const word of text.split(' ')) {
    const last = rows.pop();
    const longer: Line = [last === undefined ? word : `${last[0]} ${word}`, as];
    if (last === undefined || widthOf(longer) <= width) rows.push(longer);
    else rows.push(last, [word, as]);
  }
  return rows;
}

/** Puts lines down, wrapped to a width and flush with `x`; a list of none or one. */
export function put(lines: readonly Line[], room: number, x: number, align: Align, topOf: Top): Block[] {
  const rows = lines.flatMap((line) => wrapped(line, room));
  const width = Math.max(0, ...rows.map(widthOf));
  const height = rows.reduce((sum, [, as]) => sum + pxOf(as) * LEADING, 0);
  const y = topOf(height);
  if (y === null || rows.length === 0) return [];
  let top = y;
  const texts = rows.map(([text, as]): Text => {
    const px = pxOf(as);
    top += px * LEADING;
    return [text, as, x, top + px * (ASCENT - LEADING), px, align];
  });
  const left = { start: x - AIR, middle: x - width / 2, end: x - width + AIR }[align];
  return [{ box: { x: left, y: y + AIR, width, height: height - 2 * AIR }, texts }];
}

/** From a handle's middle to the nearest word. */
const HALO_PX = 20;
const AIR_PX = 10;
const GAP_PX = 5;
/** Letters are lower than their lines. */
const TIGHT_PX = 4;

/**
 * The words of a river that runs to the right. Names stand over their bars' tips, all else in its band where that is
 * wide enough. Each has a column of its own, so that none can touch another, whatever the bands do. What is said of
 * the river's money stands from `shallow` to `deep`; customers' name stands over what is drawn up to `tip`, or, without
 * one, under the bank.
 */
export function besideRiver(
  words: Words,
  { width, bank, chartEnd, tenant, vendor, suppliers, reach, depth, height }: Frame,
  { left, all, brought, needed, elsewhere, dated, building, route }: Across,
  tip: number | null = null,
  [shallow, deep] = [0, left],
): Block[] {
  const span = vendor - tenant;
  const middle = tenant + span / 2;
  const shore = chartEnd + HALO_PX + 4;
  const bed = tenant - shore - 2 * AIR_PX;
  const far = vendor + 2 * AIR_PX;
  const inside = (from: number, to: number) => (tall: number) =>
    to - from < tall - TIGHT_PX ? null : bank - (from + to + tall) / 2;
  const over = (top: number) => (tall: number) => Math.max(0, bank - top - 9 - tall);
  const under = () => bank + 8;
  const broad = suppliers - far - AIR_PX;
  const short = words.river.slice(0, 1);
  const [river] = [words.river, short].flatMap((rows) =>
    put(rows, bed, shore, 'start', inside(shallow, deep)),
  );
  const aside = put(words.aside, bed, shore, 'start', inside(left, all));
  /** What has no room in its band; two things never lack it at once, but where there is little to say. */
  const lacking = river === undefined ? short : aside.length === 0 ? words.aside : [];
  return [
    river ?? [],
    aside,
    put(lacking, bed - reach, shore, 'start', under),
    put(words.customers, tenant, 4, 'start', tip === null ? under : over(tip + HALO_PX)),
    put(words.tenant, span - AIR_PX, tenant - 2, 'start', over(Math.max(left, needed))),
    put(words.brought, span - 52, middle, 'middle', inside(route, brought)),
    put(words.missing, span - AIR_PX, middle, 'middle', inside(brought, needed)),
    put(words.vendor, width - vendor, vendor - 2, 'start', over(Math.max(elsewhere, building))),
    put(words.building, broad, far, 'start', inside(dated, building)),
    put(words.dated, broad, far, 'start', inside(0, dated)),
    put(words.suppliers, suppliers - vendor - reach, suppliers + 6, 'end', under),
    put(words.hole, span - AIR_PX, middle, 'middle', (tall) => bank + (depth - route - tall) / 2),
    put(words.station, span, middle + 12, 'start', () => height - 20),
  ].flat();
}

/** The words of a river that runs down: right of all bands, each as near as can be to what it is about. */
export function downRiver(
  words: Words,
  { width, bank, beside, chartEnd, tenant, vendor, suppliers, depth }: Frame,
  { route, contingent, placed }: Across,
): Block[] {
  const x = bank + beside + 11;
  const middle = (tenant + vendor) / 2;
  const sea = (vendor + suppliers) / 2;
  let free = chartEnd + HALO_PX;
  const column = (
    [
      [words.aside, 0],
      [words.river, chartEnd + 70],
      [words.tenant, tenant],
      [words.brought, middle - 8],
      [words.missing, middle + 8],
      [words.vendor, vendor],
      [words.dated, sea - 8],
      [words.building, sea + 8],
      [words.suppliers, suppliers],
    ] as const
  ).flatMap(([lines, at]) => {
    const blocks = put(lines, width - x, x, 'start', (tall) => Math.max(free, at - tall / 2));
    for (const { box } of blocks) free = box.y + box.height + GAP_PX;
    return blocks;
  });
  return [
    ...put(words.customers, width, 2, 'start', () => 2),
    // A handle on the bank stands half in the hole.
    ...put(
      words.hole,
      depth - 24 - 2 * (route + contingent + placed),
      bank - depth / 2,
      'middle',
      (tall) => middle - tall / 2,
    ),
    ...column,
  ];
}
