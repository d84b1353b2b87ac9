import type { ClientFact } from '#evidence/fact.ts';
import type { Settings } from '#state/quantity.ts';

/** The facts behind the defaults of settings, each once. */
export function factsOf(settings: Settings): ClientFact[] {
  const facts = Object.values(settings).flatMap((setting) => {
    if (setting.kind === 'choice') return [];
    const { basis, marks } = setting.evidence;
    return [...(basis.kind === 'sourced' ? basis.facts : []), ...marks.map(({ fact }) => fact)];
  });
  return [...new Set(facts)];
}
