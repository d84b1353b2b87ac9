import { describe, expect, test } from 'vitest';
import { cardOf } from '../../src/integrations/posters/card.ts';
import { legible } from '../../src/integrations/posters/legible.ts';

const drawn = (...texts: string[]) => ({
  markup: `<svg viewBox="0 0 300 200"><path d="M0,0H9" /><g font-size="12" transform="translate(0 10)">${texts.join('')}</g></svg>`,
  width: 300,
  height: 200,
});
const least = { small: 16, large: 20 };
/** What is left of the texts: each with its size, where it has one of its own. */
const left = (markup: string) =>
  [...markup.matchAll(/<text([^>]*)>(.*?)<\/text>/g)].map(([, tag = '', words]) => [
    words,
    Number(/font-size="([^"]*)"/.exec(tag)?.[1] ?? 12),
  ]);

describe('a drawing that is seen small', () => {
  test('has no text that is small: each is larger, or not there', () => {
    const { markup } = legible(
      drawn(
        '<text x="20" y="20">one</text>',
        '<text x="20" y="60" font-size="17">as it was</text>',
        '<text x="20" y="100">far too long to be set in letters as large as that</text>',
      ),
      least,
    );
    expect(left(markup)).toEqual([
      ['one', 20],
      ['as it was', 17],
    ]);
    expect(markup).toContain('<path d="M0,0H9" />');
  });

  test('keeps the bold where there is room for one of two, and nothing that goes on from what is lost', () => {
    const { markup } = legible(
      drawn(
        '<text x="40" y="20">plain and in the way</text>',
        '<text x="60" y="24" font-weight="600">bold</text>',
        '<text x="40" y="35">and its second line</text>',
      ),
      least,
    );
    expect(left(markup)).toEqual([['bold', 20]]);
  });

  test('sets texts larger about their middle, and names on an edge away from what they name', () => {
    const at = (text: string) => {
      const [, x, y] =
        /<text x="([^"]*)" y="([^"]*)"/.exec(legible(drawn(text), { ...least, beside: 40 }).markup) ?? [];
      return { x: Number(x), y: Number(y) };
    };
    const middle = at('<text x="150" y="100" text-anchor="middle">here</text>');
    expect(middle.x).toBe(150);
    expect(middle.y).toBeGreaterThan(100);
    expect(middle.y).toBeLessThan(104);
    expect(at('<text x="0" y="100">year 1</text>').x).toBeLessThan(0);
  });

  test('has what parts of a text were set in set with it, and no word alone that is none', () => {
    const { markup } = legible(
      drawn(
        '<text x="20" y="20"><tspan font-size="11" font-weight="600">a</tspan> b</text>',
        '<text x="90" y="90">→</text>',
      ),
      least,
    );
    expect(markup).toContain('<tspan font-weight="600">a</tspan> b');
    expect(markup.match(/font-size=/g)).toHaveLength(2);
    expect(markup).not.toContain('→');
  });
});

describe('a card', () => {
  const ground = { paper: '#fff', ink: '#000', soft: '#555', fonts: 'A', display: 'B' };
  const tall = { ...drawn('<text x="20" y="20">one</text>'), height: 800 };
  const words = { title: 'How?', answer: 'So. And so on.', source: 'Here' };

  test('has no text of less than 20 px beside a tall drawing', () => {
    const card = cardOf(tall, tall, words, ground);
    const scale = Number(/scale\(([\d.]+)\)/.exec(card)?.[1]);
    expect(scale).toBeLessThan(1);
    for (const [, size] of card.matchAll(/<text[^>]*font-size="([\d.]+)"[^>]*>(?!one)/g))
      expect(Number(size)).toBeGreaterThanOrEqual(20);
    expect(Number(/font-size="([\d.]+)"[^>]*>one/.exec(card)?.[1]) * scale).toBeCloseTo(20, 1);
  });

  test('leaves out the last sentences of an answer before it cuts one short', () => {
    const long = `${'Very long words follow upon each other here. '.repeat(30)}The end.`;
    const card = cardOf(tall, tall, { ...words, answer: long }, ground);
    expect(card).not.toContain('…');
    expect(card).not.toContain('The end.');
    expect(cardOf(tall, tall, { ...words, answer: 'word '.repeat(200) }, ground)).toContain('…');
  });
});
