import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { platforms } from '#embed/platforms.ts';

const pasted = {
  frame: 'https://example.org/embed/v1/scarcity/?doubling=1y&lead=3y',
  question: 'What "happens" & why?',
  state: 'Half "covered"',
  height: 983,
  page: 'https://example.org/figure/scarcity/essay/',
  card: 'https://example.org/figure/scarcity/essay/card.png',
  answer: 'It is "10.8×" & more.',
  poster: 'https://example.org/figure/scarcity/essay/poster.png',
  script: null,
};

describe.each(platforms.map((platform) => ({ name: platform.name, platform })))('$name', ({ platform }) => {
  const ways = platform.ways(pasted);

  test('says what to do with each text', () => {
    expect(ways.length).toBeGreaterThan(0);
    for (const { does, code } of ways) {
      expect(does).toMatch(/[:,]$|to$/);
      expect(code).not.toMatch(/undefined|NaN|style=/);
    }
  });

  test('leads to the figure: to its frame, or to its page with its picture', () => {
    const all = ways.map(({ code }) => code.replaceAll('&amp;', '&')).join('\n');
    expect(all).toContain(
      platform.shows === 'figure' && platform.id !== 'wordpress' ? pasted.frame : pasted.page,
    );
    if (platform.shows === 'picture') expect(all).toContain(pasted.card);
  });
});

test('every platform that was promised is there', () => {
  expect(platforms.map(({ id }) => id)).toEqual(
    'html hugo mdx wordpress ghost notion medium substack email rss slides'.split(' '),
  );
});

test('a script comes along only where it is asked for', () => {
  const html = platforms.find(({ id }) => id === 'html');
  const code = (script: string | null) => html?.ways({ ...pasted, script })[0]?.code ?? '';
  expect(code(null)).not.toContain('<script');
  expect(code('https://example.org/embed/v1/embed.js')).toContain('embed.js"></script>');
});

test('what mail gets is a picture with its size, a text for it, and a link', () => {
  const mail = platforms.find(({ id }) => id === 'email')?.ways(pasted)[0]?.code ?? '';
  const [figure] = parseFragment(mail).childNodes;
  expect(figure !== undefined && 'tagName' in figure && figure.tagName).toBe('figure');
  // Mail is 600 px wide, and few of its readers mend a picture that is wider.
  expect(mail).toContain('width="600" height="315"');
  const alt = /alt="([^"]*)"/.exec(mail)?.[1];
  expect(alt).toBe('What &#34;happens&#34; &amp; why? It is &#34;10.8×&#34; &amp; more.');
  expect(mail).not.toContain('<iframe');
});
