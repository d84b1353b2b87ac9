import type { Box, Point } from '#chart/geometry.ts';
import type { Obstacles } from '#chart/place.ts';
import { around, type Block, type PlacedBlock, placeBlock, type Side } from './blocks.ts';
import { EDGE, levelName, onMap } from './compute.ts';
import { between } from './contours.ts';
import { toPx } from './frame.ts';
import { CLEAR_PX, type Ground, marksOf, outlinesOf, within } from './ground.ts';
import { believed, essayPlace, measured, type Place } from './places.ts';

function blocksOf(place: Place, compact: boolean): Block[] {
  const short = compact ? place.short : [place.name];
  const names = short.map((text) => ({ px: compact ? 11.5 : 13, runs: [{ text, as: 'name' } as const] }));
  if (compact) return [names];
  const size = { text: `${onMap(place.scarcity)}: `, as: 'size' } as const;
  const said = place.said.map((text, index) => ({
    px: 12,
    runs: index === 0 ? [size, { text, as: 'said' } as const] : [{ text, as: 'said' } as const],
  }));
  const named = { px: 13, runs: [{ text: place.name, as: 'name' } as const] };
  const sized = { px: 12, runs: [{ text: onMap(place.scarcity), as: 'size' } as const] };
  return [
    [named, ...said],
    [named, sized],
    [named],
    place.short.map((text) => ({ px: 12, runs: [{ text, as: 'name' }] })),
  ];
}

/** Where each place's name likes to stand. */
const SIDES: Readonly<Record<string, readonly Side[]>> = {
  [essayPlace.id]: ['right', 'left', 'above', 'below'],
  [believed.id]: ['below', 'above', 'right', 'left'],
  [measured.id]: ['above', 'left', 'below', 'right'],
  // Beyond the edge it would say the opposite of what it is.
  cloud: ['below'],
};
/** How much further off it may stand; from a distance a line leads back to its mark. */
const STEPS: Readonly<Record<string, readonly number[]>> = { cloud: [0, 8, 16, 24, 32, 40, 48, 56] };
/** Farther off, a long name would take the room of its region's on a large map. */
const FARTHEST_SHARE = 0.09;
const ANY_SIDE: readonly Side[] = ['above', 'below', 'left', 'right'];

/** Names of these places around what is taken, each as long as there is room for. */
export function placesIn(map: Ground, taken: readonly Box[], wanted: readonly Place[]): PlacedBlock[] {
  const put: PlacedBlock[] = [];
  const { frame, contours } = map;
  for (const place of wanted) {
    const isHome = place === essayPlace;
    const boxes = [...taken, ...marksOf(map), ...put.map(({ box }) => box)];
    const strict = outlinesOf(map);
    const edge = contours.filter(({ level }) => level === EDGE).map(({ line }) => line);
    const room = (lines: readonly (readonly Point[])[]): Obstacles => ({
      within: within(frame),
      boxes,
      lines,
    });
    const farthest = frame.compact ? Infinity : FARTHEST_SHARE * frame.plot.height;
    const steps = (STEPS[place.id] ?? [0, 8]).filter((step) => step <= farthest);
    const spots = around(
      toPx(frame.plot, place.doubling, place.uncovered),
      isHome ? CLEAR_PX : 11,
      SIDES[place.id] ?? ANY_SIDE,
      isHome ? [0, 14, 28, 44] : steps,
    );
    const rooms = [room([...strict, ...contours.map(({ line }) => line)]), room([...strict, ...edge])];
    const label = placeBlock(place.id, blocksOf(place, frame.compact), spots, rooms);
    if (label !== null) put.push(label);
  }
  return put;
}

/** Along a contour from its upper left end: where its number may stand. */
const ALONG = [0.8, 0.86, 0.74, 0.92, 0.68, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1];

/** Each contour's number, on its line. */
export function levelsIn(map: Ground, taken: readonly Box[]): PlacedBlock[] {
  const { frame, contours } = map;
  const put: PlacedBlock[] = [];
  for (const { level, line } of contours) {
    const [start, end] = [line[0], line.at(-1)];
    if (start === undefined || end === undefined) continue;
    const as = level === EDGE ? ('edge' as const) : ('level' as const);
    const text = levelName(level);
    const px = (frame.compact ? 12 : 13) + (level === EDGE ? 2 : 0);
    const boxes = [...taken, ...marksOf(map), ...put.map(({ box }) => box)];
    const label = placeBlock(
      `${level}×`,
      [[{ px, runs: [{ text, as }] }]],
      ({ width, height }) =>
        ALONG.map((share) => between(start, end, share)).map(({ x, y }) => ({
          x: x - width / 2,
          y: y - height / 2,
          align: 'middle',
        })),
      [{ within: within(frame), boxes, lines: outlinesOf(map) }],
    );
    if (label !== null) put.push(label);
  }
  return put;
}
