import { pageState } from '#state/page-state.svelte.ts';
import type { View } from '#state/view.svelte.ts';
import type { worldSettings } from '#state/world.ts';
import { watchClaim } from './claim-live.svelte.ts';

type WorldView = View<typeof worldSettings>;

/** Long enough for a key that repeats to end in one sentence. */
const SPEAK_AFTER_MS = 400;

/** What a page does once its numbers are the reader's: its claims can turn over, and there is a way back. */
export function enlivenYours(root: ParentNode, world: WorldView): void {
  const said = liveRegion();
  $effect.root(() => {
    for (const element of root.querySelectorAll<HTMLElement>('[data-yours]')) bar(element, world, said);
    const claims = [...root.querySelectorAll<HTMLElement>('[data-holds]')].map((element) =>
      watchClaim(element, world),
    );
    if (claims.length > 0) announce(claims, said);
  });
}

/** What undoes, redoes and resets for the whole page, as long as there is something to. */
function bar(element: HTMLElement, world: WorldView, said: HTMLElement): void {
  const take = { undo: () => pageState.undo(), redo: () => pageState.redo(), reset: () => pageState.reset() };
  const can = {
    undo: () => pageState.canUndo,
    redo: () => pageState.canRedo,
    reset: () => !pageState.isEssays,
  };
  $effect(() => {
    element.hidden = pageState.isEssays && !pageState.canUndo && !pageState.canRedo;
  });
  for (const name of ['undo', 'redo', 'reset'] as const) {
    const button = element.querySelector<HTMLButtonElement>(`[data-${name}]`);
    button?.addEventListener('click', () => {
      if (!can[name]()) return;
      take[name]();
      said.textContent = `${button.textContent}: ${wordsFor(world)}.`;
    });
    $effect(() => button?.setAttribute('aria-disabled', String(!can[name]())));
  }
}

/** "demand doubles every 7 months, capacity takes 2 years, committed ahead nothing" */
function wordsFor(world: WorldView): string {
  return Object.values(world.settings)
    .map(({ key, label, format }) => `${label.toLowerCase()} ${format(world.number(key))}`)
    .join(', ');
}

function liveRegion(): HTMLElement {
  const said = document.createElement('p');
  said.className = 'visually-hidden';
  said.setAttribute('aria-live', 'polite');
  document.body.append(said);
  return said;
}

/** Says once a commit which claims turned over. */
function announce(claims: readonly (() => string | null)[], said: HTMLElement): void {
  let speaking: ReturnType<typeof setTimeout> | undefined;
  $effect(() => {
    if (pageState.commits === 0) return;
    clearTimeout(speaking);
    speaking = setTimeout(() => {
      const turned = claims.flatMap((claim) => claim() ?? []);
      if (turned.length > 0) said.textContent = turned.join(' ');
    }, SPEAK_AFTER_MS);
  });
}
