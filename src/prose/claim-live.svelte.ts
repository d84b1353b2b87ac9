import { duration } from '#model/format.ts';
import { pageState } from '#state/page-state.svelte.ts';
import type { View } from '#state/view.svelte.ts';
import { type WorldKey, worldSettings } from '#state/world.ts';
import { type Break, breakOf, moved, readClaim } from './claim.ts';

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

/**
 * Lets a claim in prose turn over in the reader's world: its words struck, its negation in their place, and
 * a way to where it holds. Returns what is to be said aloud of it after a commit; null while nothing turned.
 */
export function watchClaim(element: HTMLElement, world: WorldView): () => string | null {
  const { holds = '', along = '', otherwise = '' } = element.dataset;
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

  const isTrue = $derived(claim.holds(world.current));
  const found = $derived(isTrue ? null : breakOf(claim, world.current));
  const wherever = $derived(whereItHolds(claim.along, found));

  go.addEventListener('click', () => {
    if (found === null) return;
    world.set(claim.along, found.shown);
    world.commit();
  });
  // The words are the server's markup, outside any component.
  $effect(() => {
    element.classList.toggle('broken', !isTrue);
    if (isTrue) {
      turned.remove();
      return;
    }
    turned.replaceChildren(` ${otherwise} `, where);
    where.textContent = `${wherever} `;
    if (found !== null) {
      go.textContent = `Take me to ${quantity.format(found.shown)}`;
      where.append(go);
    }
    element.append(turned);
  });

  const settled = (key: WorldKey) => Number(pageState.settled(key, worldSettings[key]));
  let last = claim.holds(
    moved(
      { doubling: settled('doubling'), lead: settled('lead'), commit: settled('commit') },
      'lead',
      settled('lead'),
    ),
  );
  return () => {
    if (isTrue === last) return null;
    last = isTrue;
    return isTrue ? `True again: ${words}` : `No longer true: ${words} Instead: ${otherwise} ${wherever}`;
  };
}
