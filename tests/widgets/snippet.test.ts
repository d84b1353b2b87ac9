import { readFileSync } from 'node:fs';
import { compile } from '@mdx-js/mdx';
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { wholeOf } from '#state/view.svelte.ts';
import { wholeQuery } from '#widgets/define.ts';
import { stateTitle } from '#widgets/named-states.ts';
import { spec } from '#widgets/scarcity/spec.ts';
import { ALLOW, snippetOf } from '#widgets/snippet.ts';

const framed = {
  frame: 'https://example.org/embed/v1/scarcity/?doubling=1y&lead=3y',
  question: 'What “if” <b> & {c} or "d"?',
  state: 'As in the "essay"',
  height: 983,
  page: 'https://example.org/figure/scarcity/essay/',
};

test('the snippet is one frame and one link, with nothing that a strict page refuses', () => {
  const [frame, , paragraph] = parseFragment(snippetOf(framed)).childNodes;
  if (frame === undefined || !('attrs' in frame) || paragraph === undefined || !('childNodes' in paragraph))
    throw new Error('not a frame and a paragraph');
  expect(frame.tagName).toBe('iframe');
  expect(Object.fromEntries(frame.attrs.map(({ name, value }) => [name, value]))).toEqual({
    src: framed.frame,
    title: `Interactive: ${framed.question} (${framed.state})`,
    width: '100%',
    height: '983',
    loading: 'lazy',
    allow: ALLOW,
  });
  const link = paragraph.childNodes[0];
  expect(link !== undefined && 'attrs' in link && link.attrs).toEqual([{ name: 'href', value: framed.page }]);
});

test('the snippet is JSX as it is', async () => {
  const compiled = String(await compile(snippetOf(framed)));
  // Read as JSX, the entities are the letters again.
  expect(compiled).toContain(`src: ${JSON.stringify(framed.frame)}`);
  await expect(compile(`<iframe src="a" style="border:0"></iframe>\n\n{`)).rejects.toThrow();
});

test('the README shows what the page gives', () => {
  const given = snippetOf({
    frame: `https://example.org/embed/v1/scarcity/${wholeQuery(spec, { lead: 3 })}`,
    question: spec.question,
    state: stateTitle(spec, wholeOf(spec.settings, { lead: 3 })),
    height: spec.embedHeight,
    page: `https://example.org/${wholeQuery(spec, { lead: 3 }, 'scarcity.')}#scarcity`,
  });
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(
    given
      .split('\n')
      .map((line) => `    ${line}`)
      .join('\n'),
  );
});

const scarcity = {
  frame: 'https://example.org/embed/v1/scarcity/?doubling=7mo&lead=3y',
  page: 'https://example.org/?doubling=7mo&lead=3y#scarcity',
  question: 'What happens?',
  state: 'Slow',
  height: 983,
};

describe('the code to embed a figure', () => {
  test('is a frame and a link, in the words that were promised', () => {
    expect(snippetOf(scarcity)).toBe(
      '<iframe src="https://example.org/embed/v1/scarcity/?doubling=7mo&amp;lead=3y" title="Interactive: What happens? (Slow)" width="100%" height="983" loading="lazy" allow="fullscreen; web-share; clipboard-write"></iframe>\n' +
        '<p><a href="https://example.org/?doubling=7mo&amp;lead=3y#scarcity">What happens? · Not a circle, a queue</a></p>',
    );
  });

  test('holds no letter that would end a text, an attribute or an expression early', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (question, frame) => {
        const plain = snippetOf(scarcity);
        const letters = (text: string, which: RegExp) => text.match(which)?.join('');
        const written = snippetOf({ ...scarcity, question, frame });
        expect(letters(written, /[<>"{}]/g)).toBe(letters(plain, /[<>"{}]/g));
        expect(written.replaceAll(/&(amp|#\d+);/g, '')).not.toContain('&');
      }),
    );
  });
});
