import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import { type Deal, drawnOf } from '#evidence/deal.ts';
import { DEALS_FOLDER, factIdsOf, loadDeals } from '#evidence/deals.ts';
import { FACTS_FOLDER, loadLedger } from '#evidence/ledger.ts';

const DEALS = '\0virtual:deals';
const FIGURES = '\0virtual:deal-figures';

/**
 * Makes `content/deals/` three modules: `import { deals } from 'virtual:deals'` gives the records with their
 * numbers looked up, `'virtual:deal-figures'` their names and numbers alone, for what only draws them,
 * `'virtual:deal-facts'` the whole facts behind each, by its id. A deal with anything wrong
 * in it stops the build, the dev server and the tests.
 */
export function dealsPlugin(): Plugin {
  let root = process.cwd();
  const load = () => loadDeals(loadLedger(join(root, FACTS_FOLDER)), join(root, DEALS_FOLDER));
  return {
    name: 'deals',

    configResolved(config) {
      root = config.root;
      load();
    },

    resolveId: {
      filter: { id: /^virtual:deal(s|-facts|-figures)$/ },
      handler: (id) => `\0${id}`,
    },

    load: {
      filter: { id: /^\0virtual:deal(s|-facts|-figures)$/ },
      handler(id) {
        const folder = join(root, DEALS_FOLDER);
        for (const name of readdirSync(folder)) this.addWatchFile(join(folder, name));
        const deals = load();
        if (id === DEALS)
          return { code: `export const deals = ${JSON.stringify(deals)};`, moduleSideEffects: false };
        if (id === FIGURES)
          return {
            code: `export const deals = ${JSON.stringify(historyLast(deals).map(drawnOf))};`,
            moduleSideEffects: false,
          };
        const ids = [...new Set(deals.flatMap(factIdsOf))];
        const entries = deals.map((deal) => `${JSON.stringify(deal.id)}: [${factIdsOf(deal).join(', ')}]`);
        const code = `import { ${ids.join(', ')} } from 'virtual:facts';\nexport const dealFacts = { ${entries.join(', ')} };`;
        return { code, moduleSideEffects: false };
      },
    },

    hotUpdate({ file }) {
      if (!normalizePath(file).startsWith(`${normalizePath(join(root, DEALS_FOLDER))}/`)) return;
      const { moduleGraph, hot } = this.environment;
      for (const module of moduleGraph.idToModuleMap.values()) {
        if (module.id?.startsWith('\0virtual:deal')) moduleGraph.invalidateModule(module);
      }
      hot.send({ type: 'full-reload' });
      return [];
    },
  };
}

const historyLast = (deals: readonly Deal[]) =>
  deals.toSorted((a, b) => Number(a.status === 'historical') - Number(b.status === 'historical'));
