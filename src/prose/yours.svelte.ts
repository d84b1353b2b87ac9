import { pageState } from '#state/page-state.svelte.ts';
import type { View } from '#state/view.svelte.ts';
import type { worldSettings } from '#state/world.ts';
import { watchClaim } from './claim-live.svelte.ts';

/** Long enough for a key that repeats to end in one sentence. */
const SPEAK_AFTER_MS = 400;

/** What a page does once its numbers are the reader's: its claims can turn over, and there is a way back. */
export function enlivenYours(root: ParentNode, world: View<typeof worldSettings>): void {
  $effect.root(() => {
    for (const element of root.querySelectorAll<HTMLElement>('[data-yours]')) bar(element);
    const claims = [...root.querySelectorAll<HTMLElement>('[data-holds]')].map((element) =>
      watchClaim(element, world),
    );
    if (claims.length > 0) announce(claims);
  });
}

/** What undoes, redoes and resets for the whole page, as long as there is something to. */
function bar(element: HTMLElement): void {
  const take = { undo: () => pageState.undo(), redo: () => pageState.redo(), reset: () => pageState.reset() };
  const can = {
    undo: () => pageState.canUndo,
    redo: () => pageState.canRedo,
    reset: () => !pageState.isEssays,
  };
  $effect(() => {
    element.hidden = pageState.isEssays && !pageState.canRedo;
  });
  for (const name of ['undo', 'redo', 'reset'] as const) {
    const button = element.querySelector<HTMLButtonElement>(`[data-${name}]`);
    button?.addEventListener('click', () => can[name]() && take[name]());
    $effect(() => button?.setAttribute('aria-disabled', String(!can[name]())));
  }
}

/** Says once a commit which claims turned over. */
function announce(claims: readonly (() => string | null)[]): void {
  const said = document.createElement('p');
  said.className = 'visually-hidden';
  said.setAttribute('aria-live', 'polite');
  document.body.append(said);
  let speaking: ReturnType<typeof setTimeout> | undefined;
  $effect(() => {
    if (pageState.commits === 0) return;
    clearTimeout(speaking);
    speaking = setTimeout(() => {
      said.textContent = claims.flatMap((claim) => claim() ?? []).join(' ');
    }, SPEAK_AFTER_MS);
  });
}
