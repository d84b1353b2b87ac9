import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type ESTree, normalizePath, type Plugin } from 'vite';
import { allFacts, clientModule, clientTypes, figureModule, figuresModule } from '#evidence/client-facts.ts';
import { FACTS_FOLDER, type Ledger, loadLedger, UnknownFactError } from '#evidence/ledger.ts';
import { dealsPlugin } from './deals.ts';

const FACTS = 'virtual:facts';
const FIGURES = 'virtual:figures';
const ONE = 'virtual:fact/';
const ONE_FIGURE = 'virtual:figure/';
const OURS = /^\0virtual:(facts|figures|fact\/|figure\/)/;
const READER = /\/src\/evidence\/ledger\.ts$/;

/**
 * Makes the ledger modules. `import { G02 } from 'virtual:facts'` gives the whole fact; each is a module of its own
 * behind that, so that a page loads its words where they are shown. `'virtual:figures'` gives its numbers, date and
 * confidence, for what only draws them; `import * as G02 from 'virtual:figure/G02'` gives them one by one, for what
 * computes with some of them. A ledger with anything wrong in it, or the import of an id it does not have, stops the
 * build, the dev server and the tests, saying what is wanted.
 */
export function ledgerPlugin(): Plugin {
  let root = process.cwd();
  let ledger: Ledger | undefined;
  const folder = () => join(root, FACTS_FOLDER);
  const holds = (file: string) => normalizePath(file).startsWith(`${normalizePath(folder())}/`);
  const current = () => {
    ledger ??= loadLedger(folder());
    return ledger;
  };
  /** What is wrong with asking for the fact of an id; null where it is there. */
  const problemOf = (asked: string) => {
    const ids = current().facts.map(({ id }) => id);
    return ids.includes(asked) ? null : new UnknownFactError(asked, ids).message;
  };

  return {
    name: 'ledger',
    // After the compilers, so that every source is JavaScript when its imports are read.
    enforce: 'post',

    configResolved(config) {
      root = config.root;
      current();
    },

    resolveId: {
      filter: { id: /^virtual:(facts|figures|(fact|figure)\/.+)$/ },
      handler(id, importer = '') {
        // Each importer has figures of its own, or all would load what any of them draws.
        if (id === FIGURES) return `\0${id}?${hashOf(importer)}`;
        const problem = id.startsWith(ONE_FIGURE) ? problemOf(id.slice(ONE_FIGURE.length)) : null;
        if (problem !== null) this.error(`${relative(root, importer)} imports ${id}: ${problem}`);
        return `\0${id}`;
      },
    },

    load: {
      filter: { id: OURS },
      handler(id) {
        for (const name of readdirSync(folder())) this.addWatchFile(join(folder(), name));
        const { facts, getFact } = current();
        const name = id.slice(1);
        if (name === FACTS) return { code: allFacts(facts, ONE), moduleSideEffects: false };
        if (name.startsWith(ONE_FIGURE))
          return { code: figureModule(getFact(name.slice(ONE_FIGURE.length))), moduleSideEffects: false };
        if (name.startsWith(FIGURES)) return { code: figuresModule(facts), moduleSideEffects: false };
        return { code: clientModule([getFact(name.slice(ONE.length))]), moduleSideEffects: false };
      },
    },

    transform: {
      filter: { code: /virtual:(facts|figures)/ },
      handler(code, id) {
        for (const from of [FACTS, FIGURES]) {
          for (const name of importedNames(this.parse(code), from)) {
            const problem = problemOf(name);
            if (problem !== null)
              this.error(`${relative(root, id)} imports ${name} from ${from}: ${problem}`);
          }
        }
      },
    },

    watchChange(changed) {
      if (holds(changed)) ledger = undefined;
    },

    hotUpdate({ file }) {
      if (!holds(file)) return;
      const { moduleGraph, hot } = this.environment;
      for (const module of moduleGraph.idToModuleMap.values()) {
        // Pages that read the ledger themselves keep it in this module.
        if (OURS.test(module.id ?? '') || READER.test(module.id ?? '')) moduleGraph.invalidateModule(module);
      }
      hot.send({ type: 'full-reload' });
      return [];
    },
  };
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** The ledger for an Astro project: its module, the types of that module, and a start that checks it. */
export function ledger(): AstroIntegration {
  return {
    name: 'ledger',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [ledgerPlugin(), dealsPlugin()] } });
      },
      'astro:config:done': ({ config, injectTypes }) => {
        const { facts } = loadLedger(fileURLToPath(new URL(FACTS_FOLDER, config.root)));
        injectTypes({ filename: 'facts.d.ts', content: clientTypes(facts) });
      },
    },
  };
}

/** The names a module takes from another, whatever it calls them itself. */
function importedNames(program: ESTree.Program, from: string): string[] {
  return program.body.flatMap((statement) => {
    if (statement.type === 'ImportDeclaration' && statement.source.value === from) {
      return statement.specifiers.flatMap((each) =>
        each.type === 'ImportSpecifier' ? [nameOf(each.imported)] : [],
      );
    }
    if (statement.type === 'ExportNamedDeclaration' && statement.source?.value === from) {
      return statement.specifiers.map((each) => nameOf(each.local));
    }
    return [];
  });
}

function nameOf(name: ESTree.ModuleExportName): string {
  return name.type === 'Literal' ? name.value : name.name;
}
