import { range } from 'd3';
import { type Point, pathOf } from '#chart/geometry.ts';
import type { Across } from './across.ts';
import { type LoopPicture, revenueAt } from './compute.ts';
import { type Frame, toPx } from './frame.ts';

/** Something drawn: what it is (it looks accordingly), its path, how much of it is there, and what the picture defines for it. */
export type Mark = readonly [
  is: string,
  d: string,
  opacity?: number,
  effect?: Effect | undefined,
  lineWidth?: number,
];
export type Effect = 'out' | 'in' | 'missing' | 'freed';

export interface Drawn {
  readonly picture: LoopPicture;
  readonly frame: Frame;
  readonly across: Across;
  /** px for a billion dollars. */
  readonly scale: number;
  readonly turned: number;
}

const SAMPLES = 24;
const BAR_PX = 5;
const TIP_PX = 4;
/** Thinner bands have no room for an arrow's head. */
const LEAST_HEAD_PX = 9;

/** The edge of what customers pay, year by year; what is too wide for the picture is left out. */
export function edgeOf({ picture, frame, scale, turned, across }: Drawn, growth: number): Point[] {
  const { state, years } = picture;
  return range(SAMPLES + 1).flatMap((step) => {
    const year = (step / SAMPLES) * years;
    const wide = revenueAt({ ...state, growth }, year) * years * scale;
    const along = frame.start + (frame.chartEnd - frame.start) * (step / SAMPLES);
    return wide > frame.widest + 1 ? [] : [toPx(frame, along, wide + (across.all - wide) * turned)];
  });
}

/** All lines and areas, in the order in which they lie. */
export function marksOf(drawn: Drawn): Mark[] {
  const { picture, frame, across, turned, scale } = drawn;
  const { start, chartEnd, tenant, vendor, suppliers, widest, depth, reach } = frame;
  const { left, all, brought, needed, elsewhere, dated, building, route, contingent, placed } = across;
  const { years, state } = picture;
  const money = 1 - turned;
  const isMoney = turned < 0.5;

  const line = (...points: readonly (readonly [along: number, across: number])[]) =>
    pathOf(points.map(([a, c]) => toPx(frame, a, c)));
  const band = (a: number, b: number, from: number, to: number) =>
    to - from < 0.05 ? '' : `${line([a, from], [b, from], [b, to], [a, to])}Z`;
  const bar = (at: number, from: number, to: number): Mark => [
    'bar',
    band(at - BAR_PX / 2, at + BAR_PX / 2, from - TIP_PX, to + TIP_PX),
  ];
  /** What customers pay a year, as an area as large as the river is wide. */
  const area = (share: number, flat: number) => {
    const steps = range(SAMPLES + 1).map((step) => step / SAMPLES);
    const edge = steps.map((part): [number, number] => {
      const wide = revenueAt(state, part * years) * years * scale * share;
      return [start + (chartEnd - start) * part, Math.min(widest, wide * money + flat * turned)];
    });
    return `${line([start, 0], ...edge, [chartEnd, 0])}Z`;
  };
  const head = (at: number, middle: number, way: number) =>
    line([at - 4 * way, middle - 5], [at + 4 * way, middle], [at - 4 * way, middle + 5]);

  const [one, other] = [toPx(frame, tenant - reach, route), toPx(frame, vendor + reach, -depth)];
  /** A line of the ring, so many px inside its outer edge. */
  const oval = (inset: number) => {
    const width = Math.abs(one.x - other.x) - 2 * inset;
    const height = Math.abs(one.y - other.y) - 2 * inset;
    const r = Math.min(width, height) / 2;
    const turn = (x: number, y: number) => `a${r},${r} 0 0 1 ${x},${y}`;
    const [across, down] = [width - 2 * r, height - 2 * r];
    const path = `M${Math.min(one.x, other.x) + inset + r},${Math.min(one.y, other.y) + inset}h${across}${turn(r, r)}v${down}${turn(-r, r)}h${-across}${turn(-r, -r)}v${-down}${turn(r, -r)}z`;
    // To a hundredth of a pixel.
    return path.replace(/(\.\d\d)\d+/g, '$1');
  };
  const lanes = route + contingent + placed;
  const may = route + contingent;
  const middle = (tenant + vendor) / 2;
  const way = 1 - 2 * turned;
  /** The lane that carries the ring's arrows. */
  const wide = contingent > placed ? route + contingent / 2 : may + placed / 2;

  return [
    ['pale', area(1, all), money],
    ['mid', area(state.share, left), money],
    ['pale', area(1, all), turned, 'in'],
    ['mid', area(state.share, left), turned, 'in'],
    ['pale', band(chartEnd, tenant, left, all), money, 'out'],
    ['pale', band(chartEnd, tenant, left, all), turned],
    ['', band(chartEnd, tenant, all, needed), isMoney ? 0 : turned, 'freed'],
    ['mid', band(chartEnd, tenant, 0, left)],
    ['mid', band(tenant, vendor, 0, brought)],
    ['', band(tenant, vendor, brought, needed), money, 'missing'],
    ['pale', band(tenant, vendor, brought, needed), turned],
    ['pale', band(middle, vendor, needed, elsewhere), money, 'in'],
    [
      'pale',
      band(vendor, suppliers, dated, building),
      1,
      picture.building === 0 && isMoney ? 'out' : undefined,
    ],
    ['mid', band(vendor, suppliers, 0, dated)],
    ['edge', line([chartEnd, 0], [chartEnd, all]), money],
    ['reference', oval(lanes / 2), lanes > 0 ? turned : 1],
    ['lane may', may > 0 ? oval(may / 2) : '', 1, undefined, may],
    ['lane', placed > 0 ? oval(may + placed / 2) : '', 1, undefined, placed],
    ['upto', may > 0 ? oval(0) + (route > 0 && contingent > 0 ? oval(route) : '') : '', money],
    [
      'upto',
      picture.arrives > picture.dated && (picture.building > 0 || !isMoney)
        ? line([isMoney ? vendor : chartEnd, building], [suppliers, building])
        : '',
    ],
    [
      'arrow',
      [
        ...(
          [
            [tenant, left],
            [vendor, brought],
            [suppliers, dated],
          ] as const
        ).map(([at, to]) => (to < LEAST_HEAD_PX ? '' : head(at - 16, to / 2, way))),
        contingent + placed < LEAST_HEAD_PX ? '' : head(middle, route - wide, way),
        lanes < LEAST_HEAD_PX ? '' : head(middle + 30, wide - depth, -way),
      ].join(''),
    ],
    bar(tenant, -contingent - placed, Math.max(left, needed)),
    bar(vendor, -contingent - placed, Math.max(elsewhere, building)),
    bar(suppliers, 0, building),
    route > 0 ? bar(middle, -depth, lanes - depth) : ['bar', ''],
    ['cut', picture.customers * scale > widest + 1 ? line([start, widest], [tenant, widest]) : '', money],
  ];
}
