import { worldFacts as facts, worldBasis } from '#evidence/default-facts.ts';
import { namedWorlds } from '#evidence/worlds.ts';
import doublings from '#model/formulas/doublings.tex';
import uncovered from '#model/formulas/uncovered.tex';
import { essayWorld, type ResultId, type World, type WorldKey, worldSettings } from '#state/world.ts';
import { lawResults, productResult } from '#widgets/law-results.ts';
import { type Input, openBeside } from '#widgets/opened.ts';

const results: Record<ResultId, { formula?: string; means: string; from: readonly WorldKey[] }> = {
  ...lawResults,
  product: productResult,
  doublings: {
    formula: doublings,
    means: 'how often demand doubles in one lead time',
    from: ['doubling', 'lead'],
  },
  covered: {
    means: 'how many years ahead builders have committed',
    from: ['commit'],
  },
  uncovered: {
    formula: uncovered,
    means: 'the part of the lead time that nobody has committed to',
    from: ['lead', 'commit'],
  },
};

const inputOf = (key: WorldKey, value: number): Input => ({
  quantity: { ...worldSettings[key], basis: worldBasis[key] },
  value,
});

/** A number that the model computed from the reader's world, or from one that has a name. */
export function openValue(anchor: Element, id: ResultId, world: World, worldId?: string): Promise<void> {
  const there = Object.values(namedWorlds).find((each) => each.id === worldId);
  const { formula, means, from } = results[id];
  const says = `is ${means}`;
  const state = there === undefined ? world : { ...essayWorld, ...there.state };
  return openBeside(anchor, {
    number: anchor.textContent ?? '',
    says:
      there === undefined
        ? says
        : `${says}, in the world called “${there.title}”. ${there.why.replace(/\.$/, '')}`,
    ...(formula === undefined ? {} : { formula }),
    inputs: from.map((key) => inputOf(key, state[key])),
    facts,
    ...(there === undefined ? {} : { sources: there.facts }),
  });
}

/** A number that the reader sets. */
export function openSetting(anchor: Element, key: WorldKey, value: number): Promise<void> {
  return openBeside(anchor, {
    number: anchor.textContent ?? '',
    says: 'is yours to set: drag it, or use the arrow keys',
    inputs: [inputOf(key, value)],
    facts,
  });
}

/** A figure from the ledger, with what the page's sources say of it. */
export function openFact(anchor: Element, id: string): Promise<void> {
  const there = document.querySelector<HTMLElement>(`#fact-${id}`);
  const from = there?.closest<HTMLElement>('[data-publisher]');
  const { asOf = '', confidence = '' } = there?.dataset ?? {};
  const { publisher = '', url = '' } = from?.dataset ?? {};
  const claim = there?.querySelector('span')?.textContent ?? '';
  const sources = [{ id, claim, asOf, confidence, source: { publisher, url } }];
  return openBeside(anchor, { number: anchor.textContent ?? '', says: 'is from the ledger', sources, facts });
}
