import type { Values } from '#state/quantity.ts';
import {
  addressOf,
  type Deck,
  isSamePlace,
  isSameState,
  type Place,
  placeAfter,
  placeIn,
  placesOf,
  slideOf,
  stepOf,
} from './deck.ts';
import { Link, type Peer, type Saying } from './link.ts';
import {
  ASKED,
  firstMoment,
  isLater,
  type Moment,
  readMoment,
  type Screen,
  type Showing,
  type Spot,
  shownToAudience,
  stateShown,
} from './moment.ts';
import { enterSlide, pauseTimer, restingTimer, startTimer } from './timer.ts';

export type Role = Peer['role'];

type Change = Partial<Omit<Moment, 'change' | 'by'>>;

/** Before the constructor knows better. */
const NOWHERE = firstMoment({ id: '', title: '', slides: [] }, '');

/** One window's part in a talk: what all windows show, and how it changes here and there. */
export class Talk {
  readonly deck: Deck;
  readonly role: Role;
  readonly me = crypto.randomUUID?.() ?? String(Math.random());
  moment: Moment = $state.raw(NOWHERE);
  /** The audience's windows that are open elsewhere. */
  audiences: ReadonlySet<string> = $state.raw(new Set());
  readonly #link: Link;

  constructor(deck: Deck, role: Role) {
    this.deck = deck;
    this.role = role;
    this.moment = this.#remembered() ?? firstMoment(deck, location.hash);
    this.#link = new Link(
      deck.id,
      { id: this.me, role },
      { onpeer: (says, peer) => this.#meet(says, peer), onmoment: (said) => this.#hear(said) },
    );
    addEventListener('hashchange', () => {
      const at = placeIn(deck, location.hash);
      if (!isSamePlace(at, this.moment.at)) this.go(at);
    });
    // A hand that leaves with its window holds nothing any more.
    addEventListener('pagehide', () => {
      if (this.moment.hand === this.me) this.change({ hand: null });
      this.#link.say('bye');
    });
    // It may come back as it was.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.#link.say('hello');
    });
    this.#remember();
    if (this.moment.change > ASKED) this.#link.send(this.moment);
    this.#link.say('hello');
  }

  /** What this window shows: the audience's may be frozen. */
  get shown(): Showing {
    return this.role === 'audience' ? shownToAudience(this.moment) : this.moment;
  }

  get stateShown(): Values {
    return stateShown(this.deck, this.shown);
  }

  get index(): number {
    const slide = slideOf(this.deck, this.moment.at);
    return this.deck.slides.indexOf(slide);
  }

  change(change: Change): void {
    // Later by the clock too, so that what an old window still remembers never stands against a talk that is on.
    const count = Math.max(this.moment.change + 1, Date.now());
    this.moment = { ...this.moment, ...change, change: count, by: this.me };
    this.#link.send(this.moment);
    if (!('pointer' in change)) this.#remember();
  }

  go(at: Place): void {
    const { timer } = this.moment;
    const isOther = at.slide !== this.moment.at.slide;
    const now = Date.now();
    // The talk has begun once it moves on.
    const running =
      timer.since === null && timer.spent === 0 && this.index === 0 && isOther
        ? startTimer(timer, now)
        : timer;
    this.change({
      at,
      state: null,
      hand: null,
      screen: 'on',
      timer: isOther ? enterSlide(running, now) : running,
    });
  }

  step(count: number): void {
    const { at, screen } = this.moment;
    const next = placeAfter(this.deck, at, count);
    // The first press only brings the picture back, as clickers do.
    if (screen !== 'on') this.change({ screen: 'on' });
    else if (!isSamePlace(at, next)) this.go(next);
  }

  end(which: 'first' | 'last'): void {
    const places = placesOf(this.deck);
    const at = which === 'first' ? places[0] : places.at(-1);
    if (at !== undefined) this.go(at);
  }

  show(screen: Screen): void {
    this.change({ screen: this.moment.screen === screen ? 'on' : screen });
  }

  freeze(): void {
    const { frozen, at, state } = this.moment;
    this.change({ frozen: frozen === null ? { at, state } : null });
  }

  point(pointer: Spot | null): void {
    if (pointer !== this.moment.pointer) this.change({ pointer });
  }

  toggleTimer(): void {
    const { timer } = this.moment;
    const now = Date.now();
    this.change({ timer: timer.since === null ? startTimer(timer, now) : pauseTimer(timer, now) });
  }

  resetTimer(): void {
    this.change({ timer: restingTimer });
  }

  /** A hand in this window takes hold of a widget, or lets go. Who took hold last drives. */
  hold(): void {
    this.change({ hand: this.me });
  }

  release(): void {
    if (this.moment.hand === this.me) this.change({ hand: null });
  }

  /** A hand in this window has set the widget; false where another window's hand is on it. */
  set(state: Values): boolean {
    const { hand, frozen, at } = this.moment;
    if ((hand !== null && hand !== this.me) || (frozen !== null && this.role === 'audience')) return false;
    this.change({ state: isSameState(state, stepOf(this.deck, at).state) ? null : state });
    return true;
  }

  /** A window that is opened from here: it is spoken to, too. */
  opened(partner: Window | null): void {
    this.#link.add(partner);
  }

  #meet(says: Saying, { id, role }: Peer): void {
    if (role === 'audience') {
      const others = [...this.audiences].filter((each) => each !== id);
      this.audiences = new Set(says === 'bye' ? others : [...others, id]);
    }
    if (says === 'hello') {
      this.#link.say(this.moment.change > 0 ? 'here' : 'waiting');
      if (this.moment.change > 0) this.#link.send(this.moment);
    }
    // Whoever stands nowhere yet comes to where this window was asked to be.
    if (says === 'waiting' && this.moment.change === ASKED) this.#link.send(this.moment);
  }

  #hear(said: unknown): void {
    const heard = readMoment(this.deck, said);
    if (heard === null) return;
    // Who has only come goes along with whoever was there.
    const goesAlong = this.moment.change <= ASKED && heard.change >= ASKED;
    if (goesAlong || isLater(heard, this.moment)) {
      this.moment = heard;
      this.#remember();
    } else if (isLater(this.moment, heard)) {
      // Whoever spoke has missed something.
      this.#link.send(this.moment);
    }
  }

  /** The address has the place; what a hand has set, and the rest, stays with the window through a reload. */
  #remember(): void {
    const { moment } = this;
    if (moment.hand !== null) return;
    const memory = { ...moment, hand: null, pointer: null };
    const address = addressOf(this.shown.at);
    // Whoever stands nowhere yet has no address, so that it still goes along after a reload.
    try {
      history.replaceState(
        { talk: memory },
        '',
        location.hash === address || moment.change === 0 ? undefined : address,
      );
    } catch {
      // A browser may refuse a hundred changes in half a minute; the next one is written.
    }
  }

  #remembered(): Moment | null {
    const kept: unknown = history.state;
    if (typeof kept !== 'object' || kept === null || !('talk' in kept)) return null;
    const moment = readMoment(this.deck, kept.talk);
    // Another address was asked for since.
    return moment !== null &&
      (location.hash === '' || isSamePlace(shownPlace(moment, this.role), placeIn(this.deck, location.hash)))
      ? moment
      : null;
  }
}

function shownPlace(moment: Moment, role: Role): Place {
  return (role === 'audience' ? shownToAudience(moment) : moment).at;
}
