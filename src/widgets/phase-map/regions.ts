import { cross, range, sort } from 'd3';
import type { Box, Point } from '#chart/geometry.ts';
import { type Block, type PlacedBlock, placeBlock } from './blocks.ts';
import type { Contour } from './contours.ts';
import { fromPx } from './frame.ts';
import { type Ground, outlinesOf, within } from './ground.ts';

interface Region {
  readonly name: string;
  /** The name in lines, where it is too long for one. */
  readonly broken?: readonly string[];
  readonly means?: string;
  /** Scarcity from and up to which it reaches. */
  readonly from: number;
  readonly to: number;
  /** Where its name likes to stand, as shares of the plot from its left top corner. */
  readonly likes: Point;
}

const REGIONS: readonly Region[] = [
  { name: 'Commodity', means: 'bought the day you need it', from: 1, to: 1.25, likes: { x: 0, y: 0.95 } },
  {
    name: 'Signed for years ahead, or not had',
    broken: ['Signed for years', 'ahead, or not had'],
    from: 16,
    to: Infinity,
    likes: { x: 0.95, y: 0 },
  },
  { name: 'Scarce', from: 4, to: 16, likes: { x: 0.9, y: 0.75 } },
  { name: 'Tight', from: 1.25, to: 2, likes: { x: 0.36, y: 0.66 } },
];

const SPOTS = cross(range(0, 1.001, 1 / 24), range(0, 1.001, 1 / 24));

function blocksOf({ name, broken, means }: Region, compact: boolean): Block[] {
  const px = compact ? 17 : 24;
  const line = (text: string) => ({ px, runs: [{ text, as: 'region' } as const] });
  const meaning = (text: string) => ({ px: compact ? 11.5 : 12.5, runs: [{ text, as: 'said' } as const] });
  return [
    ...(means === undefined ? [] : [[line(name), meaning(means)]]),
    [line(name)],
    ...(broken === undefined ? [] : [broken.map(line)]),
  ];
}

/** The regions' names, wholly inside their region and clear of what is taken, as near as can be to where they like it. */
export function regionsIn(map: Ground, taken: readonly Box[]): PlacedBlock[] {
  const { frame, contours } = map;
  const { plot } = frame;
  const lines = [...outlinesOf(map), ...contours.map(({ line }: Contour) => line)];
  return REGIONS.flatMap((region) => {
    const wanted = { x: region.likes.x * plot.width, y: region.likes.y * plot.height };
    const isInside = ({ x, y }: Point) => {
      const { doubling, uncovered } = fromPx(plot, { x, y });
      const scarcity = 2 ** (uncovered / doubling);
      return scarcity >= region.from && scarcity < region.to;
    };
    const spots = ({ width, height }: { width: number; height: number }) => {
      const room = within(frame);
      const [free, tall] = [room.width - width, room.height - height];
      const found = SPOTS.map(([right, down]) => ({ x: room.x + free * right, y: room.y + tall * down }));
      const middle = ({ x, y }: Point) => ({ x: x + width / 2, y: y + height / 2 });
      const away = (spot: Point) =>
        Math.hypot(middle(spot).x - plot.x - wanted.x, middle(spot).y - plot.y - wanted.y);
      return sort(
        found.filter((spot) => isInside(middle(spot))),
        away,
      ).map((spot) => ({
        ...spot,
        align: 'start' as const,
      }));
    };
    const label = placeBlock(region.name, blocksOf(region, frame.compact), spots, [
      { within: within(frame), boxes: taken, lines },
    ]);
    return label ?? [];
  });
}
