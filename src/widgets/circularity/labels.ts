import { type Box, boxAround, type Point } from '#chart/geometry.ts';
import { type Obstacles, type PlacedLines, placeLines, type Size, type Spot } from '#chart/place.ts';
import { textWidth } from '#chart/text.ts';
import { percent, shortDollars } from '#model/format.ts';
import type { CircularityState, Contract } from './compute.ts';
import type { Marks, Projection, Strip } from './frame.ts';

type Role = 'name' | 'picked' | 'soft' | 'enough' | 'short';

export interface Words {
  readonly text: string;
  readonly as: Role;
  readonly px: number;
  readonly width: number;
}

export type Label = PlacedLines<Words>;

/** Bold letters are wider than those that textWidth() knows. */
const BOLD = 1.07;
const DOT_PX = 8;
const BAR_PX = 6;
const GAP_PX = 4;

export interface Drawn {
  readonly state: CircularityState;
  /** The contract that is read out. */
  readonly shown: string;
  readonly marks: readonly Marks[];
  readonly strips: readonly Strip[];
  readonly line: number;
}

/** The deal that explains the marks. */
const ESSAYS = 'amazon-anthropic';

/** Everything that is written on the picture: no two touch, and none lies on a mark. */
export function labelsOf({ state, shown, marks, strips, line }: Drawn, projection: Projection): Label[] {
  const { frame } = projection;
  const { plot, compact } = frame;
  const size = compact ? 12 : 13.5;
  const words = (text: string, as: Role, px = size): Words => ({
    text,
    as,
    px,
    width: textWidth(text, px) * (as === 'soft' || as === 'name' ? 1 : BOLD),
  });
  const soft = (text: string) => words(text, 'soft', compact ? 11.5 : 12.5);
  const lineY = projection.y(line);
  const right = plot.x + plot.width;
  const put: Label[] = [];
  const boxes: Box[] = [
    ...marks.flatMap(({ dot, ring }) =>
      [dot, ring].flatMap((at) => (at === null ? [] : boxAround(at, DOT_PX))),
    ),
    boxAround({ x: right, y: lineY }, 17),
  ];
  const bars = marks.map(
    ({ bar: [top, foot] }): Box => ({
      x: top.x - BAR_PX,
      y: top.y - 2,
      width: 2 * BAR_PX,
      height: foot.y - top.y + 4,
    }),
  );
  const curves = marks.map(({ curve }) => curve);
  const theLine = [
    { x: plot.x, y: lineY },
    { x: right, y: lineY },
  ];
  // Above the plot there is room where the axis' own name does not stand.
  const within: Box = {
    x: plot.x,
    y: plot.y - 4,
    width: compact ? plot.width + 18 : plot.width + 12,
    height: plot.height + 4,
  };
  const rooms = (): Obstacles[] => {
    const taken = [...boxes, ...put.map(({ box }) => box)];
    return [
      { within, boxes: [...taken, ...bars], lines: [...curves, theLine] },
      { within, boxes: [...taken, ...bars], lines: [theLine] },
      { within, boxes: [...taken, ...bars], lines: [] },
    ];
  };
  const place = (
    choices: readonly (readonly Words[])[],
    spots: (size: Size) => readonly Spot[],
    strictness = 3,
  ) => {
    const label = placeLines(choices, spots, rooms().slice(0, strictness));
    if (label !== null) put.push(label);
    return label !== null;
  };

  for (const at of lineWords(state, projection, lineY, words, soft)) {
    if (at.spots === null) put.push(at.label);
    else place(at.choices, at.spots, 2);
  }

  const nameOf = ({ contract: { name, deal, id } }: { contract: Contract }, isPicked: boolean): Words[][] => {
    const as: Role = isPicked ? 'picked' : 'name';
    const named = words(name, as);
    const folded = [words(`${deal.vendor}–`, as), words(deal.tenant, as)];
    const more = secondLine(id, deal);
    return compact || more === '' ? [[named], folded] : [[named, soft(more)], [named], folded];
  };

  const ordered = [...marks].sort((a, b) => rank(b, shown) - rank(a, shown));
  for (const each of ordered) {
    const anchors = [each.ring, each.dot].flatMap((at) => at ?? []);
    place(nameOf(each, each.contract.id === shown), (box) => anchors.flatMap((at) => around(at, box)));
  }

  const explained = marks.find(({ contract }) => contract.id === ESSAYS);
  if (!compact && explained?.dot) {
    const { dot, bar, contract } = explained;
    const { covered, deal } = contract;
    place(
      [[soft(`${shortDollars(deal.placed)} paid so far`)], [soft('paid so far')]],
      (box) => around(dot, box),
      1,
    );
    if (covered.revenue !== covered.lowest)
      place(
        [[soft(`at ${shortDollars(covered.lowest)} a year, not ${shortDollars(covered.revenue)}`)]],
        (box) => around(bar[1], box, 2),
        1,
      );
  }

  for (const strip of strips) put.push(stripLabel(strip, compact, soft, plot));
  return put;
}

const rank = ({ contract }: Marks, shown: string) =>
  contract.id === shown ? 2 : contract.id === ESSAYS ? 1 : contract.counts ? 0 : -1;

function secondLine(id: string, { status, assumed, placed, contingent }: Contract['deal']): string {
  if (id === ESSAYS) return `if all ${shortDollars(placed + contingent)} is paid`;
  if (status === 'never signed') return 'a letter, never signed';
  if (assumed.includes('committed')) return 'the promise is estimated';
  return '';
}

/** Beside a point: right, left, above, below, and the corners between. */
function around({ x, y }: Point, { width, height }: Size, more = 0): Spot[] {
  const off = DOT_PX + GAP_PX + more;
  const spot = (left: number, top: number, align: Spot['align']): Spot => ({ x: left, y: top, align });
  const [right, left] = [x + off, x - off - width];
  const [above, below, level] = [y - off - height, y + off, y - height / 2];
  return [
    spot(right, level, 'start'),
    spot(right, level - 8, 'start'),
    spot(right, level + 8, 'start'),
    spot(x - width / 2, above, 'middle'),
    spot(x - width / 2, below, 'middle'),
    spot(x - 8, above, 'start'),
    spot(x - 8, below, 'start'),
    spot(right, y - height - 2, 'start'),
    spot(right, y + 2, 'start'),
    spot(left, level, 'end'),
    spot(x + 8 - width, above, 'end'),
    spot(x + 8 - width, below, 'end'),
    spot(right - 4, y - height - 14, 'start'),
    spot(right - 4, y + 14, 'start'),
  ];
}

type LineWords =
  | { readonly spots: null; readonly label: Label }
  | { readonly choices: readonly (readonly Words[])[]; readonly spots: (size: Size) => readonly Spot[] };

/** What the line means: beside it, or on the plot where what is read out stands beside it. */
function lineWords(
  { share }: CircularityState,
  { frame: { plot, aside } }: Projection,
  lineY: number,
  words: (text: string, as: Role, px?: number) => Words,
  soft: (text: string) => Words,
): LineWords[] {
  const enough = words('enough', 'enough');
  const short = words('not enough', 'short');
  const taken = `${percent(share)} of revenue`;
  if (aside !== null && lineY + 44 < aside.bottom) {
    const rows = [enough, soft('if one contract'), soft(`may take ${taken}`), short];
    const offsets = [-20, -2, 14, 36];
    const lines = rows.map((row, index) => ({ ...row, x: aside.x, y: lineY + (offsets[index] ?? 0) }));
    const width = Math.max(...rows.map((row) => row.width));
    return [
      {
        spots: null,
        label: { box: { x: aside.x, y: lineY - 34, width, height: 74 }, align: 'start', lines },
      },
    ];
  }
  const right = plot.x + plot.width - 20;
  // From the handle to the left, as far as it takes.
  const along =
    (top: (height: number) => number) =>
    ({ width, height }: Size): Spot[] =>
      Array.from({ length: 12 }, (_, step) => ({
        x: right - width - step * 12,
        y: top(height),
        align: 'end',
      }));
  const above = along((height) => lineY - height - 2);
  const below = along(() => lineY + 2);
  return [
    { choices: [[enough, soft(`if one may take ${percent(share)}`)], [enough]], spots: above },
    { choices: [[short]], spots: below },
  ];
}

function stripLabel(
  { contract, from }: Strip,
  compact: boolean,
  soft: (text: string) => Words,
  plot: Box,
): Label {
  const year = contract.deal.when.replace(/^\D*/, '');
  const text = compact ? `${contract.name}, ${year}` : `${contract.name}, ${year}: cover not known`;
  const line = soft(text);
  const x = Math.max(plot.x, from.x - 14 - line.width);
  return {
    box: { x, y: from.y - 8, width: line.width, height: 16 },
    align: 'start',
    lines: [{ ...line, x, y: from.y + 4 }],
  };
}
