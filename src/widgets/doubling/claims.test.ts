import { E14, G02 } from 'virtual:figures';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anthropicRunRates, openaiRunRates } from '#evidence/readings.ts';
import { DAYS_PER_YEAR, MONTHS_PER_YEAR } from '#model/units.ts';
import { defaultsOf } from '#state/view.svelte.ts';
import { plain } from '../sentence.ts';
import { saidAgainst } from './against.ts';
import { allWindows, articlesLine, compute, type DoublingState, lineThrough } from './compute.ts';
import { answer, caption, chartDescription, question } from './describe.ts';
import {
  finish,
  LAST,
  momentAt,
  moments,
  nothingDrawn,
  put,
  reach,
  startsAt,
  stroke,
  valuesOf,
} from './guess.ts';
import { series } from './series.ts';
import { doublingSettings } from './settings.ts';
import { spec } from './spec.ts';
import { tableOf } from './table.ts';
import { endAt, endsOf, windowOf } from './window.ts';
import { every, growing, pace, span } from './words.ts';

// One seed, so that a build fails for a change of ours and not for its luck; FC_SEED looks elsewhere.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261), numRuns: 100 });

/** Spread evenly: a double's bits are not. */
const some = (min: number, max: number) =>
  fc.integer({ min: 0, max: 2 ** 30 }).map((part) => min + (max - min) * (part / 2 ** 30));

const essay = defaultsOf(doublingSettings);
const alone = { reference: null, pair: null, guess: null };
const inMonths = (years: number) => years * MONTHS_PER_YEAR;
const inDays = (years: number) => years * DAYS_PER_YEAR;
const withState = (state: Partial<DoublingState>) => compute({ ...essay, ...state });
const on = (id: string) => {
  const found = [...anthropicRunRates, ...openaiRunRates].find((reading) => reading.id === id);
  if (found === undefined) throw new Error(`no reading ${id}`);
  return found.year;
};
const said = (state: Partial<DoublingState>) => plain(answer(withState(state), alone));

describe('how fast vertical is', () => {
  test('all ten readings make a doubling every 3.3 months, give or take a quarter', () => {
    const { line, used } = compute(essay);
    expect(used).toHaveLength(10);
    expect(inMonths(line.doublingYears)).toBeCloseTo(3.29, 2);
    expect(inMonths(1 / (line.interval?.fastest ?? 0))).toBeCloseTo(3.06, 2);
    expect(inMonths(1 / (line.interval?.slowest ?? 0))).toBeCloseTo(3.56, 2);
  });

  test('that is a hundred days, the very figure of the false claim about the internet, and the picture says so', () => {
    expect(Math.round(inDays(compute(essay).line.doublingYears))).toBe(E14.value);
    expect(caption(compute(essay))).toContain(`every ${E14.value} days`);
    expect(caption(withState({ of: 'openai' }))).not.toContain('internet');
  });

  test('the article’s two readings make it 55 days, and would have had 2024 end at a tenth of what it did', () => {
    expect(Math.round(inDays(articlesLine.doublingYears))).toBe(55);
    const { year, value } = anthropicRunRates[2] ?? { year: 0, value: 0 };
    expect(articlesLine.at(year) / value).toBeLessThan(0.1);
  });

  test('OpenAI’s revenue and all AI compute double at about the same pace, slower than Anthropic’s revenue by half', () => {
    const [anthropic, openai, compute] = (['anthropic', 'openai', 'compute'] as const).map(
      (of) => withState({ of }).line,
    );
    expect(inMonths(openai?.doublingYears ?? 0)).toBeCloseTo(7.4, 1);
    expect(inMonths(compute?.doublingYears ?? 0)).toBeCloseTo(7, 1);
    expect((compute?.doublingYears ?? 0) / (anthropic?.doublingYears ?? 1)).toBeGreaterThan(2);
  });

  test('the slope of all AI compute is Epoch AI’s, with its range, and has no window', () => {
    const { line } = withState({ of: 'compute', from: on('B03') });
    expect(2 ** (1 / line.doublingYears)).toBeCloseTo(G02.value, 12);
    expect(2 ** (line.interval?.slowest ?? 0)).toBeCloseTo(G02.low, 12);
    expect(2 ** (line.interval?.fastest ?? 0)).toBeCloseTo(G02.high, 12);
    expect(said({ of: 'compute' })).toContain('90% interval 5.9 to 8.4 months');
    expect(said({ of: 'compute' })).toContain('growth of supply');
  });
});

describe('how much hangs on the window', () => {
  test('two readings say anything from a month to falling; eight or more say 3.1 to 3.4 months', () => {
    const windows = allWindows(anthropicRunRates);
    expect(windows).toHaveLength(45);
    const of = (least: number, most: number) =>
      windows
        .filter(({ count }) => count >= least && count <= most)
        .map(({ doublingYears }) => inMonths(doublingYears));
    expect(Math.min(...of(2, 2))).toBeLessThan(0);
    expect(of(2, 2).filter((months) => months > 0 && months < 1.1)).toHaveLength(1);
    expect(Math.max(...of(2, 2))).toBeGreaterThan(5);
    for (const months of of(8, 10)) {
      expect(months).toBeGreaterThan(3);
      expect(months).toBeLessThan(3.45);
    }
  });

  test('two readings give no interval; three may not even rule out a fall', () => {
    expect(withState({ from: on('B07') }).line.interval).toBeNull();
    expect(said({ from: on('B07') })).toContain('two readings give no interval');
    const { interval } = withState({ from: on('B06') }).line;
    expect(interval?.slowest).toBeLessThan(0);
    expect(said({ from: on('B06') })).toMatch(/from doubling every \d+ days to halving every/);
  });

  test('a window that falls says that it halved', () => {
    expect(said({ to: on('B21') })).toMatch(/halved every 2\.6 months/);
  });

  test('where the argument fails, the clock takes most of a year', () => {
    const { line } = withState(spec.challenge.state);
    expect(line.doublingYears).toBeGreaterThan(0.9);
    expect(line.interval).toBeNull();
  });

  test('whatever two dates an address asks for, a line is fitted to two readings or more, inside them if it can be', () => {
    const date = some(2020, 2030);
    fc.assert(
      fc.property(fc.constantFrom('anthropic', 'openai', 'compute'), date, date, (of, from, to) => {
        const picture = withState({ of, from, to: Math.max(from, to) });
        const { first, last } = picture.window;
        if (of !== 'compute') {
          expect(last).toBeGreaterThan(first);
          expect(picture.used.length).toBe(last - first + 1);
          const within = series[of].readings.filter(({ year }) => year >= from && year <= Math.max(from, to));
          if (within.length >= 2) expect(picture.used).toEqual(within);
        }
        expect(Number.isNaN(picture.line.doublingYears)).toBe(false);
        for (const words of [plain(answer(picture, alone)), chartDescription(picture), caption(picture)])
          expect(words).not.toMatch(/NaN|Infinity|undefined/);
        for (const { value, line } of tableOf(picture).rows)
          expect(Number.isFinite(value) && Number.isFinite(line)).toBe(true);
      }),
    );
  });

  test('an end that is moved rests on a reading, at least one reading from the other', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('anthropic', 'openai'),
        some(2023, 2027),
        some(2023, 2027),
        some(2023, 2027),
        (of, a, b, hand) => {
          const { readings } = series[of];
          const window = windowOf(readings, Math.min(a, b), Math.max(a, b));
          const ends = endsOf(readings, window);
          for (const key of ['from', 'to'] as const) {
            const moved = endAt(ends[key], readings, hand);
            const state = {
              from: readings[window.first]?.year ?? 0,
              to: window.last === readings.length - 1 ? essay.to : (readings[window.last]?.year ?? 0),
              [key]: moved,
            };
            const after = windowOf(readings, state.from, state.to);
            expect(key === 'from' ? after.last : after.first).toBe(
              key === 'from' ? window.last : window.first,
            );
            expect(after.last).toBeGreaterThan(after.first);
          }
        },
      ),
    );
  });

  test('a window that is open at the end stays open when another series is shown', () => {
    const { to } = endsOf(openaiRunRates, windowOf(openaiRunRates, essay.from, essay.to));
    expect(to.max).toBe(essay.to);
    expect(to.format(essay.to)).toBe('31 March 2026');
    expect(endAt(to, openaiRunRates, 2027)).toBe(essay.to);
  });
});

describe('a run-rate against what else is known', () => {
  test('what was booked in a quarter is what the line says of it, to a twentieth', () => {
    expect(saidAgainst(withState({ against: 'booked' }))).toMatch(
      /a rate of \$19\.2 B .* averages \$18\.3 B/,
    );
  });

  test('net instead of gross is contested, and lowers the line without bending it', () => {
    expect(saidAgainst(withState({ against: 'net' }))).toMatch(
      /\$30 B, OpenAI counts \$22 B.*contested.*leaves its slope/,
    );
  });

  test('nothing is set against anybody else’s', () => {
    expect(saidAgainst(withState({ against: 'net', of: 'openai' }))).toBeNull();
    expect(saidAgainst(compute(essay))).toBeNull();
  });
});

describe('a drawn guess', () => {
  const steady = (doublingYears: number) =>
    moments.reduce(
      (guess, year, month) =>
        put(guess, month, startsAt.value * 2 ** ((year - startsAt.year) / doublingYears)),
      nothingDrawn,
    );

  test('is one value a month, from the end of 2024 to the last reading', () => {
    expect(LAST).toBe(17);
    expect(moments.at(-1)).toBeCloseTo(anthropicRunRates.at(-1)?.year ?? 0, 9);
    expect(plain(question())).toContain('At the end of 2024 Anthropic was taking in $1 billion a year');
  });

  test('has a doubling time of its own: whoever draws a doubling a year is told so', () => {
    expect(finish(steady(1)).line.doublingYears).toBeCloseTo(1, 1);
  });

  test('of one stroke is carried on to the end, and its value shown beside what happened', () => {
    const guess = finish(put(nothingDrawn, 4, 6));
    expect(guess.ends).toBe(6);
    expect(valuesOf(put(nothingDrawn, 4, 5)).slice(0, 6)).toEqual([1, 2, 3, 4, 5, 5]);
    expect(plain(answer(compute(essay), { ...alone, guess }))).toMatch(
      /You drew \$6 B, doubling every [\d.]+ months; it was \$47 B\.$/,
    );
  });

  test('that stands still does not grow, and one that falls halves', () => {
    const told = (value: number) => growing(finish(put(nothingDrawn, LAST, value)).line.doublingYears);
    expect(told(1)).toBe('not growing');
    expect(told(0.2)).toMatch(/^halving every /);
  });

  test('is filled in by a stroke for every month the hand passes, either way', () => {
    const drawn = stroke(nothingDrawn, { at: 0, value: 1 }, { at: 5, value: 11 });
    expect(valuesOf(drawn).slice(0, 6)).toEqual([1, 3, 5, 7, 9, 11]);
    const back = stroke(drawn, { at: 5, value: 20 }, { at: 2, value: 20 });
    expect(valuesOf(back).slice(0, 6)).toEqual(
      [1, 3, 20, 20, 20, 20].map((value, index) => (index === 5 ? 11 : value)),
    );
  });

  test('never moves what is known, never leaves the picture, and always has a doubling time', () => {
    const spot = fc.record({ at: some(0, LAST), value: some(-100, 100) });
    fc.assert(
      fc.property(fc.array(fc.tuple(spot, spot), { minLength: 1, maxLength: 6 }), (strokes) => {
        const drawn = strokes.reduce((guess, [a, b]) => stroke(guess, a, b), nothingDrawn);
        const values = valuesOf(drawn);
        expect(values).toHaveLength(LAST + 1);
        expect(values[0]).toBe(1);
        for (const value of values) expect(value >= 0.1 && value <= 60).toBe(true);
        if (reach(drawn) > 0) expect(Number.isNaN(finish(drawn).line.doublingYears)).toBe(false);
        expect(drawn.some((value, month) => month > reach(drawn) && value !== null)).toBe(false);
      }),
    );
  });

  test('a spot on the picture is a moment, and a moment is where it is', () => {
    fc.assert(fc.property(some(2020, 2030), (year) => momentAt(year) >= 0 && momentAt(year) <= LAST));
    for (const [month, year] of moments.entries()) expect(momentAt(year)).toBeCloseTo(month, 6);
  });
});

describe('the words of growth', () => {
  test.each([
    [55 / DAYS_PER_YEAR, '55 days'],
    [3.29 / 12, '3.3 months'],
    [1, '1 year'],
    [-0.5, '6 months'],
    [1 / DAYS_PER_YEAR, '1 day'],
  ])('%f years are %s', (years, words) => {
    expect(pace(years)).toBe(words);
  });

  test('what stands still is not said to double', () => {
    expect(every(Infinity)).toBe('does not grow');
    expect(every(-Infinity)).toBe('does not grow');
    const picture = compute(essay);
    const still = {
      ...picture,
      line: lineThrough([
        { year: 2024, value: 2 },
        { year: 2025, value: 2 },
      ]),
    };
    expect(plain(answer(still, alone))).toContain(
      'run-rate revenue did not grow (two readings give no interval)',
    );
  });

  test.each([
    [4, 3.4, '3 to 3.5 months'],
    [12, 3, '30 days to 4 months'],
    [4, 0, 'from doubling every 3 months to no growth at all'],
    [4, -2, 'from doubling every 3 months to halving every 6 months'],
    [-1, -2, 'up to halving every 6 months'],
  ])('an interval of %f to %f doublings a year is “%s”', (fastest, slowest, words) => {
    expect(span(fastest, slowest)).toBe(words);
  });
});
