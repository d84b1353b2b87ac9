import { type LoopPicture, revenueAt } from './compute.ts';
import type { Frame } from './frame.ts';

/** px across for a billion dollars, and for a gigawatt. */
export interface Scale {
  readonly money: number;
  readonly capacity: number;
}

/** The ring's hole keeps room for its words. */
const HOLE_PX = 70;
/** The promise is never drawn narrower; what is then too wide for the picture is cut at its edge. */
const LEAST_PROMISE_PX = 40;
const CAPACITY_SHARE = 0.8;
/** What rests leaves room to be pulled wider. */
const RESTING_SHARE = 0.85;
/** Where no amount is known, the direction still has a width. */
const NOMINAL_SHARE = 0.2;
/** Thinner, a lane of the ring could not be seen. */
const LEAST_LANE_PX = 1.5;

/** The largest scale at which all of a state fits. */
function fitting(picture: LoopPicture, { widest, beside, depth }: Frame): number {
  const { customers, left, needed, building, elsewhere, own, routed, state, years } = picture;
  return Math.min(
    widest / Math.max(customers, state.revenue * years, revenueAt(state, years) * years),
    beside / Math.max(left, needed + elsewhere, building),
    (depth - HOLE_PX) / 2 / (own + routed),
  );
}

/** The home state's scale, halved until the state fits: it moves in steps, so that it rests while a hand moves. */
export function scaleOf(picture: LoopPicture, home: LoopPicture, frame: Frame): Scale {
  const base = fitting(home, frame) * RESTING_SHARE;
  const halvings = Math.max(0, Math.ceil(Math.log2(base / fitting(picture, frame)) - 1e-9));
  const least = Math.min(base, LEAST_PROMISE_PX / picture.committed);
  return {
    money: Math.max(least, base / 2 ** halvings),
    capacity: (frame.beside * CAPACITY_SHARE) / (picture.ceiling || 1),
  };
}

/** How far across each band reaches from the bank, in px. */
export interface Across {
  /** Customers' money for this contract, and all of it; or what they use of what has a date, and all they use. */
  readonly left: number;
  readonly all: number;
  /** Between tenant and vendor: what is brought, what is needed, what the vendor adds from elsewhere. */
  readonly brought: number;
  readonly needed: number;
  readonly elsewhere: number;
  /** Between vendor and suppliers. */
  readonly dated: number;
  readonly building: number;
  /** Capacity that arrives. */
  readonly arrives: number;
  /** The ring's lanes. */
  readonly route: number;
  readonly contingent: number;
  readonly placed: number;
}

/** `turned` is 0 where money is followed, 1 where capacity is, between in the morph. */
export function acrossOf(
  picture: LoopPicture,
  { beside, widest }: Frame,
  scale: Scale,
  turned: number,
): Across {
  const mix = (billions: number, px: number) =>
    Math.min(widest, billions * scale.money * (1 - turned) + px * turned);
  const lane = (billions: number) =>
    billions === 0 ? 0 : Math.max(LEAST_LANE_PX, billions * scale.money) * (1 - turned);
  const { needed, ceiling } = picture;
  const nominal = beside * NOMINAL_SHARE;
  const arrives = ceiling === 0 ? nominal : picture.arrives * scale.capacity;
  const used = arrives * picture.paidShare;
  const dated = picture.dated * scale.capacity;
  const isCosted = picture.building > 0;
  return {
    left: mix(picture.left, Math.min(dated, used)),
    all: mix(picture.customers, used),
    brought: mix(picture.brought, dated),
    needed: mix(needed, arrives),
    elsewhere: mix(needed + picture.elsewhere, arrives),
    dated: mix(picture.buildingDated, dated),
    building: mix(isCosted ? picture.building : nominal / scale.money, arrives),
    arrives,
    route: lane(picture.routed),
    contingent: lane(picture.contingent),
    placed: lane(picture.placed),
  };
}
