import { ticks } from 'd3';
import { type Point, pathOf } from '#chart/geometry.ts';
import { decimal, shortDollars } from '#model/format.ts';
import { type Across, acrossOf, type Scale, scaleOf } from './across.ts';
import type { Block, Text } from './blocks.ts';
import { type LoopPicture, revenueAt } from './compute.ts';
import { type Frame, frameAt, toPx } from './frame.ts';
import { besideRiver, downRiver } from './labels.ts';
import { type Drawn, edgeOf, type Mark, marksOf } from './marks.ts';
import type { Words } from './words.ts';

export interface Moment {
  readonly picture: LoopPicture;
  readonly words: Words;
  /** The deal as it rests, and again where the reader's state is another. */
  readonly rests: LoopPicture;
  readonly home: LoopPicture | null;
  /** Where a drag began. */
  readonly ghost: LoopPicture | null;
  /** The scale, where a hand holds it still. */
  readonly frozen: Scale | null;
  /** 0 where money is followed, 1 where capacity is. */
  readonly turned: number;
  /** Whether the reader has moved customers' money, and whether a hand holds something. */
  readonly isYours: boolean;
  readonly isHeld: boolean;
}

export interface Hand extends Point {
  readonly key: 'revenue' | 'growth' | 'arrives';
}

/** All that is drawn of a state at a width. */
export interface Scene {
  readonly frame: Frame;
  readonly scale: Scale;
  readonly across: Across;
  readonly marks: readonly Mark[];
  readonly blocks: readonly Block[];
  /** Every line of text, the axis's and the measure's too. */
  readonly texts: readonly Text[];
  readonly hands: readonly Hand[];
}

/** Where along the span between tenant and vendor the handle of capacity stands, clear of the tenant's name. */
const HAND_SHARE = 0.8;

export function sceneOf(
  { picture, words, rests, home, ghost, frozen, turned, isYours, isHeld }: Moment,
  width: number,
): Scene {
  const frame = frameAt(width);
  const scale = frozen ?? scaleOf(picture, rests, frame);
  const at = (of: LoopPicture): Drawn => ({
    picture: of,
    frame,
    across: acrossOf(of, frame, scale, turned),
    scale: scale.money,
    turned,
  });
  const drawn = at(picture);
  const { across } = drawn;
  const { state, years, breakEvenGrowth } = picture;
  const isMoney = state.view === 'money';
  const hands = handsOf(picture, frame, scale);
  const blocks = frame.runsDown
    ? downRiver(words, frame, across, hands)
    : besideRiver(words, frame, across, isMoney);
  const { chartEnd, tenant, suppliers } = frame;
  const path = (of: LoopPicture | null, growth = of?.state.growth ?? null) =>
    of === null || growth === null || !isMoney ? '' : pathOf(edgeOf(at(of), growth));
  /** How wide the river is where the deal rests. */
  const rested = () => {
    if (home === null) return '';
    const { left, arrives } = at(home).across;
    const ends = isMoney ? [chartEnd, tenant] : [chartEnd, suppliers];
    return pathOf(ends.map((along) => toPx(frame, along, isMoney ? left : arrives)));
  };
  return {
    frame,
    scale,
    across,
    marks: [
      ...marksOf(drawn),
      [isHeld ? 'curve ghost' : 'curve ghost gone', path(ghost)],
      ['reference', path(home) + rested()],
      ['breaking', path(picture, breakEvenGrowth)],
      [isYours ? 'curve yours' : 'curve', path(picture)],
      ['ruler', isMoney ? rulerPath(frame, scale) : ''],
    ],
    blocks,
    texts: [...blocks.flatMap(({ texts }) => texts), ...(isMoney ? axisTexts(frame, scale, years) : [])],
    hands,
  };
}

function handsOf({ state, years, ceiling, arrives }: LoopPicture, frame: Frame, scale: Scale): Hand[] {
  const { start, chartEnd, tenant, vendor, widest } = frame;
  const hand = (key: Hand['key'], along: number, across: number): Hand => ({
    key,
    ...toPx(frame, along, Math.min(widest, across)),
  });
  if (state.view === 'capacity')
    return ceiling === 0
      ? []
      : [hand('arrives', tenant + (vendor - tenant) * HAND_SHARE, arrives * scale.capacity)];
  const yearly = (year: number) => revenueAt(state, year) * years * scale.money;
  return [hand('growth', chartEnd, yearly(years)), hand('revenue', start, yearly(0))];
}

/** A round sum to measure by, at most so many px. */
const RULER_PX = 90;

const rulerOf = ({ money }: Scale): number => ticks(0, RULER_PX / money, 2)[1] ?? 0;

const footOf = ({ runsDown, width, height }: Frame): Point =>
  runsDown ? { x: 10, y: height - 16 } : { x: width - 96, y: height - 22 };

function rulerPath(frame: Frame, scale: Scale): string {
  const { x, y } = footOf(frame);
  return `M${x - 4},${y}h8m-4,0v${-rulerOf(scale) * scale.money}m-4,0h8`;
}

const AXIS_PX = 12;

/** The years at both ends of the chart, and what the measure measures. */
function axisTexts(frame: Frame, scale: Scale, years: number): Text[] {
  const term = decimal(years, 1);
  const amount = rulerOf(scale);
  const { x, y } = footOf(frame);
  const middle = y - (amount * scale.money) / 2;
  const year = (along: number, number: string, align: Text[5]): Text => {
    const at = toPx(frame, along, 0);
    return frame.runsDown
      ? [`year ${number}`, 'soft', at.x - 22, at.y + 4, AXIS_PX, 'end']
      : [`year ${number}`, 'soft', at.x, at.y + 24, AXIS_PX, align];
  };
  return [
    year(frame.start, '0', 'start'),
    year(frame.chartEnd, term, 'end'),
    [shortDollars(amount), 'soft', x + 10, middle - 3, AXIS_PX, 'start'],
    [`in ${term} years`, 'soft', x + 10, middle + 12, AXIS_PX, 'start'],
  ];
}
