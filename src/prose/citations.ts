import type { Fact } from '#evidence/fact.ts';
import { projectLedger } from '#evidence/ledger.ts';

export interface CitedSource {
  readonly number: number;
  readonly source: Fact['source'];
  readonly facts: readonly Fact[];
}

/** The sources of a page, numbered in the order in which the prose first leans on them. */
export interface Citations {
  readonly sources: readonly CitedSource[];
  readonly numberOf: (factId: string) => number;
}

/** Numbers the sources of these facts; facts from one address share a number. */
export function numberSources(factIds: readonly string[]): Citations {
  const { getFact } = projectLedger();
  const byAddress = Map.groupBy(
    [...new Set(factIds)].map((id) => getFact(id)),
    ({ source }) => source.url,
  );
  const sources = [...byAddress.values()].flatMap((facts, index) => {
    const source = facts[0]?.source;
    return source === undefined ? [] : [{ number: index + 1, source, facts }];
  });
  const numbers = new Map(
    sources.flatMap(({ number, facts }) => facts.map(({ id }) => [id, number] as const)),
  );
  return {
    sources,
    numberOf: (id) => {
      const number = numbers.get(id);
      if (number === undefined)
        throw new Error(`${id} is cited outside the sections, so its source has no number`);
      return number;
    },
  };
}
