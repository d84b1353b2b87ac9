import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { readFactFile } from '#evidence/fact-file.ts';
import { LedgerError, loadLedger } from '#evidence/ledger.ts';

const FACT = `F01:
  claim: A fab takes two to three years.
  value: 2.5
  low: 2
  high: 3
  unit: years
  asOf: 2026-04-16
  entity: TSMC
  source:
    title: A page
    publisher: A publisher
    url: https://example.org/fab
    published: 2026-04
  confidence: primary
`;

/** What `loadLedger` says of a folder with these files, each line from the file's name on. */
function problemsOf(files: Readonly<Record<string, string>>): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'facts-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  try {
    loadLedger(folder);
    return [];
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    for (const problem of error.problems) expect(error.message).toContain(problem);
    return error.problems.map((problem) => problem.replace(/\S*\/(?=f-)/g, ''));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const problemsIn = (text: string) => problemsOf({ 'f-lead-times.yaml': text });
const without = (field: string) => FACT.replace(new RegExp(`^ +${field}:.*\n`, 'm'), '');
const having = (field: string, value: string) =>
  FACT.replace(new RegExp(`(?<=^ +${field}:).*`, 'm'), ` ${value}`);

test('a fact in order has no problems, nor has one in words only', () => {
  expect(problemsIn(FACT)).toEqual([]);
  expect(problemsIn(FACT.replace(/ {2}(value|low|high|unit):.*\n/g, ''))).toEqual([]);
});

describe('every field that must be there is asked for by name when it is not', () => {
  test.each(['claim', 'asOf', 'entity', 'confidence'])('%s', (field) => {
    expect(problemsIn(without(field))).toEqual([
      expect.stringMatching(new RegExp(`^f-lead-times\\.yaml:1 F01\\.${field}: is missing; wanted: .+`)),
    ]);
  });

  test.each(['title', 'publisher', 'url', 'published'])('source.%s', (field) => {
    expect(problemsIn(without(field))).toEqual([
      expect.stringMatching(
        new RegExp(`^f-lead-times\\.yaml:9 F01\\.source\\.${field}: is missing; wanted: .+`),
      ),
    ]);
  });

  test('source', () => {
    expect(problemsIn(FACT.replace(/ {2}source:\n( {4}.*\n)+/, ''))).toEqual([
      'f-lead-times.yaml:1 F01.source: is missing; wanted: where it is from: title, publisher, url, published and nothing else',
    ]);
  });
});

describe('a value that does not fit is shown with its line and what is wanted', () => {
  test.each([
    ['claim', "''", ':2 F01.claim: is ""; wanted: what is claimed'],
    ['value', 'two', ':3 F01.value: is "two"; wanted: the figure, as a number'],
    ['value', '.nan', ':3 F01.value: is '],
    ['low', '4', ':4 F01.low: is 4; wanted: a number no larger than high'],
    ['unit', 'parsecs', ':6 F01.unit: is "parsecs"; wanted: the unit of the value'],
    ['asOf', 'soon', ':7 F01.asOf: is "soon"; wanted: when it was true, such as 2026-04-20'],
    ['asOf', '2026', ':7 F01.asOf: is 2026; wanted: when it was true'],
    ['source', 'a friend', ':9 F01.source: is "a friend"; wanted: where it is from'],
    ['url', 'ftp://example.org', ':12 F01.source.url: is "ftp://example.org"; wanted: the http(s) address'],
    ['url', 'example', ':12 F01.source.url: is "example"; wanted: the http(s) address of the page'],
    ['published', 'lately', ':13 F01.source.published: is "lately"; wanted: when it was published'],
    [
      'confidence',
      'high',
      ':14 F01.confidence: is "high"; wanted: one of primary, reputable secondary, weak',
    ],
  ])('%s: %s', (field, value, problem) => {
    const text =
      field === 'source' ? FACT.replace(/source:\n( {4}.*\n)+/, `source: ${value}\n`) : having(field, value);
    expect(problemsIn(text)).toEqual([expect.stringContaining(`f-lead-times.yaml${problem}`)]);
  });

  test('a range without a value, a value without a unit', () => {
    expect(problemsIn(without('value'))).toEqual([
      'f-lead-times.yaml:1 F01.value: is missing; wanted: a value, since there is a range',
    ]);
    expect(problemsIn(without('unit'))).toEqual([
      'f-lead-times.yaml:1 F01.unit: is missing; wanted: the unit of the value, one that src/evidence/units.ts knows',
    ]);
  });
});

describe('what does not belong is named', () => {
  test('fields nobody knows, in a fact and in its source', () => {
    expect(problemsIn(FACT.replace('  source:', '  colour: red\n  source:\n    page: 3'))).toEqual([
      expect.stringContaining(
        'f-lead-times.yaml:11 F01.source.page: is not a field here; wanted: where it is',
      ),
      expect.stringContaining('f-lead-times.yaml:9 F01.colour: is not a field here; wanted: claim, value'),
    ]);
    expect(problemsIn(`${FACT}  id: F01\n`)).toEqual([
      expect.stringContaining('f-lead-times.yaml:15 F01.id: is not a field here'),
    ]);
  });

  test('an id of another topic, or none at all', () => {
    expect(problemsIn(FACT.replace('F01', 'G01'))).toEqual([
      'f-lead-times.yaml:1 G01: has another topic’s letter; wanted: an id beginning with F',
    ]);
    expect(problemsIn(FACT.replace('F01', 'F1'))).toEqual([
      'f-lead-times.yaml:1 F1: is "F1"; wanted: the letter of its topic and two digits, such as G02',
    ]);
    expect(problemsIn('F01: three years\n')).toEqual([
      expect.stringContaining(':1 F01: is "three years"; wanted: '),
    ]);
  });

  test('an id or a field that is there twice, in one file or in two', () => {
    expect(problemsIn(FACT + FACT)).toEqual([
      'f-lead-times.yaml:15 F01: is there twice; wanted: each id and each field once',
    ]);
    expect(problemsIn(`${FACT}  unit: months\n`)).toEqual([
      'f-lead-times.yaml:15 unit: is there twice; wanted: each id and each field once',
    ]);
    expect(problemsOf({ 'f-grid.yaml': `\n${FACT}`, 'f-lead-times.yaml': FACT })).toEqual([
      'f-lead-times.yaml:1 F01: is also in f-grid.yaml:2; wanted: each id once',
    ]);
  });

  test('a file that is not about a topic', () => {
    expect(problemsOf({ 'f-lead-times.yml': FACT })).toEqual([
      'f-lead-times.yml: cannot belong here; wanted: a name such as f-lead-times.yaml, the letter of its topic first, a to j',
    ]);
  });
});

test('what is not YAML is refused with its line', () => {
  expect(problemsIn(`${FACT}\tnotes: tab\n`)).toEqual([
    expect.stringMatching(/^f-lead-times\.yaml:15 cannot be read: .*Tabs.*; wanted: YAML$/),
  ]);
  expect(problemsIn(having('claim', 'Amazon said: nothing'))).toEqual([
    expect.stringMatching(/^f-lead-times\.yaml:2 cannot be read: /),
  ]);
  expect(problemsIn(having('claim', '*nothing'))).toEqual([expect.stringContaining('Unresolved alias')]);
  expect(problemsIn('# nothing\n')).toEqual([expect.stringContaining(':1 holds no facts; wanted: ')]);
});

test('in the ledger itself, whatever a fact loses is asked for by name', () => {
  const needed = ['claim', 'asOf', 'entity', 'source', 'confidence', 'source.title', 'source.published'];
  const text = readFileSync('content/facts/a-amazon-anthropic.yaml', 'utf8');
  const ids = text.match(/^A\d\d/gm) ?? [];
  fc.assert(
    fc.property(fc.constantFrom(...ids), fc.constantFrom(...needed), (id, path) => {
      const document = parseDocument(text);
      document.deleteIn([id, ...path.split('.')]);
      expect(readFactFile(String(document), 'A').problems).toEqual([
        {
          line: expect.any(Number),
          message: expect.stringMatching(`^${id}.${path}: is missing; wanted: .+`),
        },
      ]);
    }),
    { numRuns: 20 },
  );
});

test('all problems of all files are told at once', () => {
  expect(
    problemsOf({
      'f-grid.yaml': without('claim'),
      'f-lead-times.yaml': having('asOf', 'soon'),
      'f-x.yaml': '- 1',
    }),
  ).toHaveLength(3);
});
