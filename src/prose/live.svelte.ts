import { guesses } from '#state/guesses.svelte.ts';
import { pageState } from '#state/page-state.svelte.ts';
import { View } from '#state/view.svelte.ts';
import { type Result, type ResultId, worldResults, worldSettings } from '#state/world.ts';
import { scrub } from './scrub.svelte.ts';

const world = new View(worldSettings);

/** Makes a page's prose answer: its numbers drag the world, follow it and open. */
export function enliven(root: ParentNode): void {
  const each = (selector: string) => root.querySelectorAll<HTMLElement>(selector);
  world.connect({ tells: false });
  $effect.root(() => {
    for (const element of each('[data-scrub]')) scrub(element, world);
    for (const element of root.querySelectorAll<HTMLDataElement>('data[data-value]')) value(element);
    for (const element of each('[data-fact]')) fact(element);
    for (const element of each('[data-guess]')) remember(element);
    whenReaders(root, async () => (await import('./yours.svelte.ts')).enlivenYours(root, world));
  });
}

/** As long as the page is the essay's own, nothing of it can turn over. Nothing wakes while a hand moves. */
function whenReaders(root: ParentNode, wake: () => Promise<void>): void {
  let awake = false;
  $effect(() => {
    if (awake || pageState.isMoving || (pageState.isEssays && !asksOfAFigure(root))) return;
    awake = true;
    // Figures that sleep wake: see `client:near`.
    document.dispatchEvent(new Event('yours'));
    void wake();
  });
}

/** Whether the address sets something of a figure's own, which only the figure can read. */
function asksOfAFigure(root: ParentNode): boolean {
  const figures = [...root.querySelectorAll('figure[id]')].map(({ id }) => `${id}.`);
  return [...new URLSearchParams(location.search).keys()].some((key) =>
    figures.some((each) => key.startsWith(each)),
  );
}

function isResult(id: string): id is ResultId {
  return Object.hasOwn(worldResults, id);
}

function value(element: HTMLDataElement): void {
  const { value: id = '', at, live } = element.dataset;
  if (!isResult(id)) return;
  const result: Result = worldResults[id];
  opens(element, async () => (await import('./open.ts')).openValue(element, id, world.current, at));
  if (live === undefined) return;
  const now = $derived(result.of(world.current));
  // The words are the server's markup, outside any component.
  $effect(() => {
    element.value = String(now);
    element.textContent = result.format(now);
  });
}

function fact(element: HTMLElement): void {
  const { fact: id = '' } = element.dataset;
  opens(element, async () => (await import('./open.ts')).openFact(element, id));
}

/** A press, Enter or Space opens it. */
function opens(element: HTMLElement, open: () => Promise<void>): void {
  element.setAttribute('role', 'button');
  element.setAttribute('aria-haspopup', 'dialog');
  element.tabIndex = 0;
  element.addEventListener('click', () => void open());
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    void open();
  });
}

/** What the reader guessed, once they have; until then no words are needed for it. */
function remember(element: HTMLElement): void {
  const { guess: id = '', was } = element.dataset;
  $effect(() => {
    const guess = guesses.of(id) ?? null;
    element.closest('p')?.classList.toggle('veiled', guesses.asked === id);
    if (guess === null) element.textContent = '';
    else
      void import('./guessed.ts').then(({ said }) => {
        element.textContent = `${said(id, guess, Number(was))} `;
      });
  });
}
