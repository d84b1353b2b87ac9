import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadLedger } from '#evidence/ledger.ts';

const folder = new URL('../../content/sections/', import.meta.url);
const { facts, getFact } = loadLedger();

/** The essay's numbered sections, their text split into paragraphs, and the words that are read. */
const sections = readdirSync(folder)
  .filter((name) => name.endsWith('.mdx') && !name.startsWith('9-notes'))
  .map((name) => {
    const [, , body = ''] = readFileSync(new URL(name, folder), 'utf8').split(/^---$/m);
    return { name, paragraphs: body.trim().split(/\n{2,}/) };
  });

const isNote = (paragraph: string) => paragraph.startsWith('<Note>');
const wordsOf = (text: string) =>
  text
    .replaceAll(/<[^>]*>/g, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+(?:[’'.,][\p{L}\p{N}]+)*/gu) ?? [];

const RUN = 12;
function runsOf(text: string): string[] {
  const words = wordsOf(text);
  return words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' '));
}
const sources = new Set(
  facts.flatMap(({ claim, notes, source }) => [claim, notes ?? '', source.title].flatMap(runsOf)),
);

describe.each(sections)('$name', ({ paragraphs }) => {
  test('has between 450 and 800 words, notes apart', () => {
    const count = wordsOf(paragraphs.filter((each) => !isNote(each)).join(' ')).length;
    expect(count).toBeGreaterThanOrEqual(450);
    expect(count).toBeLessThanOrEqual(800);
  });

  test('shares no run of twelve words with the ledger’s words for its sources', () => {
    expect(paragraphs.flatMap(runsOf).filter((run) => sources.has(run))).toEqual([]);
  });

  test('says where a source is weak', () => {
    const unsaid = paragraphs.flatMap((paragraph, index) => {
      const near = [paragraph, ...paragraphs.slice(index + 1, index + 3).filter(isNote)].join(' ');
      const said = /\bweak\b|second-hand|interested|a firm that sells/i.test(near);
      const ids = [...paragraph.matchAll(/\bid="([A-J]\d\d(?: [A-J]\d\d)*)"/g)].flatMap(([, each = '']) =>
        each.split(' '),
      );
      return said ? [] : ids.filter((id) => getFact(id).confidence === 'weak secondary');
    });
    expect(unsaid).toEqual([]);
  });
});
