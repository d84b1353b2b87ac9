import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type ESTree, normalizePath, type Plugin } from 'vite';
import { clientModule, clientTypes } from '#evidence/client-facts.ts';
import { FACTS_FOLDER, type Ledger, loadLedger, UnknownFactError } from '#evidence/ledger.ts';

const NAME = 'virtual:facts';
const RESOLVED = `\0${NAME}`;
const READER = /\/src\/evidence\/ledger\.ts$/;

/**
 * Makes the ledger a module: `import { G02 } from 'virtual:facts'`. A ledger with anything wrong in it, or
 * the import of an id it does not have, stops the build, the dev server and the tests, saying what is wanted.
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

  return {
    name: 'ledger',
    // After the compilers, so that every source is JavaScript when its imports are read.
    enforce: 'post',

    configResolved(config) {
      root = config.root;
      current();
    },

    resolveId: {
      filter: { id: /^virtual:facts$/ },
      handler: () => RESOLVED,
    },

    load: {
      filter: { id: /^\0virtual:facts$/ },
      handler() {
        for (const name of readdirSync(folder())) this.addWatchFile(join(folder(), name));
        return { code: clientModule(current().facts), moduleSideEffects: false };
      },
    },

    transform: {
      filter: { code: NAME },
      handler(code, id) {
        const ids = current().facts.map((fact) => fact.id);
        const unknown = importedNames(this.parse(code)).find((name) => !ids.includes(name));
        if (unknown === undefined) return;
        const { message } = new UnknownFactError(unknown, ids);
        this.error(`${relative(root, id)} imports ${unknown} from ${NAME}: ${message}`);
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
        if (module.id === RESOLVED || READER.test(module.id ?? '')) moduleGraph.invalidateModule(module);
      }
      hot.send({ type: 'full-reload' });
      return [];
    },
  };
}

/** The ledger for an Astro project: its module, the types of that module, and a start that checks it. */
export function ledger(): AstroIntegration {
  return {
    name: 'ledger',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [ledgerPlugin()] } });
      },
      'astro:config:done': ({ config, injectTypes }) => {
        const { facts } = loadLedger(fileURLToPath(new URL(FACTS_FOLDER, config.root)));
        injectTypes({ filename: 'facts.d.ts', content: clientTypes(facts) });
      },
    },
  };
}

/** The names a module takes from `virtual:facts`, whatever it calls them itself. */
function importedNames(program: ESTree.Program): string[] {
  return program.body.flatMap((statement) => {
    if (statement.type === 'ImportDeclaration' && statement.source.value === NAME) {
      return statement.specifiers.flatMap((each) =>
        each.type === 'ImportSpecifier' ? [nameOf(each.imported)] : [],
      );
    }
    if (statement.type === 'ExportNamedDeclaration' && statement.source?.value === NAME) {
      return statement.specifiers.map((each) => nameOf(each.local));
    }
    return [];
  });
}

function nameOf(name: ESTree.ModuleExportName): string {
  return name.type === 'Literal' ? name.value : name.name;
}
