import { onMount, tick } from 'svelte';
import { PageState, pageState } from '#state/page-state.svelte.ts';
import type { Settings, StateOf } from '#state/quantity.ts';
import { View } from '#state/view.svelte.ts';
import type { WidgetProps } from './widget-props.ts';

/** As long as a picture takes to let the ghost of a drag fade. */
const FADE_MS = 250;

/** Long enough for a key that repeats to end in one sentence. */
const SETTLED_AFTER_MS = 400;

/** One widget's life in the browser, picture aside: its view of the state, whether it answers to the hand, what it says aloud. */
export class Session<S extends Settings> {
  readonly view: View<S>;
  /** True once the widget answers to the hand. */
  live = $state(false);
  /** True once what the address asks for is drawn. */
  shown = $state(false);
  /** Counts the moments at which the answer is to be said aloud: after commits, never during a drag. */
  settled = $state(0);
  /** Where the last drag began: there while a hand holds, and until it has faded. */
  ghost = $state.raw<StateOf<S> | null>(null);
  #settling: ReturnType<typeof setTimeout> | undefined;

  /** Made while its component is made. It answers to the hand once it stands, and what `given` loads has come. */
  constructor(
    settings: S,
    { prefix = '', alone = false, still = false, at = {}, page }: WidgetProps,
    given?: () => Promise<unknown>,
  ) {
    const own = () => (alone ? new PageState({ usesAddress: false, at }) : pageState);
    this.view = new View(settings, page ?? own(), prefix);
    // What is over has to be remembered for a moment, and that can't be computed.
    $effect(() => {
      const { held } = this.view;
      if (held !== null) {
        this.ghost = held;
        return;
      }
      const faded = setTimeout(() => {
        this.ghost = null;
      }, FADE_MS);
      return () => clearTimeout(faded);
    });
    onMount(async () => {
      this.view.connect();
      // What the address asks for is simply there; only a hand sets anything in motion.
      await tick();
      await given?.();
      this.live = !still;
      this.shown = true;
    });
  }

  /** To be called after each commit by hand. */
  readonly committed = (): void => {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.settled++;
    }, SETTLED_AFTER_MS);
  };
}
