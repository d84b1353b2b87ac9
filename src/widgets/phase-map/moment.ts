import { type Box, overlaps, type Point } from '#chart/geometry.ts';
import type { Obstacles } from '#chart/place.ts';
import { clamp } from '#state/quantity.ts';
import {
  around,
  type Block,
  boxAround,
  type PlacedBlock,
  placeBlock,
  type Size,
  type Spot,
} from './blocks.ts';
import { onMap, type PhasePicture } from './compute.ts';
import { cutOut } from './contours.ts';
import { toPx } from './frame.ts';
import { CLEAR_PX, HALO_PX, marksOf, outlinesOf, within } from './ground.ts';
import type { PhaseMap } from './map.ts';
import { levelsIn, placesIn } from './names.ts';
import { tightestFirst } from './places.ts';

type Segment = readonly [Point, Point];

/** The map with the reader's point on it. */
export interface Moment {
  readonly point: Point;
  /** The point's own words; null where it rests in the essay's place, whose words they are. */
  readonly label: PlacedBlock | null;
  readonly levels: readonly PlacedBlock[];
  readonly places: readonly PlacedBlock[];
  readonly regions: readonly PlacedBlock[];
  /** All of these. */
  readonly words: readonly PlacedBlock[];
  /** The contours and the point's lines to both axes, cut where words stand. */
  readonly lines: readonly { readonly level: number; readonly segments: readonly Segment[] }[];
  readonly guides: readonly Segment[];
  /** From marks to words that stand away from them. */
  readonly leaders: readonly Segment[];
}

const GUIDE_FROM_PX = 17;

/** What the point says of itself: in words that know when nothing is left to say. */
export function labelOf(picture: PhasePicture, said: string, compact: boolean): Block[] {
  const name = {
    px: compact ? 12.5 : 14,
    runs: [{ text: `You: ${onMap(picture.scarcity)}`, as: 'yours' }],
  } as const;
  return compact ? [[name]] : [[name, { px: 12.5, runs: [{ text: said, as: 'said' }] }], [name]];
}

/** Everything that gives way to the point; the rest stays where the map has it. */
export function momentOf(map: PhaseMap, picture: PhasePicture, said: string, isYours: boolean): Moment {
  const { frame, words: usual } = map;
  const { plot } = frame;
  const point = toPx(plot, picture.state.doubling, picture.uncovered);
  const halo = boxAround(point, HALO_PX);
  const label = isYours ? yoursIn(map, point, labelOf(picture, said, frame.compact)) : null;
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
  return {
    point,
    label,
    levels,
    places: named,
    regions,
    words,
    lines: map.contours.map(({ level, line }) => ({ level, segments: along(line, boxes) })),
    guides: [
      ...cutOut({ x: point.x - GUIDE_FROM_PX, y: point.y }, { x: plot.x, y: point.y }, boxes),
      ...cutOut({ x: point.x, y: point.y + GUIDE_FROM_PX }, { x: point.x, y: plot.y + plot.height }, boxes),
    ].filter(([from, to]) => to.x <= from.x && to.y >= from.y),
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
  const beside = around(point, CLEAR_PX, ['right', 'above', 'left', 'below'], [0]);
  const spots = (size: Size) => beside(size).map((spot) => turnedInward(spot, size, within(map.frame)));
  const rooms = [room([...levels, ...named, ...regions], true), room([...levels, ...named], true)];
  return (
    placeBlock('yours', blocks, spots, rooms) ??
    placeBlock('yours', blocks, spots, [room(named, true), room([], true), room([], false)])
  );
}

/** The same spot, slid along the frame rather than over it. */
function turnedInward(spot: Spot, { width, height }: Size, frame: Box): Spot {
  return {
    ...spot,
    x: clamp(spot.x, frame.x, frame.x + frame.width - width),
    y: clamp(spot.y, frame.y, frame.y + frame.height - height),
  };
}

function along(line: readonly Point[], boxes: readonly Box[]): Segment[] {
  return line.flatMap((to, index) => {
    const from = line[index - 1];
    return from === undefined ? [] : cutOut(from, to, boxes);
  });
}
