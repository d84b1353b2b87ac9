import { flushSync } from 'svelte';
import { toStore } from 'svelte/store';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { multipleOrNone } from '#state/multiple.ts';
import { PageState } from '#state/page-state.svelte.ts';
import { stepBy, valueAt } from '#state/quantity.ts';
import { defaultsOf, View } from '#state/view.svelte.ts';
import { essayWorld, worldSettings } from '#state/world.ts';
import { fc, from } from '../model/properties.ts';
import { scale } from './scale.ts';

const settings = {
  ...worldSettings,
  ceiling: multipleOrNone({
    key: 'ceiling',
    label: 'Levels off at',
    tone: 'demand',
    min: 2,
    max: 1e6,
    evidence: { value: 1e6, marks: [] },
  }),
  scale,
};

const ORIGIN = 'https://essay.test/';
/** The page's address, and how often it was written. */
let href = ORIGIN;
let writes = 0;

function goTo(rest: string): void {
  href = new URL(rest, ORIGIN).href;
}

beforeEach(() => {
  goTo('');
  writes = 0;
  vi.stubGlobal('location', {
    get href() {
      return href;
    },
    get search() {
      return new URL(href).search;
    },
  });
  vi.stubGlobal('history', {
    state: { scroll: 7 },
    replaceState(state: unknown, _title: string, url: URL) {
      expect(state).toEqual({ scroll: 7 });
      href = url.href;
      writes++;
    },
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function connected(page = new PageState({ usesAddress: true }), prefix = '') {
  const view = new View(settings, page, prefix);
  view.connect();
  return view;
}

/** A view on a fresh page at an address. */
function at(query: string) {
  goTo(query);
  return connected();
}

const parametersOf = (address: string) => [...new URL(address).searchParams];

describe('a page and the figures on it', () => {
  test('without a word in the address, everything is as the essay says', () => {
    const view = at('');
    expect(view.current).toEqual(defaultsOf(settings));
    expect(view.isEssays).toBe(true);
    expect(view.notices).toEqual([]);
  });

  test('two figures of one page share the world and nothing else', () => {
    const page = new PageState({ usesAddress: true });
    const [one, other] = [connected(page, 'one.'), connected(page, 'other.')];
    for (const [key, value] of Object.entries({
      doubling: 1,
      lead: 3,
      commit: 2,
      ceiling: 50,
      scale: 'linear',
    }))
      one.set(key, value);
    expect(other.current).toEqual({ ...defaultsOf(settings), doubling: 1, lead: 3, commit: 2 });
    one.commit();
    expect(parametersOf(href)).toEqual([
      ['doubling', '1y'],
      ['lead', '3y'],
      ['commit', '2y'],
      ['one.ceiling', '50x'],
      ['one.scale', 'linear'],
    ]);
  });

  test('whoever watches one figure sees what is changed in another', () => {
    const page = new PageState({ usesAddress: true });
    const [one, other] = [connected(page, 'one.'), connected(page, 'other.')];
    const seen: number[] = [];
    const stop = toStore(() => other.number('commit')).subscribe((value) => seen.push(value));
    one.set('commit', 2);
    flushSync();
    one.set('lead', 1);
    flushSync();
    one.set('scale', 'linear');
    flushSync();
    stop();
    expect(seen).toEqual([0, 2, 1]);
  });

  test('a figure out of sight waits until a hand elsewhere rests or lets go, and then has it all', () => {
    vi.useFakeTimers();
    const page = new PageState({ usesAddress: true });
    const [inHand, unseen] = [connected(page), connected(page, 'second.')];
    unseen.isSeen = false;
    const both = () => [inHand, unseen].map(({ current }) => current.doubling);
    const start = unseen.current.doubling;
    inHand.hold();
    inHand.set('doubling', 2);
    expect(both()).toEqual([2, start]);
    vi.runAllTimers();
    expect(both()).toEqual([2, 2]);
    inHand.set('doubling', 3);
    expect(both()).toEqual([3, 2]);
    inHand.commit();
    expect(both()).toEqual([3, 3]);
    inHand.hold();
    inHand.set('doubling', 4);
    inHand.cancel();
    expect(both()).toEqual([3, 3]);
  });

  test('a figure out of sight goes with its own hand, and a figure come into sight with any', () => {
    const page = new PageState({ usesAddress: true });
    const [inHand, other] = [connected(page), connected(page, 'second.')];
    inHand.isSeen = other.isSeen = false;
    inHand.hold();
    inHand.set('lead', 5);
    expect(inHand.current.lead).toBe(5);
    other.isSeen = true;
    inHand.set('lead', 4);
    expect(other.current.lead).toBe(4);
  });

  test('a figure out of sight that is changed without being held keeps the change', () => {
    const unseen = connected();
    unseen.isSeen = false;
    expect(unseen.current.scale).toBe('log');
    unseen.pick(settings.scale, 'linear');
    unseen.commit();
    expect(unseen.current.scale).toBe('linear');
  });

  test('what another figure changes for itself alone changes nothing here', () => {
    const page = new PageState({ usesAddress: true });
    const [one, other] = [connected(page), connected(page, 'second.')];
    const before = one.current;
    other.set('ceiling', 10);
    expect(one.current).toBe(before);
  });

  test('a card that stands alone shares nothing, and neither reads nor writes the address', () => {
    goTo('?lead=3y&scale=linear');
    const page = connected();
    vi.stubGlobal('location', undefined);
    vi.stubGlobal('history', undefined);
    const card = connected(new PageState({ usesAddress: false }));
    expect(card.current).toEqual(defaultsOf(settings));
    card.set('lead', 1);
    card.commit();
    expect(card.number('lead')).toBe(1);
    expect(page.number('lead')).toBe(3);
    card.reset();
    expect(card.isEssays).toBe(true);
  });

  test('a figure that wakes late finds the world as the reader has set it, and its own keys in the address', () => {
    const page = new PageState({ usesAddress: true });
    goTo('?late.scale=linear&lead=3y');
    const early = connected(page, 'early.');
    early.set('lead', 1);
    const late = connected(page, 'late.');
    expect(late.number('lead')).toBe(1);
    expect(late.value('scale')).toBe('linear');
    expect(late.notices).toEqual([]);
  });
});

describe('the address', () => {
  test('holds what differs from the essay, leaves other keys and the hash alone, and loses its own on reset', () => {
    const view = at('?utm=a%20b&lead=3y&doubling=7mo&flag#when-the-clocks-meet');
    view.set('commit', 1);
    view.commit();
    expect(new URL(href).hash).toBe('#when-the-clocks-meet');
    expect(parametersOf(href)).toEqual([
      ['utm', 'a b'],
      ['lead', '3y'],
      ['flag', ''],
      ['commit', '1y'],
    ]);
    view.reset();
    expect(parametersOf(href)).toEqual([
      ['utm', 'a b'],
      ['flag', ''],
    ]);
    expect(view.isEssays).toBe(true);
  });

  test('is written on commit only, and only when it changes', () => {
    const view = at('?lead=3y');
    view.hold();
    view.set('lead', 4);
    view.set('lead', 3);
    expect(writes).toBe(0);
    view.commit();
    expect(writes).toBe(0);
    view.set('lead', 4);
    view.commit();
    expect(writes).toBe(1);
  });

  test('one quantity can be reset, and the others stay', () => {
    const view = at('?lead=3y&commit=1y&scale=linear');
    view.reset(['lead']);
    expect(parametersOf(href)).toEqual([
      ['commit', '1y'],
      ['scale', 'linear'],
    ]);
  });

  test('of a figure with a name before its keys leaves the bare ones of its own alone', () => {
    goTo('?scale=linear');
    const view = connected(new PageState({ usesAddress: true }), 'one.');
    expect(view.value('scale')).toBe('log');
    view.reset();
    expect(parametersOf(href)).toEqual([['scale', 'linear']]);
  });
});

describe('commitment never exceeds the lead time', () => {
  test('asking for five years of two shows two, and says so', () => {
    const view = at('?commit=5y&lead=2y');
    expect(view.number('commit')).toBe(2);
    expect(view.notices).toHaveLength(1);
    expect(view.notices[0]?.text).toContain('commit=5y');
    expect(view.notices[0]?.text).toContain('2 years is shown');
  });

  test('asking for more than there ever is quotes what was asked', () => {
    const view = at('?commit=9y&lead=2y');
    expect(view.number('commit')).toBe(2);
    expect(view.notices).toHaveLength(1);
    expect(view.notices[0]?.text).toContain('commit=9y');
    expect(view.notices[0]?.text).toContain('2 years is shown');
  });

  test('pressed down by a hand it comes back as long as the hand holds, and stays down once let go', () => {
    const view = at('?lead=4y&commit=3y');
    view.hold();
    view.set('lead', 1);
    expect(view.number('commit')).toBe(1);
    view.set('lead', 3.5);
    expect(view.number('commit')).toBe(3);
    view.set('lead', 2);
    view.commit();
    view.set('lead', 4);
    expect(view.number('commit')).toBe(2);
    view.commit();
    expect(Object.fromEntries(parametersOf(href))).toEqual({ lead: '4y', commit: '2y' });
  });

  test('whatever hands, keys and resets do, in any order', () => {
    const act = fc.record({
      what: fc.constantFrom('hold', 'drag', 'press', 'commit', 'cancel', 'reset'),
      key: fc.constantFrom('lead', 'commit', 'doubling'),
      position: from(0, 1),
      steps: fc.integer({ min: -8, max: 8 }),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const view = at('');
        for (const { what, key, position, steps } of acts) {
          const quantity = worldSettings[key as keyof typeof worldSettings];
          const max = view.maxOf(quantity);
          if (what === 'drag') view.set(key, valueAt(quantity, max, position));
          else if (what === 'press') {
            view.set(key, stepBy(quantity, max, view.number(key), steps));
            view.commit();
          } else if (what === 'reset') view.reset([key]);
          else if (what === 'hold') view.hold();
          else if (what === 'commit') view.commit();
          else view.cancel();

          const { lead, commit, doubling } = view.current;
          expect(commit).toBeGreaterThanOrEqual(0);
          expect(commit).toBeLessThanOrEqual(lead);
          expect(doubling).toBeGreaterThanOrEqual(worldSettings.doubling.min);
        }
        view.commit();
        expect(connected().current).toEqual(view.current);
      }),
    );
  });
});

describe('a drag', () => {
  test('leaves a ghost where it began, until the hand lets go', () => {
    const view = at('?lead=3y');
    expect(view.held).toBeNull();
    view.hold();
    view.set('lead', 4);
    view.hold();
    view.set('lead', 5);
    expect(view.held?.lead).toBe(3);
    expect(view.current.lead).toBe(5);
    view.commit();
    expect(view.held).toBeNull();
  });

  test('that is cancelled restores everything, what it pressed down too, and writes nothing', () => {
    const view = at('?lead=4y&commit=3y');
    const before = view.current;
    view.hold();
    view.set('lead', 1);
    view.set('doubling', 2);
    view.cancel();
    expect(view.current).toEqual(before);
    expect(view.held).toBeNull();
    expect(writes).toBe(0);
  });

  test('cancelling without a drag changes nothing', () => {
    const view = at('?lead=4y');
    view.set('lead', 5);
    view.cancel();
    expect(view.number('lead')).toBe(5);
  });
});

describe('no query can break the page', () => {
  const key = fc.oneof(
    fc.constantFrom(
      'doubling',
      'lead',
      'commit',
      'ceiling',
      'scale',
      'one.ceiling',
      '__proto__',
      'constructor',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.stringMatching(/^-?\d{0,3}\.?\d{0,3}(y|mo|d|x)?$/),
    fc.constantFrom('none', 'linear', 'log', 'NaN', '%', '%E0%A4%A', '+', '&', '=', '#'),
  );
  const query = fc.oneof(
    fc.array(fc.tuple(key, value), { maxLength: 8 }).map((pairs) => `?${new URLSearchParams(pairs)}`),
    fc
      .array(fc.tuple(key, value), { maxLength: 8 })
      .map((pairs) => `?${pairs.map(([name, text]) => `${name}=${text}`).join('&')}`),
    fc.string({ unit: 'binary', maxLength: 80 }).map((text) => `?${text}`),
  );

  test('every state is in range, every notice is a sentence, and a commit writes what reads back the same', () => {
    fc.assert(
      fc.property(query, fc.constantFrom('', 'one.'), (text, prefix) => {
        goTo(text);
        const view = connected(new PageState({ usesAddress: true }), prefix);
        const { doubling, lead, commit, ceiling, scale: axis } = view.current;
        expect(doubling >= worldSettings.doubling.min && doubling <= worldSettings.doubling.max).toBe(true);
        expect(lead >= worldSettings.lead.min && lead <= worldSettings.lead.max).toBe(true);
        expect(commit >= 0 && commit <= lead).toBe(true);
        expect(ceiling >= 2 && ceiling <= 1e6).toBe(true);
        expect(['log', 'linear']).toContain(axis);
        for (const { text } of view.notices) expect(text).toMatch(/^The link asked for “.*\.$/su);

        const foreign = ([name]: [string, string]) =>
          !Object.keys(settings).some((own) => name === own || name === `${prefix}${own}`) ||
          (prefix !== '' && ['ceiling', 'scale'].includes(name));
        const before = parametersOf(href).filter(foreign);
        view.commit();
        expect(view.notices).toEqual([]);
        expect(parametersOf(href).filter(foreign)).toEqual(before);
        const again = connected(new PageState({ usesAddress: true }), prefix);
        expect(again.current).toEqual(view.current);
        expect(again.notices).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  test('a notice names the key as it stands in the address', () => {
    goTo('?one.scale=round&scale=square');
    const view = connected(new PageState({ usesAddress: true }), 'one.');
    expect(view.notices.map(({ text }) => text.match(/“([\w.]+=\w+)”/)?.[1])).toEqual(['one.scale=round']);
  });

  test('a notice names what was asked for, and goes once the reader sets something', () => {
    const view = at('?lead=soon&doubling=9y&scale=round');
    expect(view.current).toEqual({ ...defaultsOf(settings), doubling: 5 });
    expect(view.notices.map(({ text }) => text.match(/“(\w+=\w+)”/)?.[1])).toEqual([
      'doubling=9y',
      'lead=soon',
      'scale=round',
    ]);
    view.set('lead', essayWorld.lead + 1);
    view.commit();
    expect(view.notices).toEqual([]);
  });
});

describe('a choice that brings its own evidence for a quantity', () => {
  const lead = (value: number) => ({ ...worldSettings.lead.evidence, value });
  const bringing = {
    pace: {
      kind: 'choice',
      key: 'pace',
      label: 'Pace',
      options: [
        { value: 'usual', label: 'usual' },
        { value: 'slow', label: 'slow', brings: { ceiling: { ...lead(50) } } },
      ],
      default: 'usual',
    },
    ceiling: settings.ceiling,
  } as const;

  function on(query: string) {
    goTo(query);
    const view = new View(bringing, new PageState({ usesAddress: true }));
    view.connect();
    return view;
  }

  test('takes the quantity along, and nothing there counts as changed', () => {
    const view = on('');
    view.pick(bringing.pace, 'slow');
    view.commit();
    expect(view.current).toEqual({ pace: 'slow', ceiling: 50 });
    expect(view.isChanged('ceiling')).toBe(false);
    expect(view.isEssays).toBe(false);
    expect(view.here(bringing.ceiling).default).toBe(50);
  });

  test('is where the quantity goes back to by itself; a reset of everything is the essay’s', () => {
    const view = on('?pace=slow&ceiling=70x');
    expect(view.isChanged('ceiling')).toBe(true);
    view.reset(['ceiling']);
    expect(view.current).toEqual({ pace: 'slow', ceiling: 50 });
    view.reset();
    expect(view.current).toEqual({ pace: 'usual', ceiling: 1e6 });
    expect(href).toBe(ORIGIN);
  });

  test('comes along in a named state too, unless that says otherwise', () => {
    const view = on('');
    view.take({ pace: 'slow' });
    expect(view.current).toEqual({ pace: 'slow', ceiling: 50 });
    view.take({ pace: 'slow', ceiling: 1e6 });
    expect(view.current).toEqual({ pace: 'slow', ceiling: 1e6 });
    view.take({});
    expect(view.isEssays).toBe(true);
  });

  test('stands alone in an address, which leaves out what it brings', () => {
    const view = on('?pace=slow');
    expect(view.current).toEqual({ pace: 'slow', ceiling: 50 });
    view.commit();
    expect(parametersOf(href)).toEqual([['pace', 'slow']]);
  });

  test('never overrules what the address says, not even the essay’s own value', () => {
    for (const ceiling of [70, 1e6]) {
      const view = on('?pace=slow');
      view.set('ceiling', ceiling);
      view.commit();
      expect(view.isChanged('ceiling')).toBe(true);
      expect(on(new URL(href).search).current).toEqual({ pace: 'slow', ceiling });
    }
  });
});
