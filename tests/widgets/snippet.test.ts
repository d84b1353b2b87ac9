import { readFileSync } from 'node:fs';
import { compile } from '@mdx-js/mdx';
import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { spec } from '#widgets/scarcity/spec.ts';
import { ALLOW, inMarkup, snippet } from '#widgets/snippet.ts';

const framed = {
  src: 'https://example.org/embed/v1/scarcity/?doubling=1y&lead=3y',
  question: 'What “if” <b> & {c} or "d"?',
  height: 983,
  page: 'https://example.org/figure/scarcity/essay/',
};

test('the snippet is one frame and one link, with nothing that a strict page refuses', () => {
  const [frame, , paragraph] = parseFragment(snippet(framed)).childNodes;
  if (frame === undefined || !('attrs' in frame) || paragraph === undefined || !('childNodes' in paragraph))
    throw new Error('not a frame and a paragraph');
  expect(frame.tagName).toBe('iframe');
  expect(Object.fromEntries(frame.attrs.map(({ name, value }) => [name, value]))).toEqual({
    src: framed.src,
    title: `Interactive: ${framed.question}`,
    width: '100%',
    height: '983',
    loading: 'lazy',
    allow: ALLOW,
  });
  const link = paragraph.childNodes[0];
  expect(link !== undefined && 'attrs' in link && link.attrs).toEqual([{ name: 'href', value: framed.page }]);
});

test('the snippet is JSX as it is', async () => {
  const compiled = String(await compile(snippet(framed)));
  // Read as JSX, the entities are the letters again.
  expect(compiled).toContain(`src: ${JSON.stringify(framed.src)}`);
  await expect(compile(`<iframe src="a" style="border:0"></iframe>\n\n{`)).rejects.toThrow();
});

test('no text leaves its attribute or its element', () => {
  expect(inMarkup('"><script>{x}&')).toBe('&quot;&gt;&lt;script&gt;&#123;x&#125;&amp;');
});

test('the README shows what the page gives', () => {
  const given = snippet({
    src: 'https://example.org/embed/v1/scarcity/?lead=3y',
    question: spec.question,
    height: spec.embedHeight,
    page: 'https://example.org/?lead=3y#scarcity',
  });
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(
    given
      .split('\n')
      .map((line) => `    ${line}`)
      .join('\n'),
  );
});
