import { range, sort } from 'd3';
import type { Box, Point } from '#chart/geometry.ts';
import type { Obstacles } from '#chart/place.ts';
import { around, type Block, line, type PlacedBlock, placeBlock, type Run, type Side } from './blocks.ts';
import { EDGE, levelName, onMap } from './compute.ts';
import { between } from './contours.ts';
import { toPx } from './frame.ts';
import { CLEAR_PX, type Ground, marksOf, outlinesOf, within } from './ground.ts';
import { essayPlace, type Place } from './places.ts';

function blocksOf({ name, short, said, scarcity }: Place, compact: boolean): Block[] {
  const shortly = (px: number) => short.map((text) => line(px, ['name', text]));
  if (compact) return [shortly(11.5)];
  const size = (after: string): Run => ['size', `${onMap(scarcity)}${after}`];
  const [first = '', ...further] = said;
  const named = line(13, ['name', name]);
  return [
    [named, line(12.5, size(': '), ['said', first]), ...further.map((text) => line(12.5, ['said', text]))],
    [named, line(12.5, size(''))],
    [named],
    shortly(12.5),
  ];
}

/** Where each place's name likes to stand. */
const SIDES: Readonly<Partial<Record<Place['id'], readonly Side[]>>> = {
  essay: ['right', 'left', 'above', 'below'],
  fibreBelieved: ['below', 'above', 'right', 'left'],
  fibreMeasured: ['above', 'left', 'below', 'right'],
  // Beyond the edge it would say the opposite of what it is.
  cloud: ['below'],
};
/** How much further off it may stand; from a distance a line leads back to its mark. */
const STEPS: Readonly<Partial<Record<Place['id'], readonly number[]>>> = {
  cloud: [0, 8, 16, 24, 32, 40, 48, 56],
};
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
      within(frame),
    );
    const rooms = [room([...strict, ...contours.map(({ line }) => line)]), room([...strict, ...edge])];
    const label = placeBlock(place.id, blocksOf(place, frame.compact), spots, rooms);
    if (label !== null) put.push(label);
  }
  return put;
}

/** Along a contour from its upper left end: where its number may stand, at best four fifths down. */
const ALONG = sort(range(0.1, 0.95, 0.02), (share) => Math.abs(share - 0.8));

/** Each contour's number, on its line. */
export function levelsIn(map: Ground, taken: readonly Box[]): PlacedBlock[] {
  const { frame, contours } = map;
  const put: PlacedBlock[] = [];
  for (const { level, line: contour } of contours) {
    const as = level === EDGE ? ('edge' as const) : ('level' as const);
    const px = (frame.compact ? 12 : 13) + (level === EDGE ? 2 : 0);
    const boxes = [...taken, ...marksOf(map), ...put.map(({ box }) => box)];
    const label = placeBlock(
      `${level}×`,
      [[line(px, [as, levelName(level)])]],
      ({ width, height }) =>
        ALONG.map((share) => between(contour, share)).map(({ x, y }) => ({
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
