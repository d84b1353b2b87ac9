import { cross, range, sort } from 'd3';
import type { Box, Point } from '#chart/geometry.ts';
import type { Size } from '#chart/place.ts';
import { type Block, line, type PlacedBlock, placeBlock } from './blocks.ts';
import { EDGE } from './compute.ts';
import { fromPx } from './frame.ts';
import { type Ground, outlinesOf, within } from './ground.ts';

type Share = readonly [right: number, down: number];

interface Region {
  /** Its name in lines, in one or more ways; the first that finds room is taken. */
  readonly names: readonly (readonly string[])[];
  /** What it means, where there is room for that too. */
  readonly means?: string;
  /** Scarcity from and up to which it reaches. */
  readonly from: number;
  readonly to: number;
  /** Where its name may stand, as shares of the room there is, the best first. */
  readonly spots: readonly Share[];
}

const SPOTS = cross(range(0, 1.001, 1 / 24), range(0, 1.001, 1 / 24));
const near = (right: number, down: number) => sort(SPOTS, ([x, y]) => Math.hypot(x - right, y - down));

/** Within the edge. */
export const INSIDE: readonly Region[] = [
  { names: [['Commodity']], means: 'bought the day you need it', from: 1, to: EDGE, spots: near(0, 1) },
];

export const BEYOND: readonly Region[] = [
  {
    names: [['Signed for years ahead, or not had'], ['Signed for years', 'ahead, or not had']],
    from: 16,
    to: Infinity,
    spots: near(1, 0),
  },
  { names: [['Scarce']], from: 4, to: 16, spots: near(0.95, 0.8) },
  { names: [['Tight']], from: EDGE, to: 2, spots: near(0.34, 0.66) },
];

function blocksOf({ names, means }: Region, compact: boolean): Block[] {
  const blocks = names.map((lines) => lines.map((text) => line(compact ? 16 : 24, ['region', text])));
  if (means === undefined) return blocks;
  const meaning = line(compact ? 11.5 : 12.5, ['said', means]);
  return [...blocks.map((block) => [...block, meaning]), ...blocks];
}

/** The regions' names, wholly inside their region and clear of what is taken, as near as can be to where they like it. */
export function regionsIn(map: Ground, taken: readonly Box[], regions: readonly Region[]): PlacedBlock[] {
  const { frame, contours } = map;
  const room = within(frame);
  const lines = [...outlinesOf(map), ...contours.map(({ line }) => line)];
  return regions.flatMap((region) => {
    const { from, to } = region;
    // No contour runs through a name that is put down: it is where any of its corners is.
    const isInside = (corner: Point) => {
      const { doubling, uncovered } = fromPx(frame.plot, corner);
      const scarcity = 2 ** (uncovered / doubling);
      return scarcity >= from && scarcity < to;
    };
    const spots = ({ width, height }: Size) =>
      region.spots
        .map(([right, down]) => ({
          x: room.x + (room.width - width) * right,
          y: room.y + (room.height - height) * down,
          align: 'start' as const,
        }))
        .filter(isInside);
    const rooms = [{ within: room, boxes: taken, lines }];
    return placeBlock(region.names.join(), blocksOf(region, frame.compact), spots, rooms) ?? [];
  });
}
