import { readFileSync } from 'node:fs';

export const path = new URL('for-ever.json', import.meta.url);

export interface Exchange {
  readonly say: Readonly<Record<string, unknown>>;
  readonly hear: Readonly<Record<string, unknown>> | null;
}

/** Everything that was ever given out, as `for-ever.json` keeps it. A list grows at its end. */
export interface Promised {
  addresses: string[];
  /** Where each widget has a page of its own. */
  embeds: string[];
  /** What there is beside each figure page. */
  files: string[];
  options: string[];
  /** What scarcity was told, and what it answered. */
  messages: Exchange[];
  /** The same for every widget, in one conversation each. */
  conversations: Record<string, Exchange[]>;
  /** By widget: the query of an address, in the very words, and the whole state that it stands for. */
  states: Record<string, Record<string, string>>;
  /** By widget: the name of a figure page, and the whole state that it stands for. */
  figures: Record<string, Record<string, string>>;
  /** By data file: the fields that it has, and what kind of thing is in each. */
  fields: Record<string, Record<string, string>>;
  /** What the model is asked, and what it says. */
  model: Record<string, { asked: unknown; says: string }>;
}

/** An address's query as an object. */
export const said = (query: string): Record<string, string> => Object.fromEntries(new URLSearchParams(query));

/** An object as an address's query. */
export const query = (state: Readonly<Record<string, string>>): string => `?${new URLSearchParams(state)}`;

export const read = (): Promised => JSON.parse(readFileSync(path, 'utf8'));

/** Each single thing that such a file promises. Those of a file that has only grown are all still there. */
export function promisesIn(file: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(file).flatMap(([kind, kept]) => {
    // Before states were kept whole.
    if (kind === 'queries')
      return Object.entries(kept ?? {}).flatMap(([id, queries]) =>
        [queries].flat().map((one) => `states.${id}.${one}`),
      );
    return leaves(kept, kind, kind === 'states' || kind === 'figures');
  });
}

function leaves(value: unknown, at: string, holdsStates: boolean): string[] {
  if (holdsStates && typeof value === 'string') return [at, ...leaves(said(value), at, false)];
  if (typeof value !== 'object' || value === null) return [`${at} = ${JSON.stringify(value)}`];
  return Object.entries(value).flatMap(([key, inside]) => leaves(inside, `${at}.${key}`, holdsStates));
}
