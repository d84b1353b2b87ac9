import type { PageState } from '#state/page-state.svelte.ts';
import type { Values } from '#state/quantity.ts';

/** What every widget's component takes. */
export interface WidgetProps {
  /** 1 where the widget is the page (an embed), 3 inside the essay. */
  headingLevel?: 1 | 3;
  /** Goes before the widget's own address keys on a page with several figures: `scarcity.`. */
  prefix?: string;
  /** A card that shares nothing with the page and leaves its address alone. */
  alone?: boolean;
  /** The state to show, where it is neither the page's nor the widget's own to make. */
  page?: PageState;
  /** Where such a card begins, if not at the essay's own state. */
  at?: Values;
  /** A picture of the state, which nothing but the state moves. */
  still?: boolean;
}
