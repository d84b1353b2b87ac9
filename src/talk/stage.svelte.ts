import Reveal, { type RevealApi } from 'reveal.js';
import { flushSync, untrack } from 'svelte';
import type { Values } from '#state/quantity.ts';
import type { components } from '#widgets/components.ts';
import { isSamePlace, type Slide, slideOf, stepOf } from './deck.ts';
import { Figure } from './figure.svelte.ts';
import { SLIDE_HEIGHT, slideWidth, WIDEST } from './measures.ts';
import { ASKED, type Showing } from './moment.ts';
import { Overview } from './overview.ts';
import type { Talk } from './talk.svelte.ts';
import { type Size, sizeOf, turnedLightly } from './turned-lightly.ts';

export type Components = typeof components;

/** Shows the steps of a slide: its words up to that step, or on a widget's slide the last ones. */
export function showStep(section: HTMLElement, step: number): void {
  section.dataset.step = String(step);
  const said = [...section.querySelectorAll<HTMLElement>(':scope > .said')];
  const isReached = (each: HTMLElement) => Number(each.dataset.said) <= step;
  const last = said.findLast(isReached);
  const hasWidget = section.querySelector('[data-figure]') !== null;
  for (const each of said) each.classList.toggle('unsaid', hasWidget ? each !== last : !isReached(each));
  for (const [index, dot] of [...section.querySelectorAll('.dots > *')].entries())
    dot.classList.toggle('now', index + 1 === step);
}

/** The slides in a window: reveal.js turns them, and their widgets show what the talk says. */
export class Stage {
  readonly #talk: Talk;
  readonly #root: HTMLElement;
  readonly #components: Components;
  readonly #reveal: RevealApi;
  /** In the order of the deck. */
  readonly #sections: readonly HTMLElement[];
  readonly #overview: Overview;
  readonly #figures = new Map<string, Figure>();
  readonly #sizes = new Map<HTMLElement, Size>();
  readonly #coming = new Map<string, Promise<void>>();
  #shown: Showing | null = null;

  constructor(talk: Talk, root: HTMLElement, all: Components) {
    this.#talk = talk;
    this.#root = root;
    this.#sections = [...root.querySelectorAll<HTMLElement>('section[data-slide]')];
    this.#overview = new Overview(root, this.#sections, (slide) => {
      this.toggleOverview(false);
      if (slide !== talk.moment.at.slide) talk.go({ slide, step: 1 });
    });
    this.#components = all;
    this.#reveal = new Reveal(root, {
      embedded: talk.role === 'presenter',
      width: WIDEST,
      height: SLIDE_HEIGHT,
      margin: 0,
      minScale: 0.05,
      maxScale: 8,
      center: false,
      // Keys, touch, address and windows are the talk's own.
      keyboard: false,
      touch: false,
      hash: false,
      respondToHashChanges: false,
      jumpToSlide: false,
      help: false,
      pause: false,
      postMessage: false,
      postMessageEvents: false,
      controls: false,
      progress: false,
      slideNumber: false,
      autoAnimate: false,
      transition: 'none',
      backgroundTransition: 'none',
      // All slides keep their size, so that turning one lays nothing out anew.
      viewDistance: Number.MAX_SAFE_INTEGER,
      mobileViewDistance: Number.MAX_SAFE_INTEGER,
      focusBodyOnPageVisibilityChange: false,
      ...SCROLL_NEVER,
    });
  }

  async start(): Promise<void> {
    this.#fit();
    await this.#reveal.initialize();
    this.#fit();
    // Titles are as tall as their letters make them.
    void document.fonts.ready.then(() => this.#fit());
    new ResizeObserver(() => this.#fit()).observe(
      this.#talk.role === 'presenter' ? this.#root : document.documentElement,
    );
    $effect.root(() => {
      // The slides are the server's markup, and reveal.js turns them: both outside of Svelte.
      $effect(() => {
        const { shown } = this.#talk;
        // What a widget's own state does is no reason to show anything anew.
        untrack(() => this.#show(shown));
      });
    });
    flushSync();
    await this.#whenIdle();
  }

  get isOverview(): boolean {
    return this.#overview.isOpen;
  }

  toggleOverview(is = !this.isOverview): void {
    this.#overview.toggle(is);
    this.#quieten();
    if (!is) return;
    this.section(this.#talk.shown.at.slide)?.focus();
    void this.#whenIdle(this.#talk.deck.slides);
  }

  section(id: string): HTMLElement | undefined {
    return this.#sections.find(({ dataset }) => dataset.slide === id);
  }

  /** The slide takes the screen's own shape. */
  #fit(): void {
    const { offsetWidth, offsetHeight } =
      this.#talk.role === 'presenter' ? this.#root : document.documentElement;
    const config = this.#reveal.getConfig();
    config.width =
      this.#talk.role === 'presenter' ? WIDEST : slideWidth(offsetWidth, offsetHeight || innerHeight);
    config.height = SLIDE_HEIGHT + (this.#talk.role === 'presenter' ? STRIP_PX : 0);
    if (this.#reveal.isReady()) {
      this.#reveal.layout();
      for (const element of [this.#reveal.getViewportElement(), this.#root])
        if (element !== null) this.#sizes.set(element, sizeOf(element));
    }
    for (const section of this.#sections) {
      const title = section.querySelector<HTMLElement>('h1, h2');
      if (title !== null) section.style.setProperty('--title-height', `${title.offsetHeight}px`);
    }
  }

  #show(showing: Showing): void {
    const { deck } = this.#talk;
    const slide = slideOf(deck, showing.at);
    const before = this.#shown;
    const isSameSlide = before?.at.slide === showing.at.slide;
    const section = this.section(slide.id);
    if (section === undefined) return;
    // First: it measures the window, and what is changed before that would have to be laid out at once.
    if (!isSameSlide) this.#turnTo(section);
    showStep(section, showing.at.step);
    section.classList.toggle('moved', showing.state !== null);
    // A step of the argument moves; whatever a hand or another slide brings is there at once.
    const moves = before !== null && isSameSlide && !isSamePlace(before.at, showing.at);
    this.#figures.get(slide.id)?.show(showing.state ?? stepOf(deck, showing.at).state, moves);
    this.#shown = showing;
    if (!isSameSlide) void this.#wake(slide).then(() => this.#whenIdle());
  }

  #turnTo(section: HTMLElement): void {
    turnedLightly(this.#sizes, () => this.#reveal.slide(this.#sections.indexOf(section)));
    this.#quieten();
  }

  /** What is off the stage can't be reached. */
  #quieten(): void {
    const { slide } = this.#talk.shown.at;
    for (const section of this.#sections) section.inert = !this.isOverview && section.dataset.slide !== slide;
  }

  /** The slides around the one on show get their widgets while nothing else happens. */
  async #whenIdle(slides: readonly Slide[] = this.#around()): Promise<void> {
    for (const slide of slides) {
      await idle(() => {});
      await this.#wake(slide);
      await idle(() => flushSync(() => this.#expect(slide)));
    }
  }

  /** A slide that may come stands at the step at which it would: its first, or its last on the way back. */
  #expect(slide: Slide): void {
    const { slides } = this.#talk.deck;
    const away = slides.indexOf(slide) - slides.indexOf(slideOf(this.#talk.deck, this.#talk.shown.at));
    const step = away === -1 ? slide.steps.at(-1) : away === 1 ? slide.steps[0] : undefined;
    if (step === undefined) return;
    const section = this.section(slide.id);
    section?.classList.remove('moved');
    if (section !== undefined) showStep(section, slide.steps.indexOf(step) + 1);
    this.#figures.get(slide.id)?.show(step.state, false);
  }

  #around(): Slide[] {
    const { slides } = this.#talk.deck;
    const index = slides.indexOf(slideOf(this.#talk.deck, this.#talk.shown.at));
    return [slides[index], slides[index + 1], slides[index - 1]].filter((slide) => slide !== undefined);
  }

  #wake(slide: Slide): Promise<void> {
    const coming = this.#coming.get(slide.id) ?? this.#draw(slide);
    this.#coming.set(slide.id, coming);
    // What did not come may come the next time.
    coming.catch(() => this.#coming.delete(slide.id));
    return coming;
  }

  async #draw(slide: Slide): Promise<void> {
    const target = this.section(slide.id)?.querySelector('[data-figure]');
    const load = this.#components[slide.widget ?? ''];
    if (!target || load === undefined) return;
    const widget = await load();
    const isOn = () => this.#talk.shown.at.slide === slide.id;
    const state = isOn() ? this.#talk.stateShown : (slide.steps[0]?.state ?? {});
    const isAsked = this.#talk.deck.isAlone === true && this.#talk.moment.change <= ASKED;
    const figure = new Figure(state, { usesAddress: this.#talk.deck.isAlone === true, asksAddress: isAsked });
    figure.mount(target, widget, (set) => this.#set(slide, figure, set));
    this.#figures.set(slide.id, figure);
    // It may have moved on while the widget was on its way.
    if (isOn() && !isAsked) figure.show(this.#talk.stateShown, false);
  }

  #set(slide: Slide, figure: Figure, state: Values): void {
    const isOn = this.#talk.shown.at.slide === slide.id;
    if (!isOn || !this.#talk.set(state)) figure.show(isOn ? this.#talk.stateShown : state, false);
  }
}

/** Done while the browser has nothing else to do. */
function idle(work: () => void): Promise<void> {
  return new Promise((done) => {
    const run = () => {
      work();
      done();
    };
    if ('requestIdleCallback' in window) requestIdleCallback(run);
    else setTimeout(run);
  });
}

/** What a presenter's slides have under them for the widgets' controls, in their own px. */
const STRIP_PX = 170;

/** On a narrow screen reveal.js would make a scroll of the slides. Its types leave out that this is how to say no. */
const SCROLL_NEVER: object = { scrollActivationWidth: null };
