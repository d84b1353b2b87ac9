import { type Component, mount, unmount } from 'svelte';
import { cubicOut } from 'svelte/easing';
import { prefersReducedMotion } from 'svelte/motion';
import { PageState } from '#state/page-state.svelte.ts';
import { positionOf, type Value, type Values, valueAt } from '#state/quantity.ts';
import Staged from '#widgets/Staged.svelte';
import type { WidgetProps } from '#widgets/widget-props.ts';
import { isSameState } from './deck.ts';
import { STAGE } from './measures.ts';

const MOTION_MS = 300;
const LONGEST_FRAME_MS = 40;

/** A widget on a slide: shows the state it is told, moves to the next, and tells what a hand makes of it. */
export class Figure {
  readonly #page: PageState;
  /** What was last shown or told. */
  #state: Values;
  #frame = 0;
  #onset: (state: Values) => void = () => {};
  #destroy = () => {};
  #isMoving = false;
  /** While it moves from step to step, where it was put last: only what differs from that is a hand's doing. */
  #passing: Values = {};

  /** Where the address holds the state, what it asks for may go before the `state` that is given. */
  constructor(state: Values, { usesAddress = false, asksAddress = false } = {}) {
    this.#state = state;
    this.#page = new PageState({ usesAddress });
    if (asksAddress) return;
    this.#page.set(state);
    this.#page.commit();
  }

  /** Draws it; `onset` is told of each state that a hand brings. */
  mount(target: Element, widget: Component<WidgetProps>, onset?: (state: Values) => void): void {
    const mounted = mount(Staged, { target, props: { widget, stage: STAGE, page: this.#page } });
    this.#onset = onset ?? this.#onset;
    const stop = $effect.root(() => {
      // The widget's state is kept by what it is made of, outside of here.
      $effect(() => {
        const now = this.#read();
        if (isSameState(now, this.#isMoving ? this.#passing : this.#state)) return;
        const set = this.#isMoving ? this.#takenOver(now) : now;
        this.#state = set;
        this.#onset(set);
      });
    });
    this.#destroy = () => {
      stop();
      void unmount(mounted);
    };
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.#destroy();
  }

  /** Shows a state, at once or on the way from the one before. */
  show(state: Values, moves: boolean): void {
    cancelAnimationFrame(this.#frame);
    this.#isMoving = false;
    const from = this.#read();
    this.#state = state;
    if (isSameState(from, state)) return;
    if (!moves || prefersReducedMotion.current) this.#set(state);
    else this.#move(from, state);
  }

  #read(): Values {
    return Object.fromEntries(
      Object.entries(this.#state).map(([key, value]) => {
        const setting = this.#page.setting(key);
        return [key, setting === undefined ? value : this.#page.get(key, setting)];
      }),
    );
  }

  #set(state: Values): void {
    this.#page.set(state);
    this.#page.commit(true);
  }

  #move(from: Values, to: Values): void {
    let last: number | null = null;
    let gone = 0;
    this.#isMoving = true;
    this.#passing = from;
    const frame = (now: number) => {
      // A frame that comes late is not made up for: the eye follows what it sees.
      gone += last === null ? 0 : Math.min(now - last, LONGEST_FRAME_MS);
      last = now;
      if (gone >= MOTION_MS) {
        this.#isMoving = false;
        this.#set(to);
        return;
      }
      this.#passing = this.#between(from, to, cubicOut(gone / MOTION_MS));
      this.#page.set(this.#passing);
      this.#frame = requestAnimationFrame(frame);
    };
    this.#frame = requestAnimationFrame(frame);
  }

  /** A hand that takes hold on the way has its own; the rest is there at once. */
  #takenOver(now: Values): Values {
    cancelAnimationFrame(this.#frame);
    this.#isMoving = false;
    const own = Object.entries(now).filter(([key, value]) => value !== this.#passing[key]);
    const whole = { ...this.#state, ...Object.fromEntries(own) };
    this.#page.set(whole);
    return whole;
  }

  /** Quantities go along their own scales; a choice is made at once. */
  #between(from: Values, to: Values, share: number): Values {
    return Object.fromEntries(
      Object.entries(to).map(([key, end]): [string, Value] => {
        const setting = this.#page.setting(key);
        const start = from[key];
        if (
          setting?.kind !== 'quantity' ||
          typeof start !== 'number' ||
          typeof end !== 'number' ||
          start === end
        )
          return [key, end];
        const at = (value: number) => positionOf(setting, setting.max, value);
        return [key, valueAt(setting, setting.max, at(start) + share * (at(end) - at(start)))];
      }),
    );
  }
}
