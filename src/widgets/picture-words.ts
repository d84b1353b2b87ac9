import type { Settings, StateOf } from '#state/quantity.ts';
import { provenanceOf } from './data-table.ts';
import { type Spec, sourcesOf } from './define.ts';

interface Taken {
  /** The host that the essay is read at. */
  readonly host: string;
  /** Of the day it was taken, or of the newest source: 2026-07-03. */
  readonly date: string;
  /** Whether the essay's own state is in the picture of another. */
  readonly hasEssays: boolean;
}

/** The elements of a drawing that stand for the essay's own state, dashed and grey, where the reader's is another. */
const ESSAYS = /<path\b[^>]*\bclass="(?:reference|home|essay)\b[^>]*>/g;

/** Whether a drawing, as markup, has the essay's own state in it. An empty path draws nothing. */
export const drawsEssays = (markup: string): boolean =>
  [...markup.matchAll(ESSAYS)].some(([element]) => !/\sd=""/.test(element));

/** What stands below a picture that leaves the page: its state, its sources, where it is from and when. */
export function footOf<S extends Settings>(
  spec: Spec<S>,
  state: StateOf<S>,
  { host, date, hasEssays }: Taken,
): string[] {
  const { state: settings } = provenanceOf(spec, state, '', date);
  const sources = [...new Set(sourcesOf(spec, state).map(({ source }) => source.publisher))];
  return [
    ...(hasEssays ? ['Dashed grey: the essay’s own state.'] : []),
    `${settings.map(({ label, value }) => `${label}: ${value}`).join('; ')}.`,
    ...(sources.length === 0 ? [] : [`Defaults from ${sources.join(', ')}.`]),
    `Not a circle, a queue (${host}), ${date}.`,
  ];
}
