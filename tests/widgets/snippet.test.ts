import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snippetOf } from '#widgets/snippet.ts';

const scarcity = {
  frame: 'https://example.org/embed/v1/scarcity/?doubling=7mo&lead=3y',
  page: 'https://example.org/?doubling=7mo&lead=3y#scarcity',
  question: 'What happens?',
  height: 983,
};

describe('the code to embed a figure', () => {
  test('is a frame and a link, in the words that were promised', () => {
    expect(snippetOf(scarcity)).toBe(
      '<iframe src="https://example.org/embed/v1/scarcity/?doubling=7mo&amp;lead=3y" title="Interactive: What happens?" width="100%" height="983" loading="lazy" allow="fullscreen; web-share; clipboard-write"></iframe>\n' +
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
