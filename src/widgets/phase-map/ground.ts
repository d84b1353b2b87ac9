import type { Box, Point } from '#chart/geometry.ts';
import { boxAround } from './blocks.ts';
import { type Contour, contoursIn } from './contours.ts';
import { type Frame, toPx } from './frame.ts';
import { believed, essayPlace, essayRange, measured, type Place, places } from './places.ts';

/** The map before any word is on it. */
export interface Ground {
  readonly frame: Frame;
  readonly contours: readonly Contour[];
  readonly dots: readonly (Point & { id: string })[];
  readonly home: Point;
  /** What the sources of the essay's place allow. */
  readonly range: Box;
  /** From fibre as believed to fibre as measured, between their dots. */
  readonly arrow: readonly [Point, Point];
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
  const [corner, opposite] = [toPx(plot, doubling[1], lead[1]), toPx(plot, doubling[0], lead[0])];
  const [from, to] = [at(believed), at(measured)];
  return {
    frame,
    contours: contoursIn(plot),
    dots: places.map((place) => ({ ...at(place), id: place.id })),
    home: at(essayPlace),
    range: { ...corner, width: opposite.x - corner.x, height: opposite.y - corner.y },
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
export function outlinesOf({ range: { x, y, width, height }, arrow }: Ground): Point[][] {
  const corners = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
    { x, y },
  ];
  return [corners, [...arrow]];
}
