import { pressKey } from '#controls/keys.ts';
import { stepBy } from '#state/quantity.ts';
import type { View } from '#state/view.svelte.ts';
import { isWorldKey, worldSettings } from '#state/world.ts';

/** How far a hand moves, in px, for a number in prose to go one stop. */
const PX_PER_STOP = 7;
/** A hand that moved no further than this pressed, and did not drag. */
const PRESS_PX = 3;

/** Makes a number in prose drag the world and follow it. A press, or Enter, opens it. */
export function scrub(element: HTMLElement, world: View<typeof worldSettings>): void {
  const key = element.dataset.scrub ?? '';
  if (!isWorldKey(key)) return;
  const quantity = worldSettings[key];
  let from: { x: number; value: number } | null = null;

  element.setAttribute('role', 'slider');
  element.tabIndex = 0;
  element.setAttribute('aria-label', quantity.label);
  element.setAttribute('aria-valuemin', String(quantity.min));
  element.classList.add('live');

  const value = $derived(world.number(key));
  const most = $derived(world.maxOf(quantity));
  // The words and states are the server's markup, outside any component.
  $effect(() => {
    const words = quantity.format(value);
    element.textContent = words;
    element.dataset.tone = value === quantity.default ? quantity.tone : 'yours';
    element.setAttribute('aria-valuemax', String(most));
    element.setAttribute('aria-valuenow', String(value));
    element.setAttribute('aria-valuetext', words);
  });

  const open = async () => (await import('./open.ts')).openSetting(element, key, value);
  const drop = (event: PointerEvent) => {
    if (from === null) return;
    const pressed = Math.abs(event.clientX - from.x) <= PRESS_PX;
    from = null;
    world.commit();
    if (pressed) void open();
  };
  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    element.focus({ preventScroll: true });
    from = { x: event.clientX, value: world.number(key) };
    world.hold();
  });
  element.addEventListener('pointermove', (event) => {
    if (from === null) return;
    const stops = Math.trunc((event.clientX - from.x) / PX_PER_STOP);
    world.set(key, stops === 0 ? from.value : stepBy(quantity, world.maxOf(quantity), from.value, stops));
  });
  element.addEventListener('pointerup', drop);
  // The browser takes the finger to scroll the page with: it never meant the number.
  element.addEventListener('pointercancel', () => {
    from = null;
    world.cancel();
  });
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && from !== null) {
      from = null;
      world.cancel();
    } else if (event.key === 'Enter') void open();
    else pressKey(world, quantity, event);
  });
}
