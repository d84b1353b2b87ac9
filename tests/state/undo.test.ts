import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PageState } from '#state/page-state.svelte.ts';
import { type StateOf, type Value, valueAt } from '#state/quantity.ts';
import { defaultsOf, View } from '#state/view.svelte.ts';
import { worldSettings } from '#state/world.ts';
import { fc, from } from '../model/properties.ts';
import { scale } from './scale.ts';

const settings = { ...worldSettings, scale };
type State = StateOf<typeof settings>;

const ORIGIN = 'https://essay.test/';
let href = ORIGIN;

function goTo(rest: string): void {
  href = new URL(rest, ORIGIN).href;
}

beforeEach(() => {
  goTo('');
  vi.stubGlobal('location', {
    get href() {
      return href;
    },
    get search() {
      return new URL(href).search;
    },
  });
  vi.stubGlobal('history', {
    state: null,
    replaceState(_state: unknown, _title: string, url: URL) {
      href = url.href;
    },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const newPage = () => new PageState({ usesAddress: true });

function connected(page = newPage(), prefix = '') {
  const view = new View(settings, page, prefix);
  view.connect();
  return { page, view };
}

/** A view on a fresh page at an address. */
function at(query: string) {
  goTo(query);
  return connected();
}

/** Sets one value and lets go. */
function change(view: View<typeof settings>, key: keyof State, value: Value): void {
  view.set(key, value);
  view.commit();
}

/** The address without the order of its parameters. */
const addressed = () => Object.fromEntries(new URL(href).searchParams);

/** All undos there are, and how many. */
function undoAll(page: PageState): number {
  let steps = 0;
  for (; page.canUndo; steps++) page.undo();
  return steps;
}

const anyState: fc.Arbitrary<State> = fc
  .record({
    doubling: from(0, 1),
    lead: from(0, 1),
    commit: from(0, 1),
    scale: fc.constantFrom('log' as const, 'linear' as const),
  })
  .map((at) => {
    const lead = valueAt(worldSettings.lead, worldSettings.lead.max, at.lead);
    return {
      doubling: valueAt(worldSettings.doubling, worldSettings.doubling.max, at.doubling),
      lead,
      commit: valueAt(worldSettings.commit, lead, at.commit),
      scale: at.scale,
    };
  });

/** What is taken by name may leave out anything. */
const anyNamedState: fc.Arbitrary<Partial<State>> = fc.record(
  {
    doubling: anyState.map(({ doubling }) => doubling),
    lead: anyState.map(({ lead }) => lead),
    scale: anyState.map(({ scale }) => scale),
  },
  { requiredKeys: [] },
);

const anyKeys = fc.subarray(['doubling', 'lead', 'commit', 'scale'], { minLength: 1 });

type Act = (view: View<typeof settings>, page: PageState) => void;

/** Whatever lets go at its end. */
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom('doubling', 'lead', 'commit'), from(0, 1)).map(moveTo) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('log', 'linear').map(
      (value): Act =>
        (view) =>
          change(view, 'scale', value),
    ),
  },
  anyKeys.map(
    (keys): Act =>
      (view) =>
        view.reset(keys),
  ),
  anyNamedState.map(
    (state): Act =>
      (view) =>
        view.take(state),
  ),
  fc.constant<Act>((view) => view.commit()),
  fc.constant<Act>((_view, page) => page.reset()),
);

function moveTo([key, position]: ['doubling' | 'lead' | 'commit', number]): Act {
  return (view) => {
    const quantity = worldSettings[key];
    view.hold();
    view.set(key, valueAt(quantity, view.maxOf(quantity), position / 2));
    view.set(key, valueAt(quantity, view.maxOf(quantity), position));
    view.commit();
  };
}

/** A page that was opened at a state, by its address. */
function openedAt(state: State) {
  goTo('?utm=a');
  connected().view.take(state);
  return connected();
}

describe('undo', () => {
  test('inverts every committed change in turn, address included, and redo brings each back', () => {
    fc.assert(
      fc.property(anyState, fc.array(anyAct, { maxLength: 20 }), (start, acts) => {
        const { view, page } = openedAt(start);
        const now = () => ({ current: view.current, address: addressed() });
        const states = [now()];
        for (const act of acts) {
          act(view, page);
          const state = now();
          if (JSON.stringify(state.current) !== JSON.stringify(states.at(-1)?.current)) states.push(state);
        }

        for (const earlier of states.slice(0, -1).reverse()) {
          expect(page.canUndo).toBe(true);
          page.undo();
          expect(now()).toEqual(earlier);
        }
        expect(page.canUndo).toBe(false);
        expect(view.current).toEqual(start);

        for (const later of states.slice(1)) {
          expect(page.canRedo).toBe(true);
          page.redo();
          expect(now()).toEqual(later);
        }
        expect(page.canRedo).toBe(false);
      }),
    );
  });

  test('a page just opened has nothing to undo or redo, and trying changes nothing', () => {
    const { view, page } = at('?lead=3y');
    expect([page.canUndo, page.canRedo]).toEqual([false, false]);
    page.undo();
    page.redo();
    expect(view.number('lead')).toBe(3);
    expect(addressed()).toEqual({ lead: '3y' });
  });

  test('a commit that changes nothing is no step, and keeps what was undone', () => {
    const { view, page } = at('?lead=3y');
    view.commit();
    change(view, 'lead', 3);
    view.reset(['doubling', 'scale']);
    expect(page.canUndo).toBe(false);
    change(view, 'lead', 4);
    page.undo();
    view.commit();
    expect(page.canRedo).toBe(true);
    page.redo();
    expect(view.number('lead')).toBe(4);
  });

  test('goes back two hundred steps and no further, and what the page came with is known still', () => {
    const { view, page } = at('?lead=3y');
    const leads = Array.from({ length: 300 }, (_, index) => (index % 2 ? 2 : 4));
    for (const lead of leads) change(view, 'lead', lead);
    expect(page.arrived('lead', worldSettings.lead)).toBe(3);
    expect(undoAll(page)).toBe(200);
    expect(view.number('lead')).toBe(2);
    expect(page.arrived('lead', worldSettings.lead)).toBe(3);
    while (page.canRedo) page.redo();
    expect(view.number('lead')).toBe(2);
    expect(undoAll(page)).toBe(200);
  });

  test('a new commit forgets what was undone', () => {
    const { view, page } = at('');
    change(view, 'lead', 3);
    change(view, 'lead', 4);
    page.undo();
    page.undo();
    expect(page.canRedo).toBe(true);
    change(view, 'doubling', 1);
    expect(page.canRedo).toBe(false);
    page.redo();
    expect(view.current).toEqual({ ...defaultsOf(settings), doubling: 1 });
    expect(undoAll(page)).toBe(1);
    expect(view.isEssays).toBe(true);
  });

  test('brings back what a change pressed down', () => {
    const { view, page } = at('?lead=4y&commit=3y');
    change(view, 'lead', 1);
    expect(view.number('commit')).toBe(1);
    page.undo();
    expect([view.number('lead'), view.number('commit')]).toEqual([4, 3]);
    page.redo();
    expect([view.number('lead'), view.number('commit')]).toEqual([1, 1]);
  });

  test('is the page’s: what was changed last, in any figure, comes back first', () => {
    const { page, view: one } = connected(newPage(), 'one.');
    const { view: other } = connected(page, 'other.');
    change(one, 'scale', 'linear');
    change(other, 'scale', 'linear');
    change(one, 'lead', 3);
    page.undo();
    expect(other.current).toEqual({ ...defaultsOf(settings), scale: 'linear' });
    other.page.undo();
    expect([one.value('scale'), other.value('scale')]).toEqual(['linear', 'log']);
    one.page.undo();
    expect(one.isEssays && other.isEssays).toBe(true);
    expect(addressed()).toEqual({});
  });

  test('leaves foreign keys and the hash of the address alone', () => {
    const { view, page } = at('?utm=a&flag#when-the-clocks-meet');
    change(view, 'lead', 3);
    page.undo();
    expect(addressed()).toEqual({ utm: 'a', flag: '' });
    page.redo();
    expect(addressed()).toEqual({ utm: 'a', flag: '', lead: '3y' });
    expect(new URL(href).hash).toBe('#when-the-clocks-meet');
  });

  test('takes the notices of the address with it', () => {
    const { view, page } = at('?lead=soon');
    view.set('scale', 'linear');
    page.undo();
    expect(view.notices).toHaveLength(1);
    view.commit();
    page.undo();
    expect(view.notices).toEqual([]);
  });
});

describe('where undo ends', () => {
  test('is what the address asked for', () => {
    const { view, page } = at('?lead=3y&commit=1y&scale=linear');
    const asked = view.current;
    change(view, 'lead', 5);
    change(view, 'scale', 'log');
    page.reset();
    expect(undoAll(page)).toBe(3);
    expect(view.current).toEqual(asked);
    expect(addressed()).toEqual({ lead: '3y', commit: '1y', scale: 'linear' });
  });

  test('is what the address asked for also of a figure that wakes after some commits', () => {
    goTo('?lead=3y&late.scale=linear');
    const { page, view: early } = connected(newPage(), 'early.');
    change(early, 'lead', 4);
    change(early, 'scale', 'linear');
    page.undo();
    const { view: late } = connected(page, 'late.');
    expect(late.value('scale')).toBe('linear');
    page.redo();
    expect([early.value('scale'), late.value('scale')]).toEqual(['linear', 'linear']);
    change(late, 'scale', 'log');
    expect(undoAll(page)).toBe(3);
    expect(late.current).toEqual({ ...defaultsOf(settings), lead: 3, scale: 'linear' });
    expect(early.value('scale')).toBe('log');
    expect(addressed()).toEqual({ lead: '3y', 'late.scale': 'linear' });
  });

  test('does not move when a figure wakes', () => {
    fc.assert(
      fc.property(
        anyState,
        fc.array(anyAct, { maxLength: 6 }),
        fc.array(anyAct, { maxLength: 6 }),
        (start, before, after) => {
          goTo('');
          connected(newPage(), 'late.').view.take(start);
          const { page, view: early } = connected(newPage(), 'early.');
          for (const act of before) act(early, page);
          const { view: late } = connected(page, 'late.');
          expect(late.current).toEqual({ ...early.current, scale: start.scale });
          for (const act of after) act(late, page);
          undoAll(page);
          expect(late.current).toEqual(start);
          expect(early.current).toEqual({ ...start, scale: 'log' });
        },
      ),
    );
  });
});

describe('the essay’s reset', () => {
  test('brings every declared key home in one step, which can be undone', () => {
    fc.assert(
      fc.property(anyState, anyState, (one, other) => {
        goTo('?utm=a');
        const { page, view } = connected(newPage(), 'one.');
        const { view: second } = connected(page, 'other.');
        view.take(one);
        change(second, 'scale', other.scale);
        const before = [view.current, second.current, addressed()];
        const wasEssays = page.isEssays;
        page.reset();
        expect(page.isEssays && view.isEssays && second.isEssays).toBe(true);
        expect(addressed()).toEqual({ utm: 'a' });
        if (wasEssays) return;
        page.undo();
        expect([view.current, second.current, addressed()]).toEqual(before);
      }),
    );
  });

  test('of an essay that nobody touched is no step', () => {
    const { page } = at('?utm=a');
    page.reset();
    expect(page.canUndo).toBe(false);
  });

  test('of what the address asked for can be undone too', () => {
    const { page, view } = at('?lead=3y');
    page.reset();
    expect(addressed()).toEqual({});
    page.undo();
    expect(view.number('lead')).toBe(3);
    expect(addressed()).toEqual({ lead: '3y' });
  });
});

describe('a named state', () => {
  test('is set, with everything it does not name as in the essay, in one step', () => {
    fc.assert(
      fc.property(anyState, anyNamedState, (start, named) => {
        const { page, view } = openedAt(start);
        view.take(named);
        const taken = { ...defaultsOf(settings), ...named };
        expect(view.current).toEqual(taken);
        expect(undoAll(page)).toBe(JSON.stringify(taken) === JSON.stringify(start) ? 0 : 1);
        expect(view.current).toEqual(start);
      }),
    );
  });

  test('of one figure leaves the keys of another alone', () => {
    const { page, view: one } = connected(newPage(), 'one.');
    const { view: other } = connected(page, 'other.');
    change(other, 'scale', 'linear');
    one.take({ lead: 3 });
    expect(other.current).toEqual({ ...defaultsOf(settings), lead: 3, scale: 'linear' });
  });
});

describe('a card that stands alone', () => {
  test('has an undo of its own, and neither reads nor writes the address', () => {
    const { page, view } = at('?lead=3y');
    change(view, 'lead', 4);
    vi.stubGlobal('location', undefined);
    vi.stubGlobal('history', undefined);
    const { page: itsPage, view: card } = connected(new PageState({ usesAddress: false }));
    expect(itsPage.canUndo).toBe(false);
    change(card, 'lead', 1);
    change(card, 'scale', 'linear');
    card.page.undo();
    expect(card.current).toEqual({ ...defaultsOf(settings), lead: 1 });
    expect(undoAll(itsPage)).toBe(1);
    expect(card.isEssays).toBe(true);
    itsPage.redo();
    expect(card.number('lead')).toBe(1);
    expect(page.canRedo).toBe(false);
    expect(view.number('lead')).toBe(4);
    expect(addressed()).toEqual({ lead: '4y' });
  });
});

test('what an address asked for beyond its limit was never there: no step leads back to it', () => {
  const { page, view } = at('?lead=2y&commit=5y');
  view.commit();
  expect(page.canUndo).toBe(false);
  change(view, 'lead', 4);
  expect(view.number('commit')).toBe(2);
  page.undo();
  expect([view.number('lead'), view.number('commit')]).toEqual([2, 2]);
});

describe('a drag', () => {
  test('holds off undo and redo, from whichever figure they come, until the hand lets go', () => {
    const { page, view } = at('');
    change(view, 'lead', 4);
    view.hold();
    view.set('lead', 1);
    page.undo();
    expect(view.number('lead')).toBe(1);
    view.cancel();
    page.undo();
    expect(view.number('lead')).toBe(2);
    view.hold();
    page.redo();
    expect(view.number('lead')).toBe(2);
    view.commit();
    page.redo();
    expect(view.number('lead')).toBe(4);
  });

  test('that is cancelled is no step, and keeps what was undone', () => {
    const { page, view } = at('?lead=4y&commit=3y');
    change(view, 'doubling', 1);
    page.undo();
    const before = view.current;
    view.hold();
    view.set('lead', 1);
    view.set('doubling', 2);
    view.cancel();
    view.commit();
    expect(view.current).toEqual(before);
    expect([page.canUndo, page.canRedo]).toEqual([false, true]);
  });

  test('that ends is one step, however far it went', () => {
    const { page, view } = at('?lead=4y&commit=3y');
    view.hold();
    for (const lead of [3, 1, 2.5]) view.set('lead', lead);
    view.commit();
    expect(undoAll(page)).toBe(1);
    expect([view.number('lead'), view.number('commit')]).toEqual([4, 3]);
  });

  test('that ends where it began is no step', () => {
    const { page, view } = at('?lead=4y&commit=3y');
    view.hold();
    for (const lead of [3, 1, 4]) view.set('lead', lead);
    view.commit();
    expect(page.canUndo).toBe(false);
    expect(view.number('commit')).toBe(3);
  });
});

describe('the address', () => {
  test('holds every state that can be reached: a fresh page reads the same', () => {
    fc.assert(
      fc.property(anyState, fc.array(anyAct, { maxLength: 10 }), fc.nat(12), (start, acts, undos) => {
        const { page, view } = openedAt(start);
        for (const act of acts) act(view, page);
        for (let count = 0; count < undos; count++) page.undo();
        const { page: again, view: reader } = connected();
        expect(reader.current).toEqual(view.current);
        expect(reader.notices).toEqual([]);
        expect(again.canUndo).toBe(false);
        expect(again.isEssays).toBe(page.isEssays);
      }),
    );
  });
});
