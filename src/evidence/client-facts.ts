import type { ClientFact, ClientFigure, Fact, Measure } from './fact.ts';

const MEASURES: readonly Measure[] = ['value', 'low', 'high'];

/**
 * The text of a module with one export a fact, named by its id. They are plain object literals, so a bundle
 * keeps only those it uses; notes and entity stay behind.
 */
export function clientModule(facts: readonly Fact[]): string {
  return exportsOf(facts, clientFact);
}

/** The text of `virtual:facts`: each fact from a module of its own, whose name begins with `prefix`. */
export function allFacts(facts: readonly Fact[], prefix: string): string {
  return facts.map(({ id }) => `export { ${id} } from ${JSON.stringify(prefix + id)};\n`).join('');
}

/** The text of `virtual:figures`: what is drawn of a fact, without its words. */
export function figuresModule(facts: readonly Fact[]): string {
  return exportsOf(facts, figureOf);
}

/** The text of `virtual:figure/<id>`: the same with one export a number or word, so that a bundle has those it reads. */
export function figureModule(fact: Fact): string {
  return Object.entries(figureOf(fact))
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
    .join('');
}

function exportsOf(facts: readonly Fact[], shown: (fact: Fact) => object): string {
  return facts.map((fact) => `export const ${fact.id} = ${JSON.stringify(shown(fact))};\n`).join('');
}

/** The declarations of these modules: a fact with a number has it in its type, others cannot be asked. */
export function clientTypes(facts: readonly Fact[]): string {
  return [
    declarationOf('virtual:facts', 'FactWith', facts),
    declarationOf('virtual:figures', 'FigureWith', facts),
    ...facts.map(figureDeclaration),
  ].join('');
}

function figureDeclaration(fact: Fact): string {
  const names = Object.entries(figureOf(fact)).map(
    ([name, value]) => `${name}: ${name === 'id' ? `'${value}'` : typeof value}`,
  );
  return `declare module 'virtual:figure/${fact.id}' {\n  export const ${names.join(', ')};\n}\n`;
}

function declarationOf(module: string, type: string, facts: readonly Fact[]): string {
  const exports = facts.map((fact) => {
    const measures = MEASURES.filter((measure) => fact[measure] !== undefined).map((each) => `'${each}'`);
    const claim = fact.claim.replaceAll('*/', '* /');
    return `  /** ${claim} (${fact.asOf}) */\n  export const ${fact.id}: ${type}<${measures.join(' | ') || 'never'}>;\n`;
  });
  return `declare module '${module}' {\n  import type { ${type} } from '#evidence/fact.ts';\n\n${exports.join('')}}\n`;
}

/** What pages in the browser get of a fact. */
function clientFact({ entity: _entity, notes: _notes, ...shown }: Fact): ClientFact {
  return shown;
}

function figureOf(fact: Fact): ClientFigure {
  const { claim: _claim, source: _source, ...drawn } = clientFact(fact);
  return drawn;
}
