import type { ClientFact } from '#evidence/fact.ts';
import { namedWorlds } from '#evidence/worlds.ts';
import doublings from '#model/formulas/doublings.tex';
import overbuild from '#model/formulas/overbuild.tex';
import product from '#model/formulas/product.tex';
import shortage from '#model/formulas/shortage.tex';
import uncovered from '#model/formulas/uncovered.tex';
import { essayWorld, type ResultId, type World, type WorldKey, worldSettings } from '#state/world.ts';
import { openBeside } from '#widgets/opened.ts';

const results: Record<ResultId, { formula: string; says: string; from: readonly WorldKey[] }> = {
  scarcity: {
    formula: shortage,
    says: 'is how many times as much is wanted as exists, once what is signed this year has arrived',
    from: ['doubling', 'lead', 'commit'],
  },
  overbuild: {
    formula: overbuild,
    says: 'is how many times what is wanted there would be, had everything on order arrived and growth stopped',
    from: ['doubling', 'commit'],
  },
  product: {
    formula: product,
    says: 'is the shortage now, times the excess if growth stopped, however much is committed',
    from: ['doubling', 'lead'],
  },
  doublings: {
    formula: doublings,
    says: 'is how often demand doubles in one lead time',
    from: ['doubling', 'lead'],
  },
  uncovered: {
    formula: uncovered,
    says: 'is the part of the lead time that nobody has committed to',
    from: ['lead', 'commit'],
  },
};

/** A number that the model computed from the reader's world, or from one that has a name. */
export function openValue(anchor: Element, id: ResultId, world: World, worldId?: string): Promise<void> {
  const named = Object.values(namedWorlds).find((each) => each.id === worldId);
  const { formula, says, from } = results[id];
  const state = named === undefined ? world : { ...essayWorld, ...named.state };
  return openBeside(anchor, {
    number: anchor.textContent ?? '',
    says:
      named === undefined
        ? says
        : `${says}, in the world called “${named.title}”. ${named.why.replace(/\.$/, '')}`,
    formula,
    inputs: from.map((key) => ({ quantity: worldSettings[key], value: state[key] })),
    ...(named === undefined ? {} : { sources: named.facts }),
  });
}

/** A number that the reader sets. */
export function openSetting(anchor: Element, key: WorldKey, value: number): Promise<void> {
  return openBeside(anchor, {
    number: anchor.textContent ?? '',
    says: 'is yours to set: drag it, or use the arrow keys',
    inputs: [{ quantity: worldSettings[key], value }],
  });
}

/** A figure from the ledger. What is known of it stands among the page's sources. */
export function openFact(anchor: Element, id: string): Promise<void> {
  const sources = citedFacts().filter((fact) => fact.id === id);
  return openBeside(anchor, { number: anchor.textContent ?? '', says: 'is from the ledger', sources });
}

/** What `Bibliography` wrote into the page. */
function citedFacts(): readonly ClientFact[] {
  return JSON.parse(document.querySelector('#cited-facts')?.textContent ?? '[]') as ClientFact[];
}
