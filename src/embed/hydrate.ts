import { type Component, hydrate } from 'svelte';
import type { WidgetProps } from '#widgets/widget-props.ts';

/** Wakes the widget that the server drew on this page. */
export function hydrateEmbed(widget: Component<WidgetProps>): void {
  const target = document.querySelector('#embed');
  if (target !== null) hydrate(widget, { target, props: { headingLevel: 1 } });
}
