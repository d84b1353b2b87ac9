import { csvParse, csvParseRows } from 'd3';
import { describe, expect, test } from 'vitest';
import { type StateOf, type Value, valueAt } from '#state/quantity.ts';
import { essayWorld } from '#state/world.ts';
import { type DataTable, type Provenance, provenanceOf, toCsv, toJson } from '#widgets/data-table.ts';
import { groundedIn } from '#widgets/define.ts';
import { compute } from '#widgets/scarcity/compute.ts';
import { scarcitySettings } from '#widgets/scarcity/settings.ts';
import { spec } from '#widgets/scarcity/spec.ts';
import { rowsOf, tableOf } from '#widgets/scarcity/table.ts';
import { fc, from } from '../model/properties.ts';

const ADDRESS = 'https://essay.test/?lead=3y&scarcity.scale=linear#scarcity';
const DATE = '2026-07-03';

const essays: StateOf<typeof scarcitySettings> = {
  ...essayWorld,
  ceiling: scarcitySettings.ceiling.default,
  scale: 'log',
};
const { doubling, lead, commit, ceiling } = scarcitySettings;

/** Whatever sliders can be set to. */
const anyState: fc.Arbitrary<StateOf<typeof scarcitySettings>> = fc
  .record({
    doubling: from(0, 1),
    lead: from(0, 1),
    commit: from(0, 1),
    ceiling: fc.oneof(fc.constant(1), from(0, 1)),
    scale: fc.constantFrom('log' as const, 'linear' as const),
  })
  .map((at) => {
    const leadYears = valueAt(lead, lead.max, at.lead);
    return {
      doubling: valueAt(doubling, doubling.max, at.doubling),
      lead: leadYears,
      commit: valueAt(commit, leadYears, at.commit),
      ceiling: valueAt(ceiling, ceiling.max, at.ceiling),
      scale: at.scale,
    };
  });

const linesOf = (csv: string) => csv.split('\n');
/** What a reader of the file sees who skips what begins with "#". */
const bodyOf = (csv: string) =>
  linesOf(csv)
    .filter((line) => !line.startsWith('#'))
    .join('\n');
const headOf = (csv: string) => linesOf(csv).filter((line) => line.startsWith('#'));

const csvOf = (state: StateOf<typeof scarcitySettings>) =>
  toCsv(tableOf(compute(state)), provenanceOf(spec, state, ADDRESS, DATE));

const provenance: Provenance = {
  title: 'A demonstration',
  question: 'What comes back?',
  state: [{ key: 'lead', label: 'Capacity takes', value: '3 years', written: '3y' }],
  address: ADDRESS,
  date: DATE,
  sources: ['Z01: It grows. Somebody, https://source.test/a,b, as of 2026, primary.'],
  assumed: ['Committed ahead nothing: for this test'],
};

/** Words between words. */
const words = (rows: readonly (readonly [string, string])[]): DataTable => ({
  caption: 'Words',
  columns: [
    { key: 'first', label: 'first', unit: '', format: String },
    { key: 'second', label: 'second', unit: '', format: String },
  ],
  rows: rows.map(([first, second]) => ({ first, second })),
});

describe('a download as comma-separated values', () => {
  test('parses back to exactly the numbers drawn', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const picture = compute(state);
        const { columns, rows } = tableOf(picture);
        const parsed = csvParse(bodyOf(csvOf(state)));
        const read = parsed.map((row) =>
          Object.fromEntries(
            columns.map(({ key }, index) => [key, Number(row[parsed.columns[index] ?? ''] || 'nothing')]),
          ),
        );
        expect(read).toEqual(rows);
        expect(read).toEqual(rowsOf(picture));
      }),
      { numRuns: 100 },
    );
  });

  test('names each column with its unit', () => {
    expect(csvParse(bodyOf(csvOf(essays))).columns).toEqual([
      'year (years)',
      'demand (multiples of the start)',
      'supply (multiples of the start)',
      'demand ÷ supply (ratio)',
    ]);
    expect(csvParseRows(bodyOf(toCsv(words([]), provenance)))).toEqual([['first', 'second']]);
  });

  test('says where it comes from: title, settings, address, date and sources, before anything else', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const csv = csvOf(state);
        const head = headOf(csv);
        expect(linesOf(csv).slice(0, head.length)).toEqual(head);
        expect(head).toContain(`# ${spec.title}`);
        expect(head).toContain(`# ${spec.question}`);
        expect(head).toContain(`# Address: ${ADDRESS}`);
        expect(head).toContain(`# Made: ${DATE}`);
        for (const setting of Object.values(scarcitySettings)) {
          const [line, ...more] = head.filter((text) => text.startsWith(`# ${setting.label}: `));
          expect(more).toEqual([]);
          const [, value, written = ''] =
            line?.match(new RegExp(`^# ${setting.label}: (.+) \\(${setting.key}=(\\S+)\\)$`)) ?? [];
          if (setting.kind === 'choice') expect([value, written]).toEqual([state.scale, state.scale]);
          else {
            const drawn = Number(new Map<string, Value>(Object.entries(state)).get(setting.key));
            expect(value).toBe(setting.format(drawn));
            expect(setting.codec.parse(written)).toBe(drawn);
          }
        }
        for (const { id, source } of spec.facts) {
          const lines = head.filter((text) => text.startsWith(`# Source: ${id}: `));
          expect(lines).toHaveLength(1);
          expect(lines[0]).toContain(source.url);
        }
        expect(head.filter((text) => text.startsWith('# Assumed: '))).toHaveLength(2);
        expect(head.at(-1)).toBe(`# Table: ${tableOf(compute(state)).caption}`);
      }),
      { numRuns: 50 },
    );
  });

  test('keeps what it says of itself to one line each, whatever is in it', () => {
    const broken = 'one\ntwo\r\n\r\nthree\u2028four';
    const csv = toCsv(words([['a', 'b']]), {
      title: broken,
      question: broken,
      state: [{ key: 'lead', label: broken, value: broken, written: '3y' }],
      address: ADDRESS,
      date: DATE,
      sources: [broken],
      assumed: [broken],
    });
    expect(headOf(csv)).toEqual([
      '# one two three four',
      '# one two three four',
      '# one two three four: one two three four (lead=3y)',
      `# Address: ${ADDRESS}`,
      `# Made: ${DATE}`,
      '# Source: one two three four',
      '# Assumed: one two three four',
      '# Table: Words',
    ]);
    expect(csvParseRows(bodyOf(csv).trimEnd())).toEqual([
      ['first', 'second'],
      ['a', 'b'],
    ]);
  });

  test.each([
    ['a comma', 'one, two'],
    ['a quote', 'so-called "compute"'],
    ['a newline', 'one\ntwo'],
    ['a carriage return', 'one\r\ntwo'],
    ['all of them', '"a,\n""b"""\r,'],
    ['spaces about it', '  one  '],
    ['nothing in it', ''],
  ])('a cell with %s survives', (_, cell) => {
    const csv = toCsv(
      words([
        [cell, 'x'],
        ['y', cell],
      ]),
      provenance,
    );
    expect(csvParse(bodyOf(csv)).map(({ first, second }) => [first, second])).toEqual([
      [cell, 'x'],
      ['y', cell],
    ]);
  });

  test('a cell with a leading # survives behind another', () => {
    const csv = toCsv(words([['x', '#1']]), provenance);
    expect(csvParse(bodyOf(csv)).map(({ first, second }) => [first, second])).toEqual([['x', '#1']]);
  });

  test('any words survive', () => {
    // A line that begins with "#" is skipped, so no word here has one.
    const word = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll('#', ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { maxLength: 5 }), (rows) => {
        const parsed = csvParse(bodyOf(toCsv(words(rows), provenance)));
        expect(parsed.map(({ first, second }) => [first, second])).toEqual(rows);
      }),
    );
  });
});

describe('a download as JSON', () => {
  test('parses back to exactly the numbers drawn, with what they are and where they come from', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const table = tableOf(compute(state));
        const itself = provenanceOf(spec, state, ADDRESS, DATE);
        expect(JSON.parse(toJson(table, itself))).toEqual({
          ...itself,
          caption: table.caption,
          columns: table.columns.map(({ key, label, unit }) => ({ key, label, unit })),
          rows: table.rows,
        });
      }),
      { numRuns: 100 },
    );
  });

  test('keeps any words', () => {
    const word = fc.string({ unit: 'binary', maxLength: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { maxLength: 5 }), word, (rows, title) => {
        const table = words(rows);
        expect(JSON.parse(toJson(table, { ...provenance, title }))).toMatchObject({
          title,
          rows: table.rows,
        });
      }),
    );
  });
});

describe('where the data of a widget come from', () => {
  test('names each fact once, with its address and its day', () => {
    const facts = spec.facts;
    const { sources } = provenanceOf(spec, essays, ADDRESS, DATE);
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
    expect(sources.map((source) => source.split(':')[0])).toEqual(facts.map(({ id }) => id));
    facts.forEach(({ claim, source, asOf, confidence }, index) => {
      for (const part of [claim, source.publisher, source.url, asOf, confidence])
        expect(sources[index]).toContain(part);
    });
  });

  test('has every fact behind a default and every mark on a scale', () => {
    const ids = spec.facts.map(({ id }) => id);
    for (const { basis, evidence } of groundedIn(spec, essays)) {
      if (basis.kind === 'sourced') for (const id of basis.facts) expect(ids).toContain(id);
      for (const { fact } of evidence.marks) expect(ids).toContain(fact);
    }
  });

  test('has every setting of the widget, in its order', () => {
    const { state } = provenanceOf(spec, essays, ADDRESS, DATE);
    expect(state.map(({ key }) => key)).toEqual(Object.keys(scarcitySettings));
    expect(state.every(({ label, value, written }) => label !== '' && value !== '' && written !== '')).toBe(
      true,
    );
  });
});
