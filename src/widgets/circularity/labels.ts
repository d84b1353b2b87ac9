import { cross, range } from 'd3';
import { type Box, boxAround, type Point } from '#chart/geometry.ts';
import { type Obstacles, type PlacedLines, placeLines, type Size, type Spot } from '#chart/place.ts';
import { textWidth } from '#chart/text.ts';
import { percent, shortDollars } from '#model/format.ts';
import type { CircularityState, Contract } from './compute.ts';
import type { Marks, Projection, Text } from './frame.ts';

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
const HALO_PX = 17;

/** The deal that explains the marks. */
const ESSAYS = 'amazon-anthropic';

/** Everything that is written beside the marks and the line: no two touch, and none lies on a mark. */
export function labelsOf(
  { state, line }: { readonly state: CircularityState; readonly line: number },
  shown: string,
  marks: readonly Marks[],
  projection: Projection,
): Label[] {
  const { plot, compact, strip, aside } = projection.frame;
  const words = (text: string, as: Role, px = compact ? 12 : 13.5): Words => ({
    text,
    as,
    px,
    width: textWidth(text, px) * (as === 'name' || as === 'soft' ? 1 : BOLD),
  });
  const soft = (text: string) => words(text, 'soft', compact ? 11.5 : 12.5);
  const lineY = projection.y(line);
  const right = plot.x + plot.width;
  const lines = [
    ...marks.map(({ curve }) => curve),
    [
      { x: plot.x, y: lineY },
      { x: right, y: lineY },
    ],
  ];
  const bars = marks.flatMap(({ bar: [top, foot] }): Box[] =>
    top && foot ? [{ x: top.x - BAR_PX, y: top.y - 2, width: 2 * BAR_PX, height: foot.y - top.y + 4 }] : [],
  );
  const fixed = [
    ...marks.flatMap(({ dot, ring }) =>
      [dot, ring].flatMap((at) => (at === null ? [] : boxAround(at, DOT_PX))),
    ),
    boxAround({ x: right, y: lineY }, HALO_PX),
  ];
  const put: Label[] = [];
  /** Across no line if that can be, and over no bar; `strictly`: else not at all. */
  const place = (
    choices: readonly (readonly Words[])[],
    spots: (size: Size) => readonly Spot[],
    { strictly = false, below = plot.height + 4 } = {},
  ) => {
    const within = { x: plot.x, y: plot.y - 6, width: plot.width + HALO_PX, height: below };
    const taken = [...fixed, ...put.map(({ box }) => box)];
    const boxes = [...taken, ...bars];
    const rooms: Obstacles[] = [
      { within, boxes, lines },
      { within, boxes, lines: lines.slice(-1) },
      { within, boxes, lines: [] },
      { within, boxes: taken, lines: [] },
    ];
    const label = placeLines(choices, spots, strictly ? rooms.slice(0, 1) : rooms);
    if (label !== null) put.push(label);
  };

  const putLine = () => {
    const enough = words('enough', 'enough');
    const short = words('not enough', 'short');
    if (aside !== null && lineY + 44 < aside.bottom) {
      put.push(
        beside(aside.x, lineY, [
          enough,
          soft('if one contract'),
          soft(`may take ${percent(state.share)} of revenue`),
          short,
        ]),
      );
    } else {
      // From the handle to the left, and then further off the line, as far as it takes.
      const along = (top: (height: number, off: number) => number) => (size: Size) =>
        cross(range(2, 90, 8), range(14)).map(
          ([off, step]): Spot => ({
            x: right - HALO_PX - 2 - size.width - step * 12,
            y: top(size.height, off),
            align: 'end',
          }),
        );
      place(
        [[enough, soft(`if one may take ${percent(state.share)}`)], [enough]],
        along((height, off) => lineY - height - off),
      );
      place(
        [[short]],
        along((_, off) => lineY + off),
      );
    }
  };

  const nameOf = ({ contract, dot, ring }: Marks) => {
    const { id, name, deal, covered } = contract;
    const as = id === shown ? 'picked' : 'name';
    if (covered === null) {
      const dated = `${name}, ${deal.when.replace(/^\D*/, '')}`;
      place(
        [[words(`${dated}: cover not known`, as)], [words(dated, as)], [words(name, as)]],
        (size) => around(dot ?? { x: 0, y: strip }, size, LEFT, 6),
        { below: strip + 16 - plot.y },
      );
      return;
    }
    const more = compact && deal.status === 'signed' ? '' : remark(contract);
    const folded = [words(`${deal.vendor}–`, as), words(deal.tenant, as)];
    place([...(more === '' ? [] : [[words(name, as), soft(more)]]), [words(name, as)], folded], (size) =>
      [ring, dot].flatMap((at) => (at === null ? [] : around(at, size, ANY, id === shown ? 6 : 0))),
    );
  };

  const [first, ...others] = [...marks].sort((a, b) => rank(b, shown) - rank(a, shown));
  if (first) nameOf(first);
  putLine();
  others.forEach(nameOf);

  const explained = marks.find(({ contract: { id } }) => id === ESSAYS);
  const { covered, deal } = explained?.contract ?? {};
  const [, foot] = explained?.bar ?? [];
  if (!compact && covered && deal && explained?.dot && foot) {
    const { dot } = explained;
    const [lowest, revenue] = [covered.lowest, covered.revenue].map(shortDollars);
    place(
      [[soft(`${shortDollars(deal.placed)} paid so far`)], [soft('paid so far')]],
      (size) => around(dot, size),
      { strictly: true },
    );
    if (lowest !== revenue)
      place([[soft(`at ${lowest} a year, not ${revenue}`)]], (size) => around(foot, size), {
        strictly: true,
      });
  }
  return put;
}

/** What is read out is named first, then what explains the marks; last what does not count. Of equals, who has less room. */
const rank = ({ contract: { id, counts, ceilingShare } }: Marks, shown: string) =>
  (id === shown ? 3 : id === ESSAYS ? 2 : counts ? 1 : 0) + ceilingShare;

function remark({ id, deal: { status, assumed, placed, contingent } }: Contract): string {
  if (id === ESSAYS) return `if all ${shortDollars(placed + contingent)} is paid`;
  if (status === 'never signed') return 'a letter, never signed';
  return assumed.includes('committed') ? 'the promise is estimated' : '';
}

/** The line's words, right of it. */
function beside(x: number, y: number, rows: readonly Words[]): Label {
  const lines = rows.map((row, index) => ({ ...row, x, y: y + ([-20, -2, 14, 36][index] ?? 0) }));
  return {
    box: { x, y: y - 34, width: Math.max(...rows.map(({ width }) => width)), height: 74 },
    align: 'start',
    lines,
  };
}

const OFF = DOT_PX + 3;
/** Where words may stand at a point: how much of their size, and how many px, their corner is away from it. */
const ANY: readonly (readonly [x: number, y: number, right: number, down: number])[] = [
  [0, -0.5, OFF, 0],
  [0, -0.5, OFF, -8],
  [0, -0.5, OFF, 8],
  [-0.5, -1, 0, -OFF],
  [-0.5, 0, 0, OFF],
  [0, -1, -8, -OFF],
  [0, 0, -8, OFF],
  [0, -1, OFF, -2],
  [0, 0, OFF, 2],
  [-1, -0.5, -OFF, 0],
  [-1, -1, 8, -OFF],
  [-1, 0, 8, OFF],
  [0, -1, OFF, -14],
  [0, 0, OFF, 14],
  [-1, -1, 8, -OFF - 13],
  [-1, 0, 8, OFF + 13],
];
const LEFT = ANY.slice(9, 10);

function around({ x, y }: Point, { width, height }: Size, spots = ANY, further = 0): Spot[] {
  return spots.map(([across, down, dx, dy]) => ({
    x: x + across * width + dx + Math.sign(dx) * further,
    y: y + down * height + dy,
    align: across === 0 ? 'start' : across === -1 ? 'end' : 'middle',
  }));
}

export const textsOf = (labels: readonly Label[]): Text[] =>
  labels.flatMap(({ align, lines }) => lines.map((line) => ({ ...line, align })));
