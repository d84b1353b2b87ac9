import type { Values } from '#state/quantity.ts';
import { addressOf, type Deck, type Place, placeIn, stateLike, stepOf } from './deck.ts';
import { readTimer, restingTimer, type Timer } from './timer.ts';

/** Where a finger points, as shares of the slide's width and height. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export type Screen = 'on' | 'black' | 'white';

/** What is on show: a place, and the widget's state there where a hand has left the step's own. */
export interface Showing {
  readonly at: Place;
  readonly state: Values | null;
}

/** All that the windows of a talk have in common. */
export interface Moment extends Showing {
  /** How many changes led here: of two moments the later stands. */
  readonly change: number;
  /** The window that made the last of them. */
  readonly by: string;
  /** The window in which a hand holds something just now: it drives. */
  readonly hand: string | null;
  readonly screen: Screen;
  /** What the audience still sees while the speaker looks ahead. */
  readonly frozen: Showing | null;
  readonly pointer: Spot | null;
  readonly timer: Timer;
}

/** The `change` at which a window begins whose address names a place: after one without (0), before any by hand. */
export const ASKED = 1;

export function firstMoment(deck: Deck, hash: string): Moment {
  return {
    at: placeIn(deck, hash),
    state: null,
    // A window whose address names a place holds to it; one without goes where the others are.
    change: hash === '' ? 0 : ASKED,
    by: '',
    hand: null,
    screen: 'on',
    frozen: null,
    pointer: null,
    timer: restingTimer,
  };
}

/** Whether `a` takes the place of `b`. All windows agree on it, in whatever order the two reached them. */
export function isLater(a: Moment, b: Moment): boolean {
  return a.change === b.change ? a.by > b.by : a.change > b.change;
}

/** The widget's state that is to be seen. */
export function stateShown(deck: Deck, { at, state }: Showing): Values {
  return state ?? stepOf(deck, at).state;
}

/** What the audience's window shows. */
export function shownToAudience(moment: Moment): Showing {
  return moment.frozen ?? moment;
}

function fieldsOf(said: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof said === 'object' && said !== null ? Object.entries(said) : []);
}

function readShowing(deck: Deck, said: unknown): Showing | null {
  const fields = fieldsOf(said);
  const place = fieldsOf(fields.get('at'));
  const [slide, step] = [place.get('slide'), place.get('step')];
  if (typeof slide !== 'string' || typeof step !== 'number') return null;
  const at = placeIn(deck, addressOf({ slide, step }));
  if (at.slide !== slide || at.step !== step) return null;
  const state = fields.get('state');
  if (state === null) return { at, state };
  const values = stateLike(stepOf(deck, at).state, state);
  return values === null ? null : { at, state: values };
}

const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;

/** A moment that another window, or this one before it was reloaded, has sent; null for anything else. */
export function readMoment(deck: Deck, said: unknown): Moment | null {
  const fields = fieldsOf(said);
  const showing = readShowing(deck, said);
  const timer = readTimer(fields.get('timer'));
  const [change, by, hand, screen] = ['change', 'by', 'hand', 'screen'].map((key) => fields.get(key));
  if (showing === null || timer === null) return null;
  if (typeof change !== 'number' || !Number.isSafeInteger(change) || change < 0 || typeof by !== 'string')
    return null;
  if (hand !== null && typeof hand !== 'string') return null;
  if (screen !== 'on' && screen !== 'black' && screen !== 'white') return null;
  const spot = fieldsOf(fields.get('pointer'));
  const [x, y] = [spot.get('x'), spot.get('y')];
  const frozen = fields.get('frozen');
  return {
    ...showing,
    change,
    by,
    hand,
    screen,
    timer,
    frozen: frozen === null ? null : readShowing(deck, frozen),
    pointer: isShare(x) && isShare(y) ? { x, y } : null,
  };
}
