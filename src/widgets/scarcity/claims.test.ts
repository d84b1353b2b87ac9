import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, contains, overlaps, type Point, pathOf } from '#chart/geometry.ts';
import { textWidth } from '#chart/text.ts';
import { doublingsOf, multiple, shortDuration } from '#model/format.ts';
import { months } from '#model/units.ts';
import { valueAt } from '#state/quantity.ts';
import { defaultsOf } from '#state/view.svelte.ts';
import { type Part, plain } from '../sentence.ts';
import {
  BALANCED,
  compute,
  doublingThrough,
  type ScarcityPicture,
  type ScarcityState,
  sampleAt,
} from './compute.ts';
import { answer, chartDescription, type IsChanged, split, worst } from './describe.ts';
import { type Curves, endLabelsOf, type Frame, frameAt, Projection, shapeOf, ticksOf } from './layout.ts';
import { type Grips, gapMark, gripsOf } from './marks.ts';
import { NO_CEILING, scarcitySettings } from './settings.ts';
import { spec } from './spec.ts';
import { rowsOf } from './table.ts';

// One seed, so that a build fails for a change of ours and not for its luck; FC_SEED looks elsewhere.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261), numRuns: 100 });

const essay: ScarcityState = defaultsOf(scarcitySettings);
const UNCHANGED: IsChanged = () => false;
const { doubling, lead, commit, ceiling } = scarcitySettings;

const world = (state: Partial<ScarcityState> = {}) => compute({ ...essay, ...state });
const said = (picture: ScarcityPicture) => plain(answer(picture, UNCHANGED));

function preset(id: string): ScarcityPicture {
  const found = [...spec.presets, spec.challenge].find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no preset ${id}`);
  return world(found.state);
}

/** Evenly from 0 to 1, and now and then an end. */
const share = fc.oneof(
  { weight: 6, arbitrary: fc.noBias(fc.integer({ min: 0, max: 2 ** 20 })).map((part) => part / 2 ** 20) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1) },
);

/** Any state that a hand can leave behind. */
const anyState = fc
  .record({ doublingAt: share, leadAt: share, commitAt: share, ceilingAt: share, isEndless: fc.boolean() })
  .chain(({ doublingAt, leadAt, commitAt, ceilingAt, isEndless }) => {
    const leadYears = valueAt(lead, lead.max, leadAt);
    return fc.record({
      doubling: fc.constant(valueAt(doubling, doubling.max, doublingAt)),
      lead: fc.constant(leadYears),
      commit: fc.constant(valueAt(commit, leadYears, commitAt)),
      ceiling: fc.constant(isEndless ? NO_CEILING : valueAt(ceiling, ceiling.max, ceilingAt)),
      scale: fc.constantFrom('log' as const, 'linear' as const),
    });
  });

/** Every corner of the settings, and the essay's own value of each between them. */
const corners: ScarcityState[] = [doubling.min, doubling.default, doubling.max].flatMap((doublingYears) =>
  [lead.min, lead.default, lead.max].flatMap((leadYears) =>
    [0, leadYears / 2, leadYears].flatMap((commitYears) =>
      [ceiling.min, 100, NO_CEILING].flatMap((multiples) =>
        (['log', 'linear'] as const).map((scale) => ({
          doubling: doublingYears,
          lead: leadYears,
          commit: commitYears,
          ceiling: multiples,
          scale,
        })),
      ),
    ),
  ),
);

/** States at which something once went wrong. */
const awkward: ScarcityState[] = [
  { doubling: 2, lead: 7, commit: 3.5, ceiling: NO_CEILING, scale: 'linear' },
  { doubling: 2, lead: 2, commit: 0, ceiling: 2, scale: 'log' },
  { doubling: months(10.1), lead: months(3.1), commit: months(0.1), ceiling: NO_CEILING, scale: 'log' },
];

/** Drawn once and looked at by all: every corner, and states from all over. */
const pictures = [...corners, ...awkward, ...fc.sample(anyState, 150)].map((state) => compute(state));

/** Says it of each; a breach names the state. */
function ofEach<T>(things: readonly T[], stateOf: (thing: T) => unknown, claim: (thing: T) => void): void {
  for (const thing of things) {
    try {
      claim(thing);
    } catch (breach) {
      throw new Error(`at ${JSON.stringify(stateOf(thing))}: ${breach}`, { cause: breach });
    }
  }
}

const everywhere = (claim: (picture: ScarcityPicture) => void) =>
  ofEach(pictures, ({ state }) => state, claim);

describe('what a reader should be able to conclude', () => {
  test('with nothing committed a lead time of 3.4 doublings means 10.8× short', () => {
    expect(doublingsOf(world().doublings)).toBe('3.4 doublings');
    expect(world().scarcity).toBe(10.767201541058848);
    expect(said(world())).toContain('10.8× as much is wanted as exists, from year 2.5 on');
  });

  test('doubling the lead time squares the shortage', () => {
    fc.assert(
      fc.property(share, share, (doublingAt, leadAt) => {
        const clock = { doubling: valueAt(doubling, doubling.max, doublingAt) };
        const years = valueAt(lead, lead.max / 2, leadAt);
        const [once, twice] = [world({ ...clock, lead: years }), world({ ...clock, lead: 2 * years })];
        expect(twice.scarcity / once.scarcity ** 2).toBeCloseTo(1, 9);
      }),
    );
  });

  test('commitment splits the product of shortage and overbuild, and never changes it', () => {
    for (let years = 0; years <= 2; years += 0.25) {
      const { scarcity, overbuild } = world({ commit: years });
      expect(scarcity * overbuild).toBeCloseTo(world().scarcity, 9);
    }
    everywhere(({ state, scarcity, overbuild }) => {
      expect((scarcity * overbuild) / 2 ** (state.lead / state.doubling)).toBeCloseTo(1, 9);
    });
  });

  test('the first lead time was decided before: whatever is signed now, year 2 is 6.8× short', () => {
    for (const years of [0, 0.5, 1, 1.5, 2]) {
      expect(world({ commit: years }).atLead).toBeCloseTo(6.783, 3);
      expect(said(world({ commit: years }))).toContain('In year 2 it is 6.8×, whatever is signed now.');
    }
  });

  test('signing changes nothing at all before a lead time has passed', () => {
    fc.assert(
      fc.property(anyState, share, (state, otherShare) => {
        const other = { ...state, commit: valueAt(commit, state.lead, otherShare) };
        const supplyOf = (picture: ScarcityPicture) =>
          picture.series.filter(({ year }) => year <= state.lead).map(({ supply }) => supply);
        const [one, two] = [supplyOf(compute(state, 60)), supplyOf(compute(other, 60))];
        expect(one).toEqual(two);
        expect(compute(state, 60).atLead).toBe(compute(other, 60).atLead);
      }),
      { numRuns: 40 },
    );
  });

  test('covering everything leaves nothing short, and 10.8× too much if growth stops', () => {
    const { scarcity, overbuild, series, lawYear } = world({ commit: 2 });
    expect(scarcity).toBe(1);
    expect(overbuild).toBe(10.767201541058848);
    for (const point of series.filter(({ year }) => year > lawYear + 0.05))
      expect(point.scarcity).toBeLessThan(BALANCED);
    expect(said(world({ commit: 2 }))).toMatch(
      /nothing is short from year 2.5 on; but if growth stopped, 10\.8× /,
    );
  });

  test('a ceiling lets supply catch up, whatever is committed, and within the picture', () => {
    for (const multiples of [2, 3, 10, 100, 1000, 1e4, 1e5]) {
      for (const years of [0, 0.5, 1, 2]) {
        const picture = world({ ceiling: multiples, commit: years });
        expect(picture.peak).toBeGreaterThan(1.1);
        expect(picture.catchUpYear).not.toBeNull();
        expect(picture.catchUpYear).toBeGreaterThan(picture.peakYear);
        expect(picture.catchUpYear).toBeLessThanOrEqual(picture.axes.years);
        expect(said(picture)).toContain('supply catches up in year');
      }
    }
    everywhere(({ hasCeiling, peak, catchUpYear, axes }) => {
      if (hasCeiling && peak >= BALANCED && axes.years < 60)
        expect(catchUpYear ?? Number.NaN).toBeLessThanOrEqual(axes.years);
    });
  });

  test('a lower ceiling makes the worst shortage smaller and its end earlier', () => {
    const pictures = [2, 10, 100, 1000].map((multiples) => world({ ceiling: multiples }));
    pictures.slice(1).forEach((higher, index) => {
      const lower = pictures[index] ?? higher;
      expect(lower.peak).toBeLessThan(higher.peak);
      expect(lower.catchUpYear).toBeLessThan(higher.catchUpYear ?? 0);
    });
    expect(pictures.at(-1)?.peak).toBeLessThan(world().scarcity);
  });
});

describe('each preset does what its title says', () => {
  test('the essay’s world is the essay’s', () => {
    expect(preset('essay').state).toEqual(essay);
  });

  test('waiting for the grid, only the lead time is longer, and the shortage much larger', () => {
    const { state, scarcity } = preset('grid');
    expect(state).toEqual({ ...essay, lead: state.lead });
    expect(state.lead).toBeGreaterThan(essay.lead);
    expect(scarcity).toBeGreaterThan(10 * world().scarcity);
  });

  test('cloud before AI was hardly ever short: it grew slowly', () => {
    const { state, scarcity } = preset('cloud');
    expect(state.doubling).toBeGreaterThan(3);
    expect(scarcity).toBeLessThan(1.25);
  });

  test('fibre as believed would have been desperately short; as measured it was not', () => {
    const [believed, measured] = [preset('fibre-believed'), preset('fibre-measured')];
    expect(believed.state.lead).toBe(measured.state.lead);
    expect(believed.state.doubling * 365.25).toBeCloseTo(100, 9);
    expect(measured.state.doubling).toBe(1);
    expect(believed.scarcity).toBeGreaterThan(10);
    expect(measured.scarcity).toBeLessThan(3);
  });

  test('a year committed ahead covers half of the lead time, so that shortage and overbuild are alike', () => {
    const { state, scarcity, overbuild } = preset('half-covered');
    expect(state.commit).toBe(state.lead / 2);
    expect(scarcity).toBeCloseTo(overbuild, 9);
  });

  test('only what is wholly committed for leaves nothing short', () => {
    for (const { id } of spec.presets) {
      if (id === 'covered') expect(preset(id).scarcity).toBe(1);
      else expect(preset(id).scarcity).toBeGreaterThan(1.1);
    }
  });

  test('and the challenge makes the thesis fail: nobody committed, and supply catches up all the same', () => {
    const { state, scarcity, peak, catchUpYear, series } = preset(spec.challenge.id);
    expect(state).toMatchObject({ doubling: essay.doubling, lead: essay.lead, commit: 0 });
    expect(scarcity).toBeGreaterThan(10);
    expect(peak).toBeLessThan(scarcity);
    expect(catchUpYear).not.toBeNull();
    for (const point of series.filter(({ year }) => year > (catchUpYear ?? 0) + 0.1)) {
      expect(point.scarcity).toBeLessThan(BALANCED);
    }
  });
});

describe('whatever is set, the numbers hold', () => {
  test('nothing that is drawn or said is infinite or no number', () => {
    everywhere((picture) => {
      const { series, axes, scarcity, overbuild, doublings, lawYear, atLead, peak, peakYear } = picture;
      const isNumber = (value: number) => value >= 0 && value < 1e300;
      expect(
        series.every((point) => [point.year, point.demand, point.supply, point.scarcity].every(isNumber)),
      ).toBe(true);
      const numbers = [
        scarcity,
        overbuild,
        doublings,
        lawYear,
        atLead,
        peak,
        peakYear,
        ...Object.values(axes),
      ];
      for (const value of numbers) expect(Number.isFinite(value)).toBe(true);
      for (const row of rowsOf(picture))
        for (const value of Object.values(row)) expect(Number.isFinite(value)).toBe(true);
    });
  });

  test('no moment is worse than the worst, and the worst is in sight', () => {
    everywhere(({ series, peak, peakYear, axes }) => {
      expect(series.reduce((most, { scarcity }) => Math.max(most, scarcity), 0)).toBe(peak);
      expect(sampleAt(series, peakYear).scarcity).toBeGreaterThan(0.998 * peak);
      if (peak >= BALANCED && axes.years < 60) expect(peakYear).toBeLessThanOrEqual(axes.years);
      for (let part = 0; part <= 40; part++)
        expect(sampleAt(series, (part / 40) * axes.years).scarcity).toBeLessThanOrEqual(peak * (1 + 1e-9));
    });
  });

  test('looking further ahead finds no worse shortage than the sentence names', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const [near, far] = [compute(state), compute(state, 60)];
        if (near.axes.years < 60) expect(far.peak).toBeLessThanOrEqual(Math.max(near.peak, BALANCED) * 1.001);
      }),
    );
  });

  test('without a ceiling, the law holds from its year on, and that year is in sight', () => {
    everywhere(({ hasCeiling, series, scarcity, lawYear, state, axes }) => {
      if (hasCeiling) return;
      expect(lawYear).toBeLessThan(axes.years);
      const step = Math.min(1 / 48, state.doubling / 12);
      // Between two points of the grid the line is straight; the law's year may lie between.
      const settled = lawYear + 2 * step;
      for (const year of [settled, (settled + axes.years) / 2, axes.years])
        expect(sampleAt(series, Math.max(year, settled)).scarcity / scarcity).toBeCloseTo(1, 6);
    });
  });

  test('demand dragged through a point passes through it', () => {
    fc.assert(
      fc.property(anyState, share, (state, at) => {
        const { series, axes } = compute(state);
        const year = (0.04 + 0.96 * at) * axes.years;
        const wanted = sampleAt(series, year).demand;
        // Close under its ceiling, a curve says next to nothing about its own speed.
        fc.pre(wanted < 0.9 * state.ceiling);
        const dragged = doublingThrough(year, wanted, state.ceiling);
        expect((dragged ?? Number.NaN) / state.doubling).toBeCloseTo(1, 2);
      }),
    );
  });

  test('a point that no demand could pass through moves nothing', () => {
    expect(doublingThrough(0, 2, NO_CEILING)).toBeNull();
    expect(doublingThrough(1, 1, NO_CEILING)).toBeNull();
    expect(doublingThrough(1, 0.5, 100)).toBeNull();
    expect(doublingThrough(1, 100, 100)).toBeNull();
    expect(doublingThrough(1, 101, 100)).toBeNull();
  });
});

describe('whatever is set, the words are right', () => {
  const resultsIn = (parts: readonly Part[]) =>
    parts.flatMap((part) => (typeof part === 'object' && part.result !== undefined ? [part] : []));

  function expectWords(text: string): void {
    expect(text).not.toMatch(
      /NaN|Infinity|∞|undefined|null|\[object|(?<![\d.,½])1 (years|months|doublings)\b|−/,
    );
    expect(text).not.toMatch(/ {2}| [.,;]|[,;]{2}|\.\.|, then then/);
  }

  test('no sentence says what no one would', () => {
    everywhere((picture) => {
      const { covered, uncovered } = split(picture);
      expectWords(said(picture));
      expectWords(plain(worst(picture)));
      expectWords(chartDescription(picture));
      for (const parts of [covered, uncovered]) if (parts !== null) expectWords(plain(parts));
      expect(said(picture)).toMatch(/^Demand doubles every \d.*\.$/);
    });
  });

  test('the answer names both clocks and the law’s shortage, once, in full precision', () => {
    everywhere((picture) => {
      const { state, scarcity, overbuild, hasCeiling } = picture;
      const results = resultsIn(answer(picture, UNCHANGED));
      const [short] = results.filter(({ result }) => result === 'scarcity');
      expect(results.filter(({ result }) => result === 'scarcity')).toHaveLength(1);
      expect(short?.value).toBe(scarcity);
      const nothingShort = !hasCeiling && state.commit >= state.lead;
      expect(short?.text).toBe(nothingShort ? 'nothing is short' : multiple(scarcity));
      expect(said(picture)).toContain(`every ${doubling.format(state.doubling)}`);
      expect(said(picture)).toContain(`takes ${lead.format(state.lead)}`);
      for (const { result, value } of results) {
        if (result === 'overbuild') expect(value).toBe(overbuild);
        if (result === 'at-lead') expect(value).toBe(picture.atLead);
        if (result === 'catch-up') expect(value).toBe(picture.catchUpYear);
      }
      if (!hasCeiling && state.commit > 0)
        expect(results.map(({ result }) => result)).toEqual(
          expect.arrayContaining(['overbuild', 'scarcity']),
        );
    });
  });

  test('the line under the picture reports the worst, and the ruler the overbuild', () => {
    everywhere((picture) => {
      const values = new Map(resultsIn(worst(picture)).map(({ result, value }) => [result, value]));
      expect([...values]).toEqual([
        ['peak', picture.peak],
        ['peak-year', picture.peakYear],
      ]);
      const { covered, uncovered } = split(picture);
      const overbuilds = resultsIn([...(covered ?? []), ...(uncovered ?? [])]);
      expect(overbuilds.map(({ result, value }) => [result, value])).toEqual([
        ['overbuild', picture.overbuild],
      ]);
      expect(covered === null).toBe(picture.state.commit === 0);
      expect(uncovered === null).toBe(picture.state.commit === picture.state.lead);
    });
  });

  test('what the reader has changed is marked as the reader’s', () => {
    const yours = (...changed: (keyof ScarcityState)[]) =>
      answer(world({ commit: 1, ceiling: 50 }), (key) => changed.includes(key)).flatMap((part) =>
        typeof part === 'object' && part.tone === 'yours' ? [part.text] : [],
      );
    expect(yours()).toEqual([]);
    expect(yours('doubling')).toEqual(['7 months']);
    expect(new Set(yours('lead', 'commit', 'ceiling'))).toEqual(new Set(['2 years', '50×', '1 year']));
  });

  test('the description says what the lines do', () => {
    expect(chartDescription(world())).toBe(
      'Two lines over 5 years, in multiples of the start. Demand keeps doubling and reaches 380×. ' +
        'Supply follows what was ordered before demand sped up for 2 years, is flat for a while ' +
        'because earlier orders were already enough, then follows demand 2 years behind, and reaches 35.3×.',
    );
    expect(chartDescription(world({ commit: 1 }))).toContain(
      'sped up for 2 years, then follows demand 1 year behind, and',
    );
    expect(chartDescription(world({ commit: 2 }))).toContain(
      'sped up for 2 years, then rises to what was ordered for, and reaches',
    );
    expect(chartDescription(world({ ceiling: 50 }))).toContain('Demand rises and levels off at 50×');
  });
});

describe('whatever is set, at every width, the picture is whole', () => {
  const WIDTHS = [280, 330, 559, 560, 860, 1100];
  const ROOM_PX = 2;
  /** What the panel leaves around the drawing at its narrowest. */
  const PANEL_PADDING_PX = 16;
  const essays = { log: world(), linear: world({ scale: 'linear' }) };

  interface Drawing {
    readonly picture: ScarcityPicture;
    readonly frame: Frame;
    readonly projection: Projection;
    readonly curves: Curves;
    readonly paths: readonly string[];
    readonly grips: Grips;
    readonly mark: ReturnType<typeof gapMark>;
    readonly fontPx: number;
  }

  function draw(picture: ScarcityPicture, width: number, linear: number): Drawing {
    const frame = frameAt(width);
    const projection = new Projection(frame.plot, picture.axes, linear);
    const curves = shapeOf(picture, projection);
    const grips = gripsOf(picture, projection, frame.compact, { demand: null, supply: null });
    const reference = shapeOf(essays[picture.state.scale], projection);
    const mark = gapMark(picture, projection, frame, curves, grips, reference);
    const paths = [curves.short, curves.idle, pathOf(curves.demand), pathOf(curves.supply)];
    return { picture, frame, projection, curves, paths, grips, mark, fontPx: frame.compact ? 11.5 : 12.5 };
  }

  const inPlot = ({ x, y }: Point, { plot }: Frame, air: number) =>
    contains(
      { x: plot.x - air, y: plot.y - air, width: plot.width + 2 * air, height: plot.height + 2 * air },
      { x, y, width: 0, height: 0 },
    );

  const scaleOf = ({ state }: ScarcityPicture) => (state.scale === 'linear' ? 1 : 0);
  const drawings = pictures.flatMap((picture, index) => {
    const widths = index < corners.length + awkward.length ? WIDTHS : [280 + ((index * 137) % 821)];
    return widths.map((width) => draw(picture, width, scaleOf(picture)));
  });
  const drawnEverywhere = (claim: (drawing: Drawing) => void) =>
    ofEach(drawings, ({ picture, frame }) => [frame.width, picture.state], claim);

  test('every line is drawn, with plain numbers no larger than a screen', () => {
    drawnEverywhere(({ paths, curves, frame }) => {
      expect(paths.join('')).toMatch(/^[MLZ\d.,-]+$/);
      expect(curves.demand.length).toBeGreaterThan(1);
      expect(curves.supply.length).toBeGreaterThan(1);
      for (const { x, y } of [...curves.demand, ...curves.supply]) {
        expect(Math.abs(x)).toBeLessThanOrEqual(frame.width);
        expect(Math.abs(y)).toBeLessThanOrEqual(3 * frame.height);
      }
    });
  });

  test('also half way from one scale to the other', () => {
    for (const state of corners) {
      for (const linear of [0.001, 0.5, 0.999])
        expect(draw(compute(state), 860, linear).paths.join('')).toMatch(/^[MLZ\d.,-]+$/);
    }
  });

  test('both lines stay in the plot from their start to the picture’s end', () => {
    drawnEverywhere(({ curves, frame }) => {
      for (const point of [...curves.demand, ...curves.supply]) expect(inPlot(point, frame, 1)).toBe(true);
      expect(curves.demand[0]?.x).toBe(frame.plot.x);
      expect(curves.demand.at(-1)?.x).toBeCloseTo(frame.plot.x + frame.plot.width, 6);
    });
  });

  test('what the eye reads off an axis is what the hand puts there', () => {
    drawnEverywhere(({ projection, picture }) => {
      for (const part of [0.1, 0.5, 0.9]) {
        const year = part * picture.axes.years;
        expect(projection.year(projection.x(year))).toBeCloseTo(year, 9);
        const { demand } = sampleAt(picture.series, year);
        const off = projection.multiple(projection.y(demand)) - demand;
        expect(off / (projection.linear === 1 ? picture.axes.top : demand)).toBeCloseTo(0, 9);
      }
    });
  });

  test('the names at the lines’ ends are in the drawing, and apart', () => {
    drawnEverywhere(({ curves, frame, picture }) => {
      const names = endLabelsOf(curves, frame);
      expect(Math.abs(names.demand - names.supply)).toBeGreaterThanOrEqual(frame.compact ? 16 : 34);
      for (const y of [names.demand, names.supply]) {
        expect(y + 4 - 0.8 * 13.5).toBeGreaterThanOrEqual(0);
        expect(y + (frame.compact ? 4 : 20) + 3).toBeLessThanOrEqual(frame.plot.y + frame.plot.height + 14);
      }
      const start = frame.plot.x + frame.plot.width + 9;
      const meanings = frame.compact
        ? []
        : [
            `doubles every ${shortDuration(picture.state.doubling)}`,
            `ordered ${shortDuration(picture.state.lead)} ago`,
          ];
      for (const text of ['Demand', 'Supply'])
        expect(start + textWidth(text, 13.5)).toBeLessThanOrEqual(frame.width);
      for (const text of meanings)
        expect(start + textWidth(text, 12.5)).toBeLessThanOrEqual(frame.width + PANEL_PADDING_PX);
    });
  });

  test('the names stand in the order of their lines', () => {
    drawnEverywhere(({ curves, frame }) => {
      const names = endLabelsOf(curves, frame);
      const [demand, supply] = [curves.demand.at(-1)?.y ?? 0, curves.supply.at(-1)?.y ?? 0];
      if (Math.abs(demand - supply) > 1) expect(names.demand < names.supply).toBe(demand < supply);
    });
  });

  test('the words at the gap are in the plot and touch neither each other nor a handle', () => {
    drawnEverywhere(({ mark, frame, grips }) => {
      const labels = [mark?.size, mark?.years, mark?.doublings].flatMap((label) => label ?? []);
      const { plot } = frame;
      const within = { x: plot.x, y: plot.y - 10, width: plot.width, height: plot.height + 10 };
      const handles: Box[] = [grips.demand, grips.supply].map(({ x, y }) => ({
        x: x - 7,
        y: y - 7,
        width: 14,
        height: 14,
      }));
      labels.forEach((label, index) => {
        expect(contains(within, label.box)).toBe(true);
        expect(label.x + textWidth(label.text, 10)).toBeLessThanOrEqual(plot.x + plot.width);
        for (const other of labels.slice(index + 1)) expect(overlaps(label.box, other.box)).toBe(false);
        for (const handle of handles) expect(overlaps(label.box, handle)).toBe(false);
      });
    });
  });

  test('the gap is measured wherever the law leaves one that can be seen, from line to line', () => {
    drawnEverywhere(({ mark, picture, projection, frame }) => {
      if (picture.hasCeiling) return;
      const heightPx = (Math.log2(picture.scarcity) / projection.axes.doublings) * frame.plot.height;
      if (projection.linear === 0 && heightPx >= 4) expect(mark).not.toBeNull();
      if (picture.scarcity < BALANCED) expect(mark).toBeNull();
      if (mark === null) return;
      for (const point of [...mark.upright, ...(mark.level ?? [])])
        expect(inPlot(point, frame, 2)).toBe(true);
      const [foot, top] = mark.upright;
      expect(foot.x).toBe(top.x);
      expect(foot.y).toBeGreaterThan(top.y);
    });
  });

  test('as the essay first shows it, narrow or wide, the gap has its number', () => {
    for (const width of [330, 860]) {
      const { mark } = draw(world(), width, 0);
      expect(mark?.size?.text).toBe('10.8×');
      expect(mark?.years?.text).toMatch(/^2 (years nobody covered|y uncovered|y)$/);
    }
  });

  test('on a triangle the level leg is as long as the years that nobody covered', () => {
    drawnEverywhere(({ mark, picture, projection }) => {
      if (mark?.level == null) return;
      const [start, end] = mark.level;
      const { lead: leadYears, commit: commitYears } = picture.state;
      expect(projection.year(end.x) - projection.year(start.x)).toBeCloseTo(leadYears - commitYears, 6);
      expect(leadYears - commitYears).toBeGreaterThan(months(0.9));
    });
  });

  test('both handles are on the picture, and apart wherever the lines leave room', () => {
    drawnEverywhere(({ grips, picture, projection, frame }) => {
      for (const grip of [grips.demand, grips.supply]) expect(inPlot(grip, frame, 1)).toBe(true);
      const off = (point: Point) => Math.hypot(point.x - grips.demand.x, point.y - grips.demand.y);
      const rising = Math.min(picture.lawYear / picture.axes.years, 0.9);
      const possible = Array.from({ length: 31 }, (_, index) => {
        const year = (rising + (index / 30) * (1 - rising)) * picture.axes.years;
        return off({ x: projection.x(year), y: projection.y(sampleAt(picture.series, year).supply) });
      });
      if (Math.max(...possible) > 44) expect(off(grips.supply)).toBeGreaterThan(36);
    });
  });

  test('the numbers along an axis don’t touch', () => {
    drawnEverywhere(({ projection, frame, fontPx }) => {
      const { years, multiples } = ticksOf(projection, frame.compact);
      expect(multiples.length).toBeGreaterThan(1);
      expect(years.length).toBeGreaterThan(2);
      years.slice(1).forEach(({ x, label }, index) => {
        const before = years[index];
        const room = (textWidth(label, fontPx) + textWidth(before?.label ?? '', fontPx)) / 2 + ROOM_PX;
        expect(x - (before?.x ?? 0)).toBeGreaterThan(room);
      });
      const rows = multiples.map(({ y }) => y).sort((a, b) => a - b);
      rows.slice(1).forEach((y, index) => {
        expect(y - (rows[index] ?? 0)).toBeGreaterThan(1.15 * fontPx);
      });
      const words = frame.compact
        ? ['decided before', 'years since']
        : ['decided before demand sped up', 'years since demand sped up'];
      const wide = words.reduce((sum, text) => sum + textWidth(text, fontPx), 0);
      expect(wide).toBeLessThan(frame.plot.width);
    });
  });

  /** How far the numbers left of the plot stick out of the drawing, in px, where one scale is shown. */
  function sticksOut(scale: ScarcityState['scale']): number {
    let most = 0;
    drawnEverywhere(({ picture, projection, frame, fontPx }) => {
      if (picture.state.scale !== scale) return;
      for (const { label } of ticksOf(projection, frame.compact).multiples)
        most = Math.max(most, textWidth(label, fontPx) - (frame.plot.x - 8));
    });
    return most;
  }

  test('the numbers left of the plot have room on the log scale', () => {
    expect(sticksOut('log')).toBeLessThan(4);
  });

  test('the numbers left of the plot have room on the linear scale', () => {
    expect(sticksOut('linear')).toBeLessThan(PANEL_PADDING_PX);
  });
});
