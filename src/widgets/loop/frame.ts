import type { Point } from '#chart/geometry.ts';
import { type LoopPicture, pacesOf } from './compute.ts';

/**
 * The drawing's axes: `along` the river, in px from the drawing's start, and `across` it, in px from the bank that
 * ring and river share. The ring lies below that bank (or left of it), the river above (or right of it).
 */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** On a phone the river runs down, else to the right. */
  readonly runsDown: boolean;
  /** Along: the start, the end of the years' chart, and the three parties. */
  readonly start: number;
  readonly chartEnd: number;
  readonly tenant: number;
  readonly vendor: number;
  readonly suppliers: number;
  /** Where the shared bank is, in px from the drawing's edge. */
  readonly bank: number;
  /** How far across the river may reach, and how far the bands that have words beside them. */
  readonly widest: number;
  readonly beside: number;
  /** How deep the ring is, and how far it reaches beyond its two parties. */
  readonly depth: number;
  readonly reach: number;
}

const RUNS_DOWN_BELOW = 560;
/** Words stand right of the bands, and this is what they need; over the bands, they need a line. */
const WORDS_PX = [24, 104] as const;
/** The ring's ends are half circles, a little cut into by its parties. */
const REACH = 0.42;

/** The drawing at a width in px. */
export function frameAt(width: number): Frame {
  const runsDown = width < RUNS_DOWN_BELOW;
  const height = runsDown ? 612 : Math.round(Math.min(500, Math.max(400, width / 2)));
  const depth = Math.round(runsDown ? Math.min(150, Math.max(96, width * 0.36)) : height * 0.37 - 26);
  const bank = runsDown ? depth + 8 : height - depth - 26;
  const widest = runsDown ? width - bank - 14 : bank - 62;
  const at = (share: number) => Math.round(width * share);
  const [start, chartEnd, tenant, vendor, suppliers] = runsDown
    ? [62, 158, 284, 430, 568]
    : [24, at(0.17), at(0.45), at(0.74), width - 10];
  return {
    ...{ width, height, runsDown, start, chartEnd, tenant, vendor, suppliers, bank, widest, depth },
    beside: Math.max(40, widest - WORDS_PX[runsDown ? 1 : 0]),
    reach: depth * REACH,
  };
}

export function toPx({ runsDown, bank }: Frame, along: number, across: number): Point {
  return runsDown ? { x: bank + across, y: along } : { x: along, y: bank - across };
}

/** The ring's hole keeps room for its words. */
const HOLE_PX = 70;
/** The promise is never drawn narrower; what is then too wide for the picture is cut at its edge. */
const LEAST_PROMISE_PX = 40;
/** What rests leaves room to be pulled wider. */
const RESTING_SHARE = 0.85;
/** Thinner, a lane of the ring could not be seen. */
const LEAST_LANE_PX = 1.5;
/** Where no amount is known, the direction still has a width. */
const NOMINAL_SHARE = 0.2;

/** The largest scale at which all of a state fits. */
function fitting(picture: LoopPicture, { widest, beside, depth }: Frame): number {
  const { left, needed, building, elsewhere, own, routed } = picture;
  return Math.min(
    widest / Math.max(...pacesOf(picture)),
    beside / Math.max(left, needed + elsewhere, building),
    (depth - HOLE_PX) / 2 / (own + routed),
  );
}

/**
 * How many px across a billion dollars is: what fits the deal where it rests, halved until the state fits. It moves
 * in steps, so that little else moves as a hand does.
 */
export function scaleOf(picture: LoopPicture, rests: LoopPicture, frame: Frame): number {
  const base = fitting(rests, frame) * RESTING_SHARE;
  const halvings = Math.max(0, Math.ceil(Math.log2(base / fitting(picture, frame)) - 1e-9));
  return Math.max(Math.min(base, LEAST_PROMISE_PX / picture.committed), base / 2 ** halvings);
}

/** How far across each band reaches from the bank, in px. */
export interface Across {
  /** Customers' money for this contract, and all of it, at each moment of the term and on the whole. */
  readonly lefts: readonly number[];
  readonly paces: readonly number[];
  readonly left: number;
  readonly all: number;
  /** Between tenant and vendor: what is brought, what is needed, what the vendor adds from elsewhere. */
  readonly brought: number;
  readonly needed: number;
  readonly elsewhere: number;
  /** Between vendor and suppliers. */
  readonly dated: number;
  readonly building: number;
  /** The ring's lanes. */
  readonly route: number;
  readonly contingent: number;
  readonly placed: number;
}

export function nominalOf({ beside }: Frame): number {
  return beside * NOMINAL_SHARE;
}

export function acrossOf(picture: LoopPicture, frame: Frame, scale: number): Across {
  const px = (billions: number, most = frame.beside) => Math.min(most, billions * scale);
  const lane = (billions: number) => billions && Math.max(LEAST_LANE_PX, billions * scale);
  const { state, needed, building } = picture;
  const paces = pacesOf(picture);
  return {
    lefts: paces.map((pace) => px(pace * state.share)),
    paces: paces.map((pace) => px(pace, frame.widest)),
    left: px(picture.left),
    all: px(picture.customers, frame.widest),
    brought: px(picture.brought),
    needed: px(needed),
    elsewhere: px(needed + picture.elsewhere),
    dated: px(picture.buildingDated),
    building: building > 0 ? px(building) : nominalOf(frame),
    route: lane(picture.routed),
    contingent: lane(picture.contingent),
    placed: lane(picture.placed),
  };
}
