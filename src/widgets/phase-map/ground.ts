import { type Box, boxAround, type Point, type Segment } from '#chart/geometry.ts';
import { type Contour, contoursIn } from './contours.ts';
import { type Frame, toPx } from './frame.ts';
import { believed, essayPlace, essayRange, measured, type Place, places } from './places.ts';

/** The map before any word is on it. */
export interface Ground {
  readonly frame: Frame;
  readonly contours: readonly Contour[];
  readonly dots: readonly (Point & { id: string })[];
  readonly home: Point;
  /** Around what the sources of the essay's place allow. */
  readonly range: readonly Point[];
  /** From fibre as believed to fibre as measured, between their dots. */
  readonly arrow: Segment;
}

const DOT_PX = 8;
/** The ring around the essay's place, or the halo around the point. */
export const HALO_PX = 19;
/** From the middle of a mark with a halo and chevrons to its label. */
export const CLEAR_PX = 27;
const INSET_PX = 3;

export const within = ({ plot }: Frame): Box => ({
  x: plot.x + INSET_PX,
  y: plot.y + INSET_PX,
  width: plot.width - 2 * INSET_PX,
  height: plot.height - 2 * INSET_PX,
});

export function groundAt(frame: Frame): Ground {
  const { plot } = frame;
  const at = ({ doubling, uncovered }: Place) => toPx(plot, doubling, uncovered);
  const { doubling, lead } = essayRange;
  const { x: left, y: top } = toPx(plot, doubling[1], lead[1]);
  const { x: right, y: foot } = toPx(plot, doubling[0], lead[0]);
  const [from, to] = [at(believed), at(measured)];
  return {
    frame,
    contours: contoursIn(plot),
    dots: places.map((place) => ({ ...at(place), id: place.id })),
    home: at(essayPlace),
    range: [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: foot },
      { x: left, y: foot },
      { x: left, y: top },
    ],
    arrow: [
      { x: from.x - 9, y: from.y },
      { x: to.x + 11, y: to.y },
    ],
  };
}

/** The boxes of all that is marked and may not be written over. */
export function marksOf({ dots, home }: Ground): Box[] {
  return [boxAround(home, HALO_PX), ...dots.map((dot) => boxAround(dot, DOT_PX))];
}

/** The lines that words may not cross: what is sourced, and what moved. */
export const outlinesOf = ({ range, arrow }: Ground): (readonly Point[])[] => [range, arrow];
