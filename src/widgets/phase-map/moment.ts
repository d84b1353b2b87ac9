import { type Box, boxAround, overlaps, type Point, type Segment } from '#chart/geometry.ts';
import type { Obstacles } from '#chart/place.ts';
import { around, type Block, line, type PlacedBlock, placeBlock } from './blocks.ts';
import { onMap, type PhasePicture } from './compute.ts';
import { type Contour, cutOut } from './contours.ts';
import { beside } from './describe.ts';
import { pointOf } from './frame.ts';
import { CLEAR_PX, HALO_PX, marksOf, outlinesOf, within } from './ground.ts';
import type { PhaseMap } from './map.ts';
import { levelsIn, placesIn } from './names.ts';
import { tightestFirst } from './places.ts';

/** The map with the reader's point on it. */
export interface Moment {
  readonly point: Point;
  /** The names of lines, places and regions, and unless it rests in the essay's place, whose words they are, the point's. */
  readonly words: readonly PlacedBlock[];
  /** The contours and the point's lines to both axes, cut where words stand. */
  readonly lines: readonly (Contour & { readonly pieces: readonly Segment[] })[];
  readonly guides: readonly Segment[];
  /** From marks to words that stand away from them. */
  readonly leaders: readonly Segment[];
}

const GUIDE_FROM_PX = 17;

function labelOf(picture: PhasePicture, compact: boolean): Block[] {
  const name = line(compact ? 12.5 : 14, ['yours', `You: ${onMap(picture.scarcity)}`]);
  return compact ? [[name]] : [[name, line(12.5, ['said', beside(picture)])], [name]];
}

/** Everything that gives way to the point; the rest stays where the map has it. */
export function momentOf(map: PhaseMap, picture: PhasePicture, isYours: boolean): Moment {
  const { frame, words: usual } = map;
  const { plot } = frame;
  const point = pointOf(plot, picture);
  const halo = boxAround(point, HALO_PX);
  const label = isYours ? yoursIn(map, point, labelOf(picture, frame.compact)) : null;
  const own = label === null ? [halo] : [halo, label.box];

  const levels = giveWay(usual.levels, own, (taken) =>
    levelsIn(map, [...taken, ...boxesOf(usual.places), ...boxesOf(usual.regions)]),
  );
  const named = giveWay(usual.places, [...own, ...boxesOf(levels)], (taken, lost) =>
    placesIn(
      map,
      taken,
      tightestFirst.filter(({ id }) => lost.includes(id)),
    ),
  );
  const told = [...own, ...boxesOf(levels), ...boxesOf(named)];
  const regions = usual.regions.filter(({ box }) => isClear(box, told));
  const words = [...regions, ...levels, ...named, ...(label === null ? [] : [label])];
  const boxes = boxesOf(words);
  const guides = [
    ...cutOut(
      [
        { x: point.x - GUIDE_FROM_PX, y: point.y },
        { x: plot.x, y: point.y },
      ],
      boxes,
    ),
    ...cutOut(
      [
        { x: point.x, y: point.y + GUIDE_FROM_PX },
        { x: point.x, y: plot.y + plot.height },
      ],
      boxes,
    ),
  ].filter(([from, to]) => to.x <= from.x && to.y >= from.y);
  return {
    point,
    words,
    lines: map.contours.map((contour) => ({ ...contour, pieces: cutOut(contour.line, boxes) })),
    guides: isYours ? guides : [],
    leaders: map.dots.flatMap((dot) => named.filter(({ key }) => key === dot.id).flatMap(leaderTo(dot))),
  };
}

const LEADER_FROM_PX = 9;
const LEADER_LEAST_PX = 8;

/** A line down from a mark to words that stand well under it. */
const leaderTo =
  (dot: Point) =>
  ({ box }: PlacedBlock): Segment[] => {
    const start = { x: dot.x, y: dot.y + LEADER_FROM_PX };
    const isUnder = dot.x > box.x && dot.x < box.x + box.width && box.y - start.y > LEADER_LEAST_PX;
    return isUnder ? [[start, { x: dot.x, y: box.y - 1 }]] : [];
  };

const boxesOf = (blocks: readonly PlacedBlock[]): Box[] => blocks.map(({ box }) => box);
const isClear = (box: Box, others: readonly Box[]) => !others.some((other) => overlaps(box, other));

/** Words that are in nobody's way stay; the others look for another place around all that is taken. */
function giveWay(
  blocks: readonly PlacedBlock[],
  taken: readonly Box[],
  again: (taken: readonly Box[], lost: readonly string[]) => readonly PlacedBlock[],
): PlacedBlock[] {
  const kept = blocks.filter(({ box }) => isClear(box, taken));
  if (kept.length === blocks.length) return kept;
  const lost = blocks.filter((block) => !kept.includes(block)).map(({ key }) => key);
  const found = again([...taken, ...boxesOf(kept)], lost);
  return [...kept, ...found.filter(({ key }) => lost.includes(key))];
}

/** The point's words: clear of everything if they can, else of less and less; what they cover gives way. */
function yoursIn(map: PhaseMap, point: Point, blocks: readonly Block[]): PlacedBlock | null {
  const { levels, places: named, regions } = map.words;
  const room = (boxes: readonly PlacedBlock[], isStrict: boolean): Obstacles => ({
    within: within(map.frame),
    boxes: [boxAround(point, HALO_PX), ...boxesOf(boxes), ...(isStrict ? marksOf(map) : [])],
    lines: isStrict ? outlinesOf(map) : [],
  });
  const spots = around(point, CLEAR_PX, ['right', 'above', 'left', 'below'], [0], within(map.frame));
  const rooms = [room([...levels, ...named, ...regions], true), room([...levels, ...named], true)];
  return (
    placeBlock('yours', blocks, spots, rooms) ??
    placeBlock('yours', blocks, spots, [room(named, true), room([], true), room([], false)])
  );
}
