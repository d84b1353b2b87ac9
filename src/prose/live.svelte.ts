import { pressKey } from '#controls/keys.ts';
import { stepBy } from '#state/quantity.ts';
import { View } from '#state/view.svelte.ts';
import { isWorldKey, type ResultId, type World, worldResults, worldSettings } from '#state/world.ts';

/** How far a hand moves, in px, for a number in prose to go one stop. */
const PX_PER_STOP = 7;

const world = new View(worldSettings);

/** Makes the numbers in a page's prose drag the world and follow it. */
export function enliven(root: ParentNode): void {
  world.connect();
  $effect.root(() => {
    for (const element of root.querySelectorAll<HTMLElement>('[data-scrub]')) scrub(element);
    for (const element of root.querySelectorAll<HTMLDataElement>('data[data-live]')) follow(element);
  });
}

function isResult(id: string): id is ResultId {
  return Object.hasOwn(worldResults, id);
}

function follow(element: HTMLDataElement): void {
  const id = element.dataset.live ?? '';
  if (!isResult(id)) return;
  const result: { of: (world: World) => number; format: (value: number) => string } = worldResults[id];
  const value = $derived(result.of(world.current));
  // The words are the server's markup, outside any component.
  $effect(() => {
    element.value = String(value);
    element.textContent = result.format(value);
  });
}

function scrub(element: HTMLElement): void {
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

  const drop = () => {
    if (from === null) return;
    from = null;
    world.commit();
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
    } else pressKey(world, quantity, event);
  });
}
