import { untrack } from 'svelte';
import { type PageState, pageState } from '#state/page-state.svelte.ts';
import { View } from '#state/view.svelte.ts';
import { asksForHeight, heightMessages, linkMessage } from './dialects.ts';
import { Height } from './height.ts';
import { keyForHost } from './keys.ts';
import { type FromFrame, type FromHost, hear, type Re, sealed, type Theme } from './messages.ts';
import { Rate } from './rate.ts';
import { Run } from './run.ts';
import { schemaOf, stateOf, takeAsked } from './stated.ts';

export interface Identity {
  readonly widget: string;
  readonly build: string;
}

/** The frame's end of the talk with the page around it; `EMBED.md` says what is said. */
export class Frame {
  readonly #identity: Identity;
  readonly #page: PageState;
  readonly #view: View<PageState['declared']>;
  readonly #height = new Height();
  readonly #rate = new Rate();
  readonly #run = new Run();
  /** The state that the host knows, as one text, and the commit after which it was told. */
  #told: string;
  #answered: number;
  #id: Re | undefined;

  /** Made once the widget stands and has declared its settings. */
  constructor(identity: Identity, page: PageState = pageState) {
    this.#identity = identity;
    this.#page = page;
    this.#view = new View(page.declared, page);
    this.#told = JSON.stringify(stateOf(this.#view));
    this.#answered = page.commits;
  }

  /** Says hello and goes on talking as long as the page lives. A page that stands alone has nobody to talk to. */
  talk(): void {
    if (window.parent === window) return;
    addEventListener('message', (event) => {
      if (event.source === window.parent) this.#hear(event.data);
    });
    this.#hello();
    this.#watchHeight();
    this.#watchKeys();
    this.#watchLinks();
    // Commits are told outside Svelte; nothing on the page is computed from that.
    $effect.root(() => {
      $effect(() => {
        const commits = this.#page.commits;
        untrack(() => this.#settled(commits));
      });
    });
  }

  #say(message: FromFrame): void {
    this.#post(sealed(message));
  }

  #post(message: unknown): void {
    // Whoever frames this may read it: it holds nothing of the reader but the figure's state.
    window.parent.postMessage(message, '*');
  }

  #hear(data: unknown): void {
    if (asksForHeight(data, location)) this.#tellHeight();
    const heard = hear(data);
    if (heard === null) return;
    if ('error' in heard) this.#say({ type: 'error', ...heard.error });
    else this.#do(heard.message);
  }

  #do(message: FromHost): void {
    if (message.type === 'get') this.#tellState('api', message.re);
    else if (message.type === 'theme') show(message.value);
    else if (message.type === 'set') this.#set(message);
    else {
      this.#id = message.id;
      if (message.theme !== undefined) show(message.theme);
      this.#hello();
      this.#tellHeight();
    }
  }

  #set({ state, re }: Extract<FromHost, { type: 'set' }>): void {
    const mark = re === undefined ? {} : { re };
    const now = performance.now();
    // A hand on the figure goes first, and so does the figure itself.
    if (this.#page.isHeld || !this.#rate.allows(now)) {
      this.#say({ type: 'error', code: 'busy', ...mark });
      return;
    }
    const before = this.#view.current;
    const goesOn = this.#run.goesOn(now, this.#page.commits);
    if (!takeAsked(this.#view, state, goesOn)) {
      this.#say({ type: 'error', code: 'state', ...mark });
      return;
    }
    this.#answered = this.#page.commits;
    // What changed nothing is no step that the next could go on with.
    if (goesOn || this.#view.current !== before) this.#run.step(now, this.#answered);
    this.#tellState('api', re);
  }

  #settled(commits: number): void {
    if (commits === this.#answered) return;
    this.#answered = commits;
    if (JSON.stringify(stateOf(this.#view)) !== this.#told) this.#tellState('user');
  }

  #tellState(cause: 'user' | 'api', re?: Re): void {
    const state = stateOf(this.#view);
    this.#told = JSON.stringify(state);
    this.#say({ type: 'state', state, cause, ...(re === undefined ? {} : { re }) });
  }

  #hello(): void {
    const schema = schemaOf(this.#page.declared);
    this.#say({
      type: 'hello',
      ...this.#identity,
      schema,
      ...(this.#id === undefined ? {} : { id: this.#id }),
    });
  }

  #watchHeight(): void {
    const measure = () => {
      const { width, height } = document.body.getBoundingClientRect();
      // A frame that is not shown has no width, and what that makes of its height is none.
      const now = this.#height.next(width > 0 ? height : 0, performance.now());
      if (now !== null) this.#tellHeight();
    };
    measure();
    // Called once a frame at most.
    new ResizeObserver(measure).observe(document.body, { box: 'border-box' });
    const resume = () => {
      this.#height.resume();
      measure();
    };
    for (const act of ['pointerdown', 'keydown']) addEventListener(act, resume, { capture: true });
  }

  #tellHeight(): void {
    const { told } = this.#height;
    if (told === 0) return;
    for (const message of heightMessages(told, location)) this.#post(message);
  }

  #watchKeys(): void {
    addEventListener('keydown', (event) => {
      const { key, altKey, ctrlKey, metaKey, defaultPrevented, target } = event;
      const within = (selector: string) => target instanceof Element && target.closest(selector) !== null;
      const isOpen = document.querySelector(':popover-open, dialog[open]') !== null;
      const forHost = keyForHost({ key, altKey, ctrlKey, metaKey, defaultPrevented, within, isOpen });
      if (forHost !== null) this.#say({ type: 'key', key: forHost });
    });
  }

  #watchLinks(): void {
    addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      // With a key held, it is the reader who says where.
      if (link === null || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const message = linkMessage(link.href, location);
      if (message === null) return;
      event.preventDefault();
      this.#post(message);
    });
  }
}

function show(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'auto') delete dataset.theme;
  else dataset.theme = theme;
}
