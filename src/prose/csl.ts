import { Cite, type CSLDate, type CSLDatePart } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { CitedSource } from './citations.ts';

/** "2026-04-21" and "2026-04" as dates; "2025–2026" as it is; "undated" as none. */
function issued(published: string): CSLDate | undefined {
  if (published === 'undated') return undefined;
  const [year, month, day] = published.split('-');
  if (!/^\d{4}(-\d\d){0,2}$/.test(published) || year === undefined) return { literal: published };
  const parts: CSLDatePart =
    month === undefined ? [year] : day === undefined ? [year, month] : [year, month, day];
  return { 'date-parts': [parts] };
}

/** Each source as an APA entry in HTML, its address apart so that it can be a link. */
export function entriesOf(sources: readonly CitedSource[]): readonly { number: number; html: string }[] {
  const cite = new Cite(
    sources.map(({ number, source }) => ({
      id: String(number),
      type: 'webpage',
      title: source.title,
      publisher: source.publisher,
      issued: issued(source.published),
    })),
  );
  const html: unknown = cite.format('bibliography', {
    format: 'html',
    template: 'apa',
    lang: 'en-US',
    nosort: true,
    asEntryArray: true,
  });
  if (!Array.isArray(html)) throw new Error('the bibliography came back in another shape');
  const entries = new Map<string, string>(html.map(([id, entry]: [string, string]) => [id, entry]));
  return sources.map(({ number }) => ({ number, html: entries.get(String(number)) ?? '' }));
}
