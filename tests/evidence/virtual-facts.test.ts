import { join } from 'node:path';
import * as module from 'virtual:facts';
import * as figures from 'virtual:figures';
import { build, type Plugin } from 'vite';
import { expect, test } from 'vitest';
import { clientTypes } from '#evidence/client-facts.ts';
import { loadLedger } from '#evidence/ledger.ts';
import { ledgerPlugin } from '../../src/integrations/ledger.ts';

const { facts, getFact } = loadLedger();

/** The bundle of one source file that is not on disk. */
async function bundle(code: string): Promise<string> {
  const entry = join(process.cwd(), 'src/entry.ts');
  const source: Plugin = {
    name: 'source',
    resolveId: (id) => (id === entry ? entry : null),
    load: (id) => (id === entry ? code : null),
  };
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [source, ledgerPlugin()],
    build: { write: false, lib: { entry, formats: ['es'] }, minify: false },
  });
  const outputs = Array.isArray(result) ? result : [result];
  return outputs
    .flatMap((each) => ('output' in each ? each.output : []))
    .map((each) => (each.type === 'chunk' ? each.code : ''))
    .join('');
}

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

test('importing a fact that is not there fails, naming file, id and the nearest ids', async () => {
  const code = `import { G02, type F01, F99 as grid } from 'virtual:facts'; console.log(G02, grid);`;
  await expect(bundle(code)).rejects.toThrow(
    'src/entry.ts imports F99 from virtual:facts: no fact "F99" in content/facts; nearest: F38, F37, F36',
  );
  await expect(bundle(`import { Z98 } from 'virtual:figures'; console.log(Z98);`)).rejects.toThrow(
    'src/entry.ts imports Z98 from virtual:figures',
  );
  await expect(bundle(`export { Z99 } from 'virtual:facts';`)).rejects.toThrow('src/entry.ts imports Z99');
});

test('a fact’s type has the numbers it has', () => {
  const types = clientTypes(facts);
  expect(types).toContain(`export const G02: FactWith<'value' | 'low' | 'high'>;`);
  expect(types).toContain(`export const A07: FactWith<'value' | 'low'>;`);
  expect(types).toContain(`export const A10: FactWith<never>;`);
  expect(types).toContain(`export const G02: FigureWith<'value' | 'low' | 'high'>;`);
});
