import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, type Deck, placeAfter, placeIn, placesOf } from '#talk/deck.ts';
import { firstMoment, isLater, type Moment, readMoment, shownToAudience } from '#talk/moment.ts';
import { clockOf, paceOf, pauseTimer, restingTimer, spentBy, startTimer } from '#talk/timer.ts';

const deck: Deck = {
  id: 'a-talk',
  title: 'A talk',
  slides: [
    { id: 'words', title: 'Words', seconds: 30, widget: null, steps: [{ title: 'Words', state: {} }] },
    {
      id: 'clocks',
      title: 'Clocks',
      seconds: 60,
      widget: 'scarcity',
      steps: [
        { title: 'Clocks', state: { lead: 2, scale: 'log' } },
        { title: 'Later', state: { lead: 3, scale: 'log' } },
      ],
    },
  ],
};
const moment: Moment = {
  ...firstMoment(deck, '#/clocks/2'),
  state: { lead: 2.5, scale: 'linear' },
  change: 7,
  by: 'me',
  pointer: { x: 0.25, y: 1 },
};

describe('what one window tells another', () => {
  test('arrives as it was sent', () => {
    expect(readMoment(deck, structuredClone(moment))).toEqual(moment);
  });

  test('is passed over whole where any of it is wrong, and never breaks a window', () => {
    for (const wrong of [
      { at: { slide: 'nowhere', step: 1 } },
      { at: { slide: 'clocks', step: 3 } },
      { state: { lead: '2', scale: 'log' } },
      { state: { lead: Number.NaN, scale: 'log' } },
      { state: { scale: 'log' } },
      { change: -1 },
      { screen: 'red' },
      { timer: null },
      { hand: 3 },
    ])
      expect(readMoment(deck, { ...moment, ...wrong }), JSON.stringify(wrong)).toBeNull();
    fc.assert(fc.property(fc.anything(), (said) => void readMoment(deck, said)));
  });

  test('says nothing that the talk has not', () => {
    const read = readMoment(deck, {
      ...moment,
      state: { lead: 2, scale: 'log', further: '<b>' },
      pointer: { x: 9, y: 0 },
    });
    expect(read?.state).toEqual({ lead: 2, scale: 'log' });
    expect(read?.pointer).toBeNull();
  });
});

test('all windows agree which of several changes stands, in whatever order they come', () => {
  const change = fc.record({ change: fc.nat(3), by: fc.constantFrom('a', 'b', 'c') });
  const last = (all: readonly Moment[]) =>
    all.reduce((stands, next) => (isLater(next, stands) ? next : stands));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1 }), fc.func(fc.integer()), (changes, order) => {
      const all = changes.map((each) => ({ ...moment, ...each }));
      const shuffled = all.toSorted((a, b) => order(a) - order(b));
      const [one, other] = [last(all), last(shuffled)];
      expect([one.change, one.by]).toEqual([other.change, other.by]);
    }),
  );
});

test('what is frozen is what the audience sees', () => {
  const frozen = { at: { slide: 'words', step: 1 }, state: null };
  expect(shownToAudience({ ...moment, frozen })).toBe(frozen);
  expect(shownToAudience(moment).at).toEqual({ slide: 'clocks', step: 2 });
});

describe('places', () => {
  test('each has an address, and each address a place', () => {
    for (const place of placesOf(deck)) expect(placeIn(deck, addressOf(place))).toEqual(place);
    fc.assert(
      fc.property(fc.string(), (hash) => {
        expect(placesOf(deck)).toContainEqual(placeIn(deck, hash));
      }),
    );
    expect(placeIn(deck, '#/clocks/9')).toEqual({ slide: 'clocks', step: 2 });
  });

  test('follow one another, and end', () => {
    const walk = [0, 1, 2, 3].map((count) => addressOf(placeAfter(deck, { slide: 'words', step: 1 }, count)));
    expect(walk).toEqual(['#/words', '#/clocks', '#/clocks/2', '#/clocks/2']);
    expect(placeAfter(deck, { slide: 'words', step: 1 }, -1)).toEqual({ slide: 'words', step: 1 });
  });
});

describe('the timer', () => {
  const plan = [30, 60];
  test('counts what it runs and leaves out what it rests', () => {
    const paused = pauseTimer(startTimer(restingTimer, 1_000), 11_000);
    expect(spentBy(paused, 99_000)).toBe(10_000);
    expect(spentBy(startTimer(paused, 20_000), 25_000)).toBe(15_000);
  });

  test.each([
    [10, 0, 0],
    [40, 0, 10],
    [40, 1, 0],
    [20, 1, -10],
    [100, 1, 10],
  ])('after %i s on slide %i one is %i s behind', (spent, index, behind) => {
    const pace = paceOf({ since: null, spent: spent * 1000, entered: 0 }, 0, plan, index);
    expect(pace.behind).toBe(behind);
    expect(pace.left).toBe(90 - spent);
  });

  test('reads like a clock, also when the time is over', () => {
    expect([0, 59.9, 61, 600, -0.4, -75].map(clockOf)).toEqual([
      '0:00',
      '0:59',
      '1:01',
      '10:00',
      '0:00',
      '−1:15',
    ]);
  });
});
