import { cross, range } from 'd3';
import { type Box, boxAround } from '#chart/geometry.ts';
import { type PlacedLines, placeLines, type Size, type Spot } from '#chart/place.ts';
import { textWidth } from '#chart/text.ts';
import { percent, shortDollars } from '#model/format.ts';
import { ANY, around, DOT_PX, LEFT } from './around.ts';
import type { CircularityPicture, Contract } from './compute.ts';
import type { Marks, Projection, Text } from './frame.ts';

export interface Words {
  readonly text: string;
  readonly as: 'name' | 'picked' | 'soft' | 'enough' | 'short';
  readonly px: number;
  readonly width: number;
}

export type Label = PlacedLines<Words>;

type Choices = readonly (readonly Words[])[];
type Spots = (size: Size) => readonly Spot[];

/** Bold letters are wider than those that textWidth() knows. */
const BOLD = 1.07;
const BAR_PX = 6;
const HALO_PX = 17;
/** How much further off words stand where a mark wears a ring because it is read out. */
const SHOWN_OFF = 6;

/** The deal that explains the marks. */
const ESSAYS = 'amazon-anthropic';

/** What is written so far, and where there is room for more. */
function boardOf(marks: readonly Marks[], projection: Projection, line: number) {
  const { compact, plot } = projection.frame;
  const { x, y, width, height } = plot;
  const lineY = projection.y(line);
  const right = x + width;
  const labels: Label[] = [];
  const dots = [
    boxAround({ x: right, y: lineY }, HALO_PX),
    ...marks.flatMap(({ dot, ring }) =>
      [dot, ring].flatMap((at) => (at === null ? [] : boxAround(at, DOT_PX))),
    ),
  ];
  const bars = marks.flatMap(({ bar: [top, foot] }): Box[] =>
    top && foot ? [{ x: top.x - BAR_PX, y: top.y - 2, width: 2 * BAR_PX, height: foot.y - top.y + 4 }] : [],
  );
  const theLine = [x, right].map((end) => ({ x: end, y: lineY }));
  const lines = [...marks.map(({ curve }) => curve), theLine];
  return {
    labels,
    frame: projection.frame,
    lineY,
    right,

    words(text: string, as: Words['as']): Words {
      const px = as === 'soft' ? (compact ? 11.5 : 12.5) : compact ? 12 : 13.5;
      return { text, as, px, width: textWidth(text, px) * (as === 'name' || as === 'soft' ? 1 : BOLD) };
    },

    /** Across no line if that can be, then over no bar; `strictly`: else not at all. */
    place(choices: Choices, spots: Spots, { strictly = false, below = 0 } = {}): void {
      const within = { x, y: y - 6, width: width + HALO_PX, height: height + 4 + below };
      const taken = [...dots, ...labels.map(({ box }) => box)];
      const boxes = [...taken, ...bars];
      const rooms = [
        { within, boxes, lines },
        { within, boxes, lines: [theLine] },
        { within, boxes, lines: [] },
        { within, boxes: taken, lines: [] },
      ];
      const label = placeLines(choices, spots, strictly ? rooms.slice(0, 1) : rooms);
      if (label !== null) labels.push(label);
    },
  };
}

type Board = ReturnType<typeof boardOf>;

/** Everything that is written beside the marks and the line: no two touch, and none lies on a mark. */
export function labelsOf(
  { state, line }: Pick<CircularityPicture, 'state' | 'line'>,
  shown: string,
  marks: readonly Marks[],
  projection: Projection,
): Label[] {
  const board = boardOf(marks, projection, line);
  const [first, ...others] = [...marks].sort((a, b) => rank(b, shown) - rank(a, shown));
  if (first) putName(board, first, shown);
  putLine(board, state.share);
  for (const each of others) putName(board, each, shown);
  const explained = marks.find(({ contract: { id } }) => id === ESSAYS);
  if (explained && !projection.frame.compact) explain(board, explained);
  return board.labels;
}

/** What is read out is named first, then what explains the marks; last what does not count. Of equals, who stands nearer to a side. */
const rank = ({ contract: { id, counts, ceilingShare } }: Marks, shown: string) =>
  (id === shown ? 3 : id === ESSAYS ? 2 : counts ? 1 : 0) + Math.abs(ceilingShare - 0.2);

/** What the line means: beside it, or on the plot where what is read out stands beside it. */
function putLine(board: Board, share: number): void {
  const { right, lineY } = board;
  const { aside, compact } = board.frame;
  const enough = board.words('enough', 'enough');
  const short = board.words('not enough', 'short');
  const soft = (text: string) => board.words(text, 'soft');
  if (aside !== null && lineY + 44 < aside.bottom) {
    const { x } = aside;
    const rows = [enough, soft('if one contract'), soft(`may take ${percent(share)} of revenue`), short];
    const lines = rows.map((row, index) => ({ ...row, x, y: lineY + ([-20, -2, 14, 36][index] ?? 0) }));
    const width = Math.max(...rows.map((row) => row.width));
    board.labels.push({ box: { x, y: lineY - 34, width, height: 74 }, align: 'start', lines });
    return;
  }
  // From the handle to the left, and then further off the line, as far as it takes.
  const along =
    (isAbove: boolean): Spots =>
    ({ width, height }) =>
      cross(range(2, 90, 8), range(14)).map(([off, step]) => ({
        x: right - HALO_PX - 2 - width - step * 12,
        y: isAbove ? lineY - height - off : lineY + off,
        align: 'end',
      }));
  const more = compact ? [] : [[enough, soft(`if one may take ${percent(share)}`)]];
  board.place([...more, [enough]], along(true));
  board.place([[short]], along(false));
}

function putName(board: Board, { contract, dot, ring }: Marks, shown: string): void {
  const { id, name, deal, covered } = contract;
  const { compact, strip, plot } = board.frame;
  const words = (text: string) => board.words(text, id === shown ? 'picked' : 'name');
  // What is read out has a name wherever there is room for one.
  const [off, farther] = id === shown ? [SHOWN_OFF, [0, -16, 16, -32, 32]] : [0, [0]];
  const anchored =
    (spots: typeof ANY): Spots =>
    (size) =>
      cross(farther, [ring, dot]).flatMap(([down, at]) =>
        at === null ? [] : around({ x: at.x, y: at.y + down }, size, spots, off),
      );
  if (covered === null) {
    const dated = `${name}, ${deal.when.replace(/^\D*/, '')}`;
    const below = strip + 16 - plot.y - plot.height;
    board.place([[words(`${dated}: cover not known`)], [words(dated)], [words(name)]], anchored(LEFT), {
      below,
    });
    return;
  }
  const more = compact && deal.status === 'signed' ? '' : remark(contract);
  const folded = [words(`${deal.vendor}–`), words(deal.tenant)];
  board.place(
    [...(more === '' ? [] : [[words(name), board.words(more, 'soft')]]), [words(name)], folded],
    anchored(ANY),
  );
}

function remark({ id, deal: { status, assumed, placed, contingent } }: Contract): string {
  if (id === ESSAYS) return `if all ${shortDollars(placed + contingent)} is paid`;
  if (status === 'never signed') return 'a letter, never signed';
  return assumed.includes('committed') ? 'the promise is estimated' : '';
}

/** What a dot is, and the end of a bar, where there is room to say so. */
function explain(board: Board, { contract: { covered, deal }, dot, bar: [, foot] }: Marks): void {
  if (covered === null || dot === null || foot === undefined) return;
  const soft = (text: string) => [board.words(text, 'soft')];
  const [lowest, revenue] = [covered.lowest, covered.revenue].map(shortDollars);
  const strictly = true;
  board.place(
    [soft(`${shortDollars(deal.placed)} paid so far`), soft('paid so far')],
    (size) => around(dot, size),
    { strictly },
  );
  if (lowest !== revenue)
    board.place([soft(`at ${lowest} a year, not ${revenue}`)], (size) => around(foot, size), { strictly });
}

export const textsOf = (labels: readonly Label[]): Text[] =>
  labels.flatMap(({ align, lines }) => lines.map((line) => ({ ...line, align })));
