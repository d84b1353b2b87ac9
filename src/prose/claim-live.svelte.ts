import { duration } from '#model/format.ts';
import { pageState } from '#state/page-state.svelte.ts';
import type { Setting, Value } from '#state/quantity.ts';
import type { View } from '#state/view.svelte.ts';
import { type World, type WorldKey, worldSettings } from '#state/world.ts';
import { type Break, bounded, breakOf, readClaim } from './claim.ts';

type WorldView = View<typeof worldSettings>;

const names: Record<WorldKey, string> = {
  doubling: 'the doubling time',
  lead: 'the lead time',
  commit: 'the commitment',
};

/** "What is struck out holds while the lead time is over 11 months." */
function whereItHolds(along: WorldKey, found: Break | null): string {
  if (found === null) return `No change of ${names[along]} alone would make what is struck out true here.`;
  const side = found.holdsAbove ? 'over' : 'under';
  return `What is struck out holds while ${names[along]} is ${side} ${duration(found.value)}.`;
}

/** The world as the last commit left it. Words turn when a hand lets go, so that no line moves under it. */
function settledWorld(): World {
  void pageState.commits;
  return worldOf((key) => pageState.settled(key, worldSettings[key]));
}

function worldOf(value: (key: WorldKey) => Value): World {
  return bounded({
    doubling: Number(value('doubling')),
    lead: Number(value('lead')),
    commit: Number(value('commit')),
  });
}

/** Whether a widget's own setting is another than the essay's. */
function isChanged(key: string | undefined, value: (key: string, setting: Setting) => Value): boolean {
  const setting = key === undefined ? undefined : pageState.setting(key);
  return key !== undefined && setting !== undefined && value(key, setting) !== setting.default;
}

/**
 * Lets a claim in prose turn over in the reader's world: its words struck, its negation in their place, and
 * a way to where it holds. Returns what is to be said aloud of it after a commit; null while nothing turned.
 */
export function watchClaim(element: HTMLElement, world: WorldView): () => string | null {
  const { holds = '', along = '', otherwise = '', unless, then = '' } = element.dataset;
  const claim = readClaim(holds, along);
  const quantity = worldSettings[claim.along];
  const words = element.textContent?.trim() ?? '';
  const turned = document.createElement('span');
  const where = document.createElement('span');
  const go = document.createElement('button');
  turned.className = 'turned';
  where.className = 'where';
  go.type = 'button';
  go.className = 'quiet';
  element.tabIndex = -1;

  const now = $derived(settledWorld());
  const spoiled = $derived.by(() => {
    void pageState.commits;
    return isChanged(unless, (key, setting) => pageState.settled(key, setting));
  });
  const holdsHere = $derived(claim.holds(now));
  const isTrue = $derived(holdsHere && !spoiled);
  const found = $derived(holdsHere ? null : breakOf(claim, now));
  const instead = $derived(holdsHere ? then : `${otherwise} ${whereItHolds(claim.along, found)}`);

  function back(): void {
    const setting = unless === undefined ? undefined : pageState.setting(unless);
    if (found !== null) world.set(claim.along, found.shown);
    else if (unless !== undefined && setting !== undefined) pageState.set({ [unless]: setting.default });
    world.commit();
    // The button goes; whoever pressed it stays with the sentence.
    element.focus({ preventScroll: true });
  }
  go.addEventListener('click', back);
  // The words are the server's markup, outside any component.
  $effect(() => {
    element.classList.toggle('broken', !isTrue);
    if (isTrue) {
      turned.remove();
      return;
    }
    turned.replaceChildren(` ${holdsHere ? then : otherwise} `, where);
    where.textContent = holdsHere ? '' : `${whereItHolds(claim.along, found)} `;
    if (found !== null) go.textContent = `Take me to ${quantity.format(found.shown)}`;
    else if (holdsHere) go.textContent = 'Take that back';
    if (found !== null || holdsHere) where.append(go);
    element.append(turned);
  });

  let last =
    claim.holds(worldOf((key) => pageState.arrived(key, worldSettings[key]))) &&
    !isChanged(unless, (key, setting) => pageState.arrived(key, setting));
  return () => {
    if (isTrue === last) return null;
    last = isTrue;
    return isTrue ? `True again: ${words}` : `No longer true: ${words} Instead: ${instead}`;
  };
}
