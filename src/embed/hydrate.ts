import { type Component, flushSync, hydrate } from 'svelte';
import { pageState } from '#state/page-state.svelte.ts';
import type { WidgetProps } from '#widgets/widget-props.ts';
import { Frame, type Identity } from './frame.svelte.ts';

/** Wakes the widget that the server drew on this page, and talks to the page around it. */
export function hydrateEmbed(widget: Component<WidgetProps>, identity: Identity): void {
  const target = document.querySelector('#embed');
  if (target === null) return;
  // Its address may be anybody's, and what is shown stands on somebody's page.
  pageState.quoteNothing();
  const still = document.documentElement.dataset.static !== undefined;
  hydrate(widget, { target, props: { headingLevel: 1, still } });
  // By then the widget has said what its settings are.
  flushSync();
  new Frame(identity).talk();
}
