import { ticks } from 'd3';
import type { Point } from '#chart/geometry.ts';
import { decimal, shortDollars } from '#model/format.ts';
import type { Quantity } from '#state/quantity.ts';
import { type LoopPicture, pacesOf } from './compute.ts';
import type { Words } from './describe.ts';
import { type Across, acrossOf, type Frame, frameAt, scaleOf, toPx } from './frame.ts';
import { type Block, besideRiver, downRiver, type Text } from './labels.ts';
import { curveOf, type Drawn, type Mark, marksOf } from './marks.ts';
import { loopSettings } from './settings.ts';

export interface Moment {
  readonly picture: LoopPicture;
  readonly words: Words;
  /** The deal as it rests. */
  readonly rests: LoopPicture;
  /** Where a drag began. */
  readonly ghost: LoopPicture | null;
  /** 0 where money is followed, 1 where capacity is, between in the morph. */
  readonly turned: number;
}

/** What can be taken hold of. */
export interface Hand extends Point {
  readonly quantity: Quantity;
  /** What the quantity is where the hand is so many px across. */
  readonly valueAt: (across: number) => number;
}

/** All that is drawn of a moment at a width. */
export interface Scene {
  readonly frame: Frame;
  readonly across: Across;
  readonly marks: readonly Mark[];
  readonly blocks: readonly Block[];
  /** Every line of text, the axis's and the measure's too. */
  readonly texts: readonly Text[];
  readonly hands: readonly Hand[];
  /** The path of what stood where a drag began. */
  readonly ghost: string;
}

/** The scale rests while a hand holds. */
export function drawnOf({ picture, rests, ghost }: Moment, width: number): Drawn {
  const frame = frameAt(width);
  const scale = scaleOf(ghost ?? picture, rests, frame);
  return { picture, rests, frame, scale, across: acrossOf(picture, frame, scale) };
}

/** Money. */
export function sceneOf(moment: Moment, width: number): Scene {
  const drawn = drawnOf(moment, width);
  const { picture, frame, scale, across } = drawn;
  const { words, ghost } = moment;
  const { breakEvenGrowth, state, years } = picture;
  const { start, chartEnd, widest } = frame;
  const px = (billions: number) => Math.min(widest, billions * scale);
  const [first = 0] = across.paces;
  const last = across.paces.at(-1) ?? 0;
  const breaking = pacesOf(picture, breakEvenGrowth ?? state.growth).at(-1) ?? 0;
  const blocks = frame.runsDown
    ? downRiver(words, frame, across)
    : besideRiver(words, frame, across, Math.max(first, last, px(breaking)));
  return {
    frame,
    across,
    marks: [...marksOf(drawn), ['ruler', rulerPath(drawn)]],
    blocks,
    texts: [...blocks.flatMap(({ texts }) => texts), ...axisTexts(drawn)],
    ghost: ghost === null ? '' : curveOf(drawn, ghost),
    hands: [
      {
        quantity: loopSettings.growth,
        ...toPx(frame, chartEnd, last),
        valueAt: (wide) => (wide / scale / years / state.revenue) ** (1 / years) - 1,
      },
      {
        quantity: loopSettings.revenue,
        ...toPx(frame, start, first),
        valueAt: (wide) => wide / scale / years,
      },
    ],
  };
}

/** A round sum to measure by, at most so many px. */
const RULER_PX = 90;

const rulerOf = ({ scale }: Drawn): number => ticks(0, RULER_PX / scale, 2)[1] ?? 0;

const footOf = ({ runsDown, width, height }: Frame): Point =>
  runsDown ? { x: 10, y: height - 16 } : { x: width - 96, y: height - 22 };

function rulerPath(drawn: Drawn): string {
  const { x, y } = footOf(drawn.frame);
  return `M${x - 4},${y}h8m-4,0v${-rulerOf(drawn) * drawn.scale}m-4,0h8`;
}

const AXIS_PX = 12;

/** The years at both ends of the chart, and what the measure measures. */
function axisTexts(drawn: Drawn): Text[] {
  const { frame, picture, scale } = drawn;
  const { runsDown, start, chartEnd } = frame;
  const term = decimal(picture.years, 1);
  const amount = rulerOf(drawn);
  const { x, y } = footOf(frame);
  const middle = y - (amount * scale) / 2;
  const year = (along: number, number: string, align: Text[5]): Text => {
    const at = toPx(frame, along, 0);
    return runsDown
      ? [`year ${number}`, 'soft', at.x - 22, at.y + 4, AXIS_PX, 'end']
      : [`year ${number}`, 'soft', at.x, at.y + 24, AXIS_PX, align];
  };
  return [
    year(start, '0', 'start'),
    year(chartEnd, term, 'end'),
    [shortDollars(amount), 'soft', x + 10, middle - 3, AXIS_PX, 'start'],
    [`in ${term} years`, 'soft', x + 10, middle + 12, AXIS_PX, 'start'],
  ];
}
