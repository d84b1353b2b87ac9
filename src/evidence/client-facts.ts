import type { ClientFact, Fact, Measure } from './fact.ts';

const MEASURES: readonly Measure[] = ['value', 'low', 'high'];

/**
 * The text of the module `virtual:facts`: one export a fact, named by its id. They are plain object
 * literals, so a bundle keeps only those it uses; notes and entity stay behind.
 */
export function clientModule(facts: readonly Fact[]): string {
  return facts.map((fact) => `export const ${fact.id} = ${JSON.stringify(clientFact(fact))};\n`).join('');
}

/** The declarations of `virtual:facts`: a fact with a number has it in its type, others cannot be asked. */
export function clientTypes(facts: readonly Fact[]): string {
  const exports = facts.map((fact) => {
    const measures = MEASURES.filter((measure) => fact[measure] !== undefined).map((each) => `'${each}'`);
    const claim = fact.claim.replaceAll('*/', '* /');
    return `  /** ${claim} (${fact.asOf}) */\n  export const ${fact.id}: FactWith<${measures.join(' | ') || 'never'}>;\n`;
  });
  return `declare module 'virtual:facts' {\n  import type { FactWith } from '#evidence/fact.ts';\n\n${exports.join('')}}\n`;
}

/** What pages in the browser get of a fact. */
export function clientFact({ entity: _entity, notes: _notes, ...shown }: Fact): ClientFact {
  return shown;
}
