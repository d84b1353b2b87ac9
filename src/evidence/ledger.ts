import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Fact } from './fact.ts';
import { readFactFile } from './fact-file.ts';
import { nearestIds } from './nearest-ids.ts';

/** Where the facts are, from the root of the project. */
export const FACTS_FOLDER = 'content/facts';

/** All facts, ordered by id. */
export interface Ledger {
  readonly facts: readonly Fact[];
  /** The fact of an id; throws an `UnknownFactError` that names the nearest ids. */
  readonly getFact: (id: string) => Fact;
}

/** The ledger cannot be used; the message lists everything that is wrong with it. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['The ledger of facts cannot be used:', ...problems].join('\n  '));
    this.problems = problems;
  }
}

/** Somebody asked for a fact that is not in the ledger. */
export class UnknownFactError extends Error {
  override readonly name = 'UnknownFactError';

  constructor(id: string, ids: readonly string[]) {
    super(`no fact "${id}" in ${FACTS_FOLDER}; nearest: ${nearestIds(id, ids).join(', ')}`);
  }
}

/**
 * Reads and checks every file of a folder, such as `f-lead-times.yaml` for the facts F01 to F99. For the
 * build and the server only. Throws one `LedgerError` with all problems, a line each: file, line, fact,
 * field, what is wrong, what is wanted.
 */
export function loadLedger(folder: string = resolve(FACTS_FOLDER)): Ledger {
  const problems: string[] = [];
  const facts = new Map<string, Fact>();
  const places = new Map<string, string>();

  const visible = readdirSync(folder).filter((name) => !name.startsWith('.'));
  for (const name of visible.sort()) {
    const file = join(folder, name);
    const shown = relative(process.cwd(), file);
    const letter = /^([a-j])-[a-z0-9-]+\.yaml$/.exec(name)?.[1]?.toUpperCase();
    if (letter === undefined) {
      problems.push(
        `${shown}: cannot belong here; wanted: a name such as f-lead-times.yaml, the letter of its topic first, a to j`,
      );
      continue;
    }
    const read = readFactFile(readFileSync(file, 'utf8'), letter);
    problems.push(...read.problems.map(({ line, message }) => `${shown}:${line} ${message}`));
    for (const { fact, line } of read.facts) {
      const place = `${shown}:${line}`;
      const earlier = places.get(fact.id);
      if (earlier) problems.push(`${place} ${fact.id}: is also in ${earlier}; wanted: each id once`);
      places.set(fact.id, place);
      facts.set(fact.id, fact);
    }
  }
  if (problems.length > 0) throw new LedgerError(problems);

  const ids = [...facts.keys()].sort();
  const getFact = (id: string) => {
    const fact = facts.get(id);
    if (!fact) throw new UnknownFactError(id, ids);
    return fact;
  };
  return { facts: ids.map(getFact), getFact };
}

let ledger: Ledger | undefined;

/** The project's ledger, read once; in development the plugin drops this module when a fact is edited. */
export function projectLedger(): Ledger {
  ledger ??= loadLedger();
  return ledger;
}

/** A fact of the project's ledger: `getFact('G02').value` → 3.3. Throws for an unknown id. */
export function getFact(id: string): Fact {
  return projectLedger().getFact(id);
}
