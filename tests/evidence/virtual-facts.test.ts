import { join } from 'node:path';
import * as module from 'virtual:facts';
import * as figures from 'virtual:figures';
import { build, type Plugin } from 'vite';
import { expect, test } from 'vitest';
import { clientTypes } from '#evidence/client-facts.ts';
import { loadLedger } from '#evidence/ledger.ts';
import { ledgerPlugin } from '../../src/integrations/ledger.ts';

const { facts, getFact } = loadLedger();

/** The chunks of source files that are not on disk, each an entry. */
async function chunks(sources: Readonly<Record<string, string>>): Promise<string[]> {
  const path = (name: string) => join(process.cwd(), `src/${name}.ts`);
  const codes = new Map(Object.entries(sources).map(([name, code]) => [path(name), code]));
  const source: Plugin = {
    name: 'source',
    resolveId: (id) => (codes.has(id) ? id : null),
    load: (id) => codes.get(id) ?? null,
  };
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [source, ledgerPlugin()],
    build: { write: false, lib: { entry: [...codes.keys()], formats: ['es'] }, minify: false },
  });
  const outputs = Array.isArray(result) ? result : [result];
  return outputs
    .flatMap((each) => ('output' in each ? each.output : []))
    .flatMap((each) => (each.type === 'chunk' ? each.code : []));
}

/** The bundle of one such file. */
const bundle = async (code: string) => (await chunks({ entry: code })).join('');

test('the module has every fact of the ledger, without notes and entity', () => {
  expect(Object.keys(module).sort()).toEqual(facts.map(({ id }) => id));
  for (const [id, shown] of Object.entries(module)) {
    const { notes: _notes, entity: _entity, ...wanted } = getFact(id);
    expect(shown).toEqual(wanted);
  }
});

test('the module of figures has every fact too, without its words', () => {
  expect(Object.keys(figures).sort()).toEqual(facts.map(({ id }) => id));
  for (const [id, shown] of Object.entries(figures)) {
    const { notes: _notes, entity: _entity, claim: _claim, source: _source, ...wanted } = getFact(id);
    expect(shown).toEqual(wanted);
  }
});

test.each(['virtual:facts', 'virtual:figures'])(
  'a bundle holds of %s what it uses and no more',
  async (name) => {
    const code = await bundle(`import { G02 } from '${name}'; console.log(G02.value);`);
    expect(code).toContain('G02');
    expect(code).not.toContain('A01');
  },
);

test('a bundle holds of one figure the numbers and words that it reads, and no object around them', async () => {
  const code = await bundle(`import * as G02 from 'virtual:figure/G02'; console.log(G02.value, G02.asOf);`);
  const { value, high, asOf, confidence } = getFact('G02');
  for (const read of [value, asOf]) expect(code).toContain(`${read}`);
  for (const left of [high, confidence, 'G02']) expect(code).not.toContain(`${left}`);
});

test('what one page draws of the figures is no burden for another', async () => {
  const drawing = (id: string) => `import { ${id}, G02 } from 'virtual:figures'; console.log(${id}, G02);`;
  const found = await chunks({ first: drawing('A01'), second: drawing('B01') });
  expect(found.map((code) => ['A01', 'B01', 'G02'].filter((id) => code.includes(`"${id}"`)))).toEqual([
    ['A01', 'G02'],
    ['B01', 'G02'],
  ]);
});

test('importing a fact that is not there fails, naming file, id and the nearest ids', async () => {
  const code = `import { G02, type F01, F99 as grid } from 'virtual:facts'; console.log(G02, grid);`;
  await expect(bundle(code)).rejects.toThrow(
    'src/entry.ts imports F99 from virtual:facts: no fact "F99" in content/facts; nearest: F38, F37, F36',
  );
  await expect(bundle(`import { Z98 } from 'virtual:figures'; console.log(Z98);`)).rejects.toThrow(
    'src/entry.ts imports Z98 from virtual:figures',
  );
  await expect(bundle(`import * as Z97 from 'virtual:figure/Z97'; console.log(Z97);`)).rejects.toThrow(
    /src\/entry.ts imports virtual:figure\/Z97: no fact "Z97"/,
  );
  await expect(bundle(`export { Z99 } from 'virtual:facts';`)).rejects.toThrow('src/entry.ts imports Z99');
});

test('a fact’s type has the numbers it has', () => {
  const types = clientTypes(facts);
  expect(types).toContain(`export const G02: FactWith<'value' | 'low' | 'high'>;`);
  expect(types).toContain(`export const A07: FactWith<'value' | 'low'>;`);
  expect(types).toContain(`export const A10: FactWith<never>;`);
  expect(types).toMatch(
    /'virtual:figure\/A10' \{\n {2}export const id: 'A10', asOf: string, confidence: string;/,
  );
  expect(types).toContain(`export const G02: FigureWith<'value' | 'low' | 'high'>;`);
});
