import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, overlaps } from '#chart/geometry.ts';
import { textWidth } from '#chart/text.ts';
import { months } from '#model/units.ts';
import { type Quantity, valueAt } from '#state/quantity.ts';
import { defaultsOf } from '#state/view.svelte.ts';
import { plain } from '../sentence.ts';
import { type BottleneckState, compute, type Picture } from './compute.ts';
import { timeTold } from './describe.ts';
import { flowOf, flowTold } from './flow.ts';
import { flowFrameAt, gwAt, halfOf, pipesOf, streamOf, topOf } from './flow-layout.ts';
import { rateKey, bottleneckSettings as settings, startKey } from './settings.ts';
import { spec } from './spec.ts';
import { STAGES, type StageId, WORK } from './stages.ts';
import { tableOf } from './table.ts';
import { ticksOf, timeFrameAt, xOf, yearAt, yearsOf } from './time-frame.ts';
import { onlineMark, rowsOf } from './time-layout.ts';
import type { Words } from './time-words.ts';
import { listed, shortSpan, span } from './words.ts';

// One seed, so that a build fails for a change of ours and not for its luck; FC_SEED looks elsewhere.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261), numRuns: 100 });

const home = defaultsOf(settings);
const essay = compute(home);
const at = (state: Partial<BottleneckState> = {}) => compute({ ...home, ...state });
const toldOf = ({ state }: Picture) => (state.view === 'flow' ? flowTold : timeTold);
const said = (state: Partial<BottleneckState> = {}) => plain(toldOf(at(state)).answer(at(state), essay));
const barOf = (picture: Picture, id: StageId) => {
  const bar = picture.bars.find((each) => each.id === id);
  if (bar === undefined) throw new Error(`no bar for ${id}`);
  return bar;
};

/** Evenly from 0 to 1, and now and then an end. */
const share = fc.oneof(
  { weight: 5, arbitrary: fc.noBias(fc.integer({ min: 0, max: 2 ** 20 })).map((part) => part / 2 ** 20) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1) },
);
const reached = (quantity: Quantity) => share.map((position) => valueAt(quantity, quantity.max, position));

/** Any state that a hand can leave behind. */
const anyState: fc.Arbitrary<BottleneckState> = fc.record({
  view: fc.constantFrom('time', 'flow'),
  chips: reached(settings.chips),
  power: reached(settings.power),
  buildings: reached(settings.buildings),
  cooling: reached(settings.cooling),
  consent: fc.oneof(fc.constant(0), reached(settings.consent)),
  'chips-start': reached(settings['chips-start']),
  'power-start': reached(settings['power-start']),
  'buildings-start': reached(settings['buildings-start']),
  'cooling-start': reached(settings['cooling-start']),
  'chips-gw': reached(settings['chips-gw']),
  'power-gw': reached(settings['power-gw']),
  'buildings-gw': reached(settings['buildings-gw']),
  'cooling-gw': reached(settings['cooling-gw']),
});
const anyWidth = fc.integer({ min: 246, max: 1150 });

describe('what a reader should be able to conclude', () => {
  test('power is the slow one, at four years, and all the others have more than two years of slack', () => {
    expect(essay.binding).toEqual(['power']);
    expect(essay.online).toBe(4);
    for (const id of ['chips', 'buildings', 'cooling'] as const)
      expect(barOf(essay, id).slack).toBeGreaterThan(2);
    expect(said()).toContain('Power, after 4 years.');
  });

  test('a year off chips, buildings or cooling moves the date by nothing; a year off power moves it by a year', () => {
    expect(essay.bars.map(({ id, soonerMoves }) => [id, soonerMoves])).toEqual([
      ['chips', 0],
      ['power', 1],
      ['buildings', 0],
      ['cooling', 0],
      ['consent', 0],
    ]);
  });

  test('no year off anything is worth more than a year, and off what has slack none is worth anything', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        for (const { slack, lead, soonerLead, soonerMoves } of compute(state).bars) {
          expect(soonerMoves).toBeLessThanOrEqual(Math.min(1, lead) + 1e-9);
          expect(soonerMoves).toBeGreaterThanOrEqual(0);
          expect(lead - soonerLead).toBeCloseTo(Math.min(1, lead), 9);
          if (slack > 1e-9) expect(soonerMoves).toBe(0);
        }
      }),
    );
  });

  test('what has slack can be late by as much, and the date does not move; by a month more, and it moves by a month', () => {
    fc.assert(
      fc.property(anyState, fc.constantFrom(...WORK, 'consent' as const), (state, id) => {
        const picture = compute(state);
        const { slack } = barOf(picture, id);
        const late = (by: number) => compute({ ...state, [id]: Math.min(15, state[id] + by) }).online;
        if (state[id] + slack + months(1) > 15) return;
        expect(late(slack)).toBeCloseTo(picture.online, 9);
        expect(late(slack + months(1))).toBeCloseTo(picture.online + months(1), 9);
      }),
    );
  });

  test('where two bind, a year off one of them alone moves nothing', () => {
    const tied = at({ power: 2, buildings: 2 });
    expect(tied.binding).toEqual(['power', 'buildings']);
    expect(barOf(tied, 'power').soonerMoves).toBe(0);
    expect(barOf(tied, 'buildings').soonerMoves).toBe(0);
    expect(said({ power: 2, buildings: 2 })).toMatch(/^Power and buildings together, after 2 years\./);
  });

  test('what has slack can be begun later instead', () => {
    const later = at({ 'chips-start': barOf(essay, 'chips').slack });
    expect(later.online).toBe(essay.online);
    expect(barOf(later, 'chips').slack).toBe(0);
  });

  test('a year’s moratorium costs nothing while the grid takes four years, and a year where power is made on site', () => {
    expect(at({ consent: 1 }).online).toBe(essay.online);
    const own = { power: 1.25 };
    expect(at({ ...own, consent: 1 }).online - at(own).online).toBe(1);
    expect(at({ ...own, consent: 1 }).binding).toEqual(['buildings', 'consent']);
    expect(said({ ...own, consent: 1 })).toMatch(/^Consent, and then buildings, after 2 years 9 months\./);
  });

  test('nobody breaks ground before consent is given, and nothing else waits for it', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const picture = compute(state);
        expect(barOf(picture, 'buildings').start).toBe(Math.max(state['buildings-start'], state.consent));
        for (const id of ['chips', 'power', 'cooling'] as const)
          expect(barOf(picture, id).start).toBe(state[startKey(id)]);
      }),
    );
  });

  test('only as much gets through in a year as through the narrowest', () => {
    expect(flowOf(home).gwPerYear).toBe(6);
    expect(flowOf(home).narrowest).toEqual(['power']);
    expect(flowOf(home).next).toEqual({ ids: ['chips'], gwPerYear: 7 });
    fc.assert(
      fc.property(anyState, (state) => {
        const { pipes, gwPerYear, narrowest, next } = flowOf(state);
        expect(gwPerYear).toBe(Math.min(...WORK.map((id) => state[rateKey(id)])));
        for (const { binds, widerMoves } of pipes) {
          if (!binds || narrowest.length > 1) expect(widerMoves).toBe(0);
          expect(widerMoves).toBeLessThanOrEqual(1);
        }
        if (next !== null) expect(next.gwPerYear).toBeGreaterThan(gwPerYear);
        expect(next === null).toBe(narrowest.length === WORK.length);
      }),
    );
  });

  test('whose count of the buildings is taken decides which pipe is the narrowest', () => {
    const binding = (id: string) =>
      flowOf({ ...home, ...spec.presets.find((preset) => preset.id === id)?.state }).narrowest;
    expect(binding('flow')).toEqual(['power']);
    expect(binding('flow-sightline')).toEqual(['buildings']);
  });

  test('sources that call one part of the chips the bottleneck both need a site where all else is quick', () => {
    for (const id of ['packaging', 'wafers']) {
      const state = spec.presets.find((preset) => preset.id === id)?.state ?? {};
      expect(at(state).binding).toEqual(['chips']);
      expect(at({ chips: at(state).state.chips }).binding).toEqual(['power']);
    }
  });

  test('with everything at the short end of its range there is no slow one, and a year off any moves nothing', () => {
    const quick = at(spec.challenge.state);
    expect(quick.online).toBe(1);
    expect(quick.binding).toEqual([...WORK]);
    for (const { soonerMoves } of quick.bars) expect(soonerMoves).toBe(0);
    expect(said(spec.challenge.state)).toMatch(/^No single one: all four finish together, after 1 year\./);
  });
});

describe('the defaults', () => {
  test('are the sources’, to the month', () => {
    expect(WORK.map((id) => span(home[id]))).toEqual(['15 months', '4 years', '21 months', '15 months']);
    expect(WORK.map((id) => home[rateKey(id)])).toEqual([7, 6, 20, 10]);
  });

  test('lie within the range that is drawn behind them', () => {
    for (const id of WORK) {
      expect(home[id]).toBeGreaterThanOrEqual(STAGES[id].low);
      expect(home[id]).toBeLessThanOrEqual(STAGES[id].high);
    }
  });
});

describe('the words', () => {
  test('say in which stage the reader changed what, and what came of it', () => {
    expect(said({ buildings: 1 })).toBe(
      'Power, after 4 years. You finished the buildings 9 months sooner; the day the site comes online moved by nothing.',
    );
    expect(said({ power: 3 })).toContain(
      'You finished the power 1 year sooner; the site comes online 1 year sooner.',
    );
    expect(said({ 'chips-start': 3 })).toContain(
      'You began the chips 3 years later; the site comes online 3 months later.',
    );
    expect(said({ consent: 2 })).toContain(
      'You counted 2 years for consent; the day the site comes online moved by nothing.',
    );
    expect(said({ power: 3, buildings: 1 })).toContain(
      'With all that you changed, the site comes online 1 year sooner.',
    );
    expect(said({ view: 'flow', 'buildings-gw': 30 })).toContain(
      'You widened the buildings by 10 GW; what gets through moved by nothing.',
    );
    expect(said({ view: 'flow', 'power-gw': 12 })).toContain(
      'You widened the power by 6 GW; 1 GW a year more gets through.',
    );
  });

  test('are whole sentences with units, whatever the state', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const picture = compute(state);
        const told = toldOf(picture);
        for (const text of [
          plain(told.answer(picture, essay)),
          plain(told.caption(picture)),
          told.description(picture),
        ]) {
          expect(text).toMatch(/^[A-Z].*\.$/);
          expect(text).not.toMatch(/NaN|Infinity|undefined| {2}/);
        }
      }),
    );
  });

  test('report the online date in time, and what gets through as well in flow, in full precision', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const picture = compute(state);
        const parts = [...toldOf(picture).answer(picture, essay), ...toldOf(picture).caption(picture)];
        const result = (name: string) =>
          parts.flatMap((part) => (typeof part === 'object' && part.result === name ? [part.value] : []));
        expect(result('online')).toEqual([picture.online]);
        expect(result('throughput')).toEqual(state.view === 'flow' ? [flowOf(state).gwPerYear] : []);
      }),
    );
  });

  test('count years and months, so that a wait and its slack add up', () => {
    expect([0, 0.5, 1, 1.25, 2, 2.75, 4, 10.25].map(span)).toEqual([
      '0 months',
      '6 months',
      '1 year',
      '15 months',
      '2 years',
      '2 years 9 months',
      '4 years',
      '10 years 3 months',
    ]);
    expect([1.25, 2.75, 4].map(shortSpan)).toEqual(['15 mo', '2 y 9 mo', '4 y']);
    expect(listed(['chips', 'power', 'cooling'])).toBe('chips, power and cooling');
  });

  test('stand in a table too, a row a stage', () => {
    const { rows, columns } = tableOf(home);
    expect(rows).toHaveLength(5);
    for (const row of rows) for (const { key } of columns) expect(row[key]).toBeDefined();
  });
});

describe('the picture in time', () => {
  const drawn = (state: BottleneckState, width: number) => {
    const picture = compute(state);
    const frame = timeFrameAt(width, yearsOf(picture, width));
    return {
      picture,
      frame,
      rows: rowsOf(frame, picture, essay),
      mark: onlineMark(frame, picture, essay),
    };
  };

  test('reads back what it puts down', () => {
    fc.assert(
      fc.property(anyState, anyWidth, share, (state, width, part) => {
        const { frame } = drawn(state, width);
        expect(yearAt(frame, xOf(frame, part * frame.years))).toBeCloseTo(part * frame.years, 9);
      }),
    );
  });

  test('has room on its axis for all that is drawn, and slack that ends at the line', () => {
    fc.assert(
      fc.property(anyState, anyWidth, (state, width) => {
        const { picture, frame, rows, mark } = drawn(state, width);
        expect(frame.years).toBeGreaterThan(picture.online);
        for (const { box, slack } of rows) {
          expect(box.width).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(frame.plot.x + frame.plot.width + 1e-6);
          if (slack !== null && rows.length > 0)
            expect(slack.x + slack.width).toBeLessThanOrEqual(mark.x + 1e-6);
        }
      }),
    );
  });

  test('keeps its words inside, and apart', () => {
    const boxOf = ({ x, y, text, anchor, as }: Words, px: number): Box => {
      const size = as === 'name' ? (px < 12 ? 13 : 15) : px;
      const width = textWidth(text, size) * (as === 'what' || as === 'slack' ? 1 : 1.08);
      return { x: anchor === 'start' ? x : x - width / 2, y: y - size * 0.75, width, height: size * 0.8 };
    };
    fc.assert(
      fc.property(anyState, anyWidth, (state, width) => {
        const { frame, rows } = drawn(state, width);
        const boxes = rows.flatMap(({ words }) => words.map((one) => ({ one, box: boxOf(one, frame.px) })));
        for (const [index, { one, box }] of boxes.entries()) {
          // A year or so in words may take a little more than what a stage is.
          expect(box.x, one.text).toBeGreaterThanOrEqual(-1);
          expect(box.x + box.width, `${one.text} at ${width}`).toBeLessThanOrEqual(width + 12);
          for (const other of boxes.slice(index + 1))
            expect(overlaps(box, other.box), `“${one.text}” over “${other.one.text}” at ${width}`).toBe(
              false,
            );
        }
      }),
      { numRuns: 300 },
    );
  });

  test('has years on its axis that never touch', () => {
    fc.assert(
      fc.property(anyState, anyWidth, (state, width) => {
        const { frame } = drawn(state, width);
        const ticks = ticksOf(frame).filter(({ anchor }) => anchor === 'middle');
        for (const [index, { x, text }] of ticks.entries()) {
          const next = ticks[index + 1];
          if (next !== undefined)
            expect(next.x - x).toBeGreaterThan(
              (textWidth(text, frame.px) + textWidth(next.text, frame.px)) / 2,
            );
        }
      }),
    );
  });
});

describe('the picture as a flow', () => {
  test('draws every pipe on one scale, and the stream as high as the narrowest', () => {
    fc.assert(
      fc.property(anyState, anyWidth, (state, width) => {
        const flow = flowOf(state);
        const frame = flowFrameAt(width, topOf(flow));
        const pipes = pipesOf(frame, flow.pipes);
        const { tip, centre, path } = streamOf(frame, flow.gwPerYear);
        expect(path).not.toMatch(/NaN|Infinity/);
        expect(tip).toBeLessThan(width);
        for (const { upper, pipe, edges, area } of pipes) {
          expect(edges + area).not.toMatch(/NaN|Infinity/);
          expect(centre - upper).toBeCloseTo(halfOf(frame, pipe.gw), 9);
          expect(gwAt(frame, upper)).toBeCloseTo(pipe.gw, 6);
          expect(upper).toBeGreaterThanOrEqual(frame.plot.y);
        }
      }),
    );
  });
});
