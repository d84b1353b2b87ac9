import { pathOf } from '#chart/geometry.ts';
import { type LoopPicture, pacesOf } from './compute.ts';
import { type Across, type Frame, toPx } from './frame.ts';

/** Something drawn: what it is (it looks accordingly), its path, how much of it is there, what fills it, how wide it is. */
export type Mark = readonly [is: string, d: string, opacity?: number, fill?: Fill | '', lineWidth?: number];
/** A hatch; or a veil that hides what lies under it more and more along the river, or less and less. */
type Fill = 'hatch' | 'away' | 'near';

export interface Drawn {
  readonly picture: LoopPicture;
  /** The deal as it rests. */
  readonly rests: LoopPicture;
  readonly frame: Frame;
  readonly across: Across;
  /** px for a billion dollars. */
  readonly scale: number;
}

type Spot = readonly [along: number, across: number];

const BAR_PX = 5;
const TIP_PX = 4;
/** Thinner bands have no room for an arrow's head. */
const LEAST_HEAD_PX = 9;
const HEAD_FROM_BAR_PX = 16;

export function lineOf(frame: Frame, ...spots: readonly Spot[]): string {
  return pathOf(spots.map(([along, across]) => toPx(frame, along, across)));
}

export function bandOf(frame: Frame, a: number, b: number, from: number, to: number): string {
  return to - from < 0.05 ? '' : `${lineOf(frame, [a, from], [b, from], [b, to], [a, to])}Z`;
}

/** The ring's outline, so many px inside its outer edge. Its ends are half circles. */
export function ovalOf(frame: Frame, { route }: Across, inset: number): string {
  const { tenant, vendor, reach, depth } = frame;
  const r = (depth + route) / 2 - inset;
  const [from, to] = [tenant - reach + inset + r, vendor + reach - inset - r];
  const [near, far] = [route - inset, inset - depth];
  const there = lineOf(frame, [from, near], [to, near]);
  const back = lineOf(frame, [to, far], [from, far], [from, near]).replace(
    /L([^L]*)$/,
    `A${r},${r} 0 0 1 $1`,
  );
  return there + back.replace('M', `A${r},${r} 0 0 1 `);
}

/** What customers pay, year by year, as a curve; what is too wide for the picture is left out. */
export function curveOf({ frame, scale }: Drawn, picture: LoopPicture, growth?: number): string {
  const spots = spotsOf(
    frame,
    pacesOf(picture, growth).map((pace) => pace * scale),
  );
  return lineOf(frame, ...spots.filter(([, wide]) => wide <= frame.widest + 1));
}

/** Each moment's width where its moment is. */
function spotsOf({ start, chartEnd }: Frame, wides: readonly number[]): Spot[] {
  return wides.map((wide, at) => [start + ((chartEnd - start) * at) / (wides.length - 1), wide]);
}

/**
 * All lines and areas, in the order in which they lie. Where only part of the `money` is there, since capacity takes
 * its place, what is said of money alone is as faint, and arrows are half turned.
 */
export function marksOf(drawn: Drawn, money = 1): Mark[] {
  const { picture, rests, frame, across, scale } = drawn;
  const { start, chartEnd, tenant, vendor, suppliers, widest, depth } = frame;
  const { left, all, brought, needed, elsewhere, dated, building, route, contingent, placed } = across;
  const { breakEvenGrowth } = picture;
  const middle = (tenant + vendor) / 2;
  const way = 2 * money - 1;
  const lanes = contingent + placed;
  const may = route + contingent;
  /** The middle of the lane that carries the ring's arrows. */
  const wide = contingent > placed ? route + contingent / 2 : may + placed / 2;

  const line = (...spots: Spot[]) => lineOf(frame, ...spots);
  const band = (a: number, b: number, from: number, to: number) => bandOf(frame, a, b, from, to);
  const bar = (at: number, from: number, to: number): Mark => [
    'bar',
    band(at - BAR_PX / 2, at + BAR_PX / 2, from - TIP_PX, to + TIP_PX),
  ];
  const area = (wides: readonly number[]) => `${line([start, 0], ...spotsOf(frame, wides), [chartEnd, 0])}Z`;
  const head = (room: number, at: number, to: number, there: number) =>
    room < LEAST_HEAD_PX
      ? ''
      : line([at - 4 * there, to - 5], [at + 4 * there, to], [at - 4 * there, to + 5]);
  const oval = (inset: number) => ovalOf(frame, across, inset);
  const arrow = (bank: number, to: number) => head(to, bank - HEAD_FROM_BAR_PX, to / 2, way);

  const [rested, curve] = [curveOf(drawn, rests), curveOf(drawn, picture)];
  return [
    ['pale', area(across.paces)],
    ['mid', area(across.lefts)],
    ['pale', band(chartEnd, tenant, left, all)],
    ['', band(chartEnd, tenant, left, all), money, 'away'],
    ['mid', band(chartEnd, tenant, 0, left)],
    ['mid', band(tenant, vendor, 0, brought)],
    ['', band(tenant, vendor, brought, needed), money, 'hatch'],
    ['pale', band(middle, vendor, needed, elsewhere), money],
    ['', band(middle, vendor, needed, elsewhere), 1, 'near'],
    ['pale', band(vendor, suppliers, dated, building)],
    ['', picture.building > 0 ? '' : band(vendor, suppliers, 0, building), money, 'away'],
    ['mid', band(vendor, suppliers, 0, dated)],
    // The third party's money is a part of the river, too: what it brings, the tenant needs.
    ['lane may', oval(may / 2), 1, '', may],
    ['lane', oval(may + placed / 2), 1, '', placed],
    [
      may > 0 ? 'upto' : 'reference',
      may === 0 && placed > 0 ? '' : oval(0) + (route > 0 && contingent > 0 ? oval(route) : ''),
    ],
    ['edge', line([chartEnd, 0], [chartEnd, all]), money],
    ['upto', picture.building > picture.buildingDated ? line([vendor, building], [suppliers, building]) : ''],
    [
      'arrow',
      arrow(tenant, left) +
        arrow(vendor, brought) +
        arrow(suppliers, dated) +
        head(lanes, middle, route - wide, way) +
        head(route + lanes, middle + 30, wide - depth, -way),
    ],
    bar(tenant, -lanes, Math.max(left, needed)),
    bar(vendor, -lanes, Math.max(elsewhere, building)),
    bar(suppliers, 0, building),
    ['bar', route > 0 ? bar(middle, -depth, route + lanes - depth)[1] : ''],
    ['cut', picture.customers * scale > widest + 1 ? line([start, widest], [tenant, widest]) : '', money],
    [
      'reference',
      rested +
        (rests.left === picture.left
          ? ''
          : line([chartEnd, rests.left * scale], [tenant, rests.left * scale])),
      money,
    ],
    ['breaking', breakEvenGrowth === null ? '' : curveOf(drawn, picture, breakEvenGrowth), money],
    [curve === rested ? 'curve' : 'curve yours', curve, money],
  ];
}
