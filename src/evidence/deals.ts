import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parse } from 'yaml';
import { type Deal, dealOf } from './deal.ts';
import { dealSchema } from './deal-file.ts';
import type { Ledger } from './ledger.ts';

/** Where the deals are, from the root of the project. */
export const DEALS_FOLDER = 'content/deals';

/** The deals cannot be used; the message lists everything that is wrong with them. */
export class DealsError extends Error {
  override readonly name = 'DealsError';
}

/**
 * Reads and checks every deal of a folder, one a file, ordered by name. For the build only. Throws one
 * `DealsError` with all problems, a line each: file, field, what is wrong, what is wanted.
 */
export function loadDeals({ getFact }: Ledger, folder: string = resolve(DEALS_FOLDER)): Deal[] {
  const problems: string[] = [];
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  const deals = names.sort().flatMap((name) => {
    const file = join(folder, name);
    const report = (what: string) => problems.push(`${relative(process.cwd(), file)} ${what}`);
    const id = /^([a-z0-9-]+)\.yaml$/.exec(name)?.[1];
    if (id === undefined) {
      report('cannot belong here; wanted: a name such as amazon-anthropic.yaml');
      return [];
    }
    try {
      const written = dealSchema.safeParse(parse(readFileSync(file, 'utf8')));
      if (written.success) return [dealOf(id, written.data, getFact)];
      for (const { path, message, code, ...issue } of written.error.issues) {
        const at =
          code === 'unrecognized_keys' && 'keys' in issue
            ? `${issue.keys} is not a field here`
            : path.join('.');
        report(`${at}: wanted: ${message}`);
      }
    } catch (error) {
      report(error instanceof Error ? error.message : String(error));
    }
    return [];
  });
  if (problems.length > 0) throw new DealsError(['The deals cannot be used:', ...problems].join('\n  '));
  return deals;
}

/** The ids of every fact that a deal stands on. */
export function factIdsOf(deal: Deal): string[] {
  const { placed, contingent, committed, termYears, gigawatts, dated, added, partner, route, contested } =
    deal;
  const amounts = [
    placed,
    contingent,
    committed,
    termYears,
    gigawatts,
    dated?.gigawatts,
    added?.gigawatts,
    partner?.contingent,
    route?.placed,
    route?.bought,
  ];
  return [
    ...new Set([...amounts.flatMap((each) => each?.facts ?? []), ...contested.flatMap(({ facts }) => facts)]),
  ];
}
