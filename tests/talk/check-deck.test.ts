import { readdirSync, readFileSync } from 'node:fs';
import { createProcessor } from '@mdx-js/mdx';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { checkDeck, type SaidDeck } from '#talk/check-deck.ts';
import { widgets } from '#widgets/registry.ts';
import { remarkTalks } from '../../src/integrations/remark-talks.ts';

const slide = (inside: string, { id = 'clocks', time = '0:30' } = {}) =>
  `<Slide id="${id}" title="Two clocks" time="${time}">\n${inside}\n\n<Notes>Say it.</Notes>\n</Slide>\n`;
const end = '<Slide id="end" title="The end" time="0:30">\n<Essay />\n\n<Notes>Thanks.</Notes>\n</Slide>\n';
const live = (rest = '') => `<Live widget="scarcity"${rest} />\n\nWords.`;

/** The talk that a text describes, by the very steps of the build. */
function deckOf(text: string, minutes = 1) {
  const file = new VFile({ value: text, path: `${process.cwd()}/content/talks/bad.mdx` });
  const processor = createProcessor({ remarkPlugins: [remarkTalks] });
  // Its types have the tree that comes out in the end, not the one that goes in.
  processor.runSync(processor.parse(file) as never, file);
  const { deck } = (file.data as { astro: { frontmatter: { deck: SaidDeck } } }).astro.frontmatter;
  return checkDeck(deck, { id: 'bad', title: 'Bad', minutes }, widgets);
}

test('a good talk is read: steps are whole states of their widget', () => {
  const text =
    slide(
      `${live(` state={{ lead: '3y' }}`)}\n\n<Step title="Slower" state={{ doubling: '1y' }} />\n\n<Step preset="cloud">Calm.</Step>`,
    ) + end;
  const [first] = deckOf(text).slides;
  expect(first?.widget).toBe('scarcity');
  expect(first?.steps.map(({ state }) => [state.lead, state.doubling])).toEqual([
    [3, 7 / 12],
    [3, 1],
    [1, 4],
  ]);
});

describe('a bad talk stops the build, with file, slide and reason', () => {
  const at = 'content/talks/bad.mdx:1, slide “clocks”: ';
  test.each([
    [
      'an unknown widget',
      slide('<Live widget="scarcty" />\n\nWords.') + end,
      `${at}<Live widget="scarcty">: there is no such widget; there are bet,`,
    ],
    [
      'an unknown preset',
      slide(live(' preset="clouds"')) + end,
      `${at}scarcity has no preset “clouds”; it has essay,`,
    ],
    [
      'an unknown preset of a step',
      slide(`${live()}\n\n<Step preset="x" />`) + end,
      `${at}scarcity has no preset “x”`,
    ],
    [
      'a state out of range',
      slide(live(` state={{ lead: '30y' }}`)) + end,
      `${at}scarcity can’t be set to lead=30y: wanted is`,
    ],
    [
      'a state that is none',
      slide(live(` state={{ lead: 'long' }}`)) + end,
      `${at}scarcity can’t be set to lead=long`,
    ],
    [
      'a state beyond what binds it',
      slide(live(` state={{ lead: '1y', commit: '2y' }}`)) + end,
      `${at}scarcity can’t be set to commit 2 years: that is more than its lead`,
    ],
    [
      'a choice that there is not',
      slide(live(` state={{ scale: 'cubic' }}`)) + end,
      'wanted is one of log, linear',
    ],
    [
      'a key that there is not',
      slide(live(` state={{ speed: '1' }}`)) + end,
      'has nothing called “speed” to set',
    ],
    [
      'a key that every object has',
      slide(live(` state={{ constructor: '1' }}`)) + end,
      `${at}scarcity has nothing called “constructor” to set`,
    ],
    [
      'a state below nothing',
      slide(live(' state={{ lead: -1 }}')) + end,
      `${at}scarcity can’t be set to lead=-1`,
    ],
    ['a state to be worked out', slide(live(' state={{ lead: 2 * 3 }}')) + end, `${at}<Live state=`],
    ['a state in words', slide(live(' state="lead=3y"')) + end, `${at}<Live> has a state that is none`],
    ['a word too much', slide(live(' preste="grid"')) + end, `${at}<Live> has “preste”, which says nothing`],
    ['a slide in a slide', slide(slide('Words.', { id: 'in' })) + end, `${at}another slide stands in it`],
    ['notes at no number', slide('Words.\n\n<Notes at="two">Never.</Notes>') + end, `${at}it has notes`],
    [
      'two notes for a step',
      slide('Words.\n\n<Notes>Again.</Notes>') + end,
      `${at}it has two notes for step 1`,
    ],
    [
      'an id used twice',
      slide(live()) + slide(live(), { time: '0:00' }) + end,
      'slide “clocks”: its id is also that of the slide on line 1',
    ],
    ['two widgets', slide(`${live()}\n\n<Live widget="split" />`) + end, 'it has two widgets'],
    [
      'a state without a widget',
      slide(`Words.\n\n<Step state={{ lead: '1y' }} />`) + end,
      'the slide has no <Live> widget',
    ],
    [
      'a widget without words',
      slide('<Live widget="scarcity" />') + end,
      'it shows a widget and says nothing',
    ],
    ['no notes', `<Slide id="clocks" title="A" time="0:30">\nWords.\n</Slide>\n${end}`, 'it has no notes'],
    ['notes at no step', slide('Words.\n\n<Notes at={4}>Never.</Notes>') + end, 'it has notes at step 4'],
    ['no time', slide('Words.', { time: 'short' }) + end, 'its time is “short”'],
    ['an end without the essay', slide('Words.', { time: '1:00' }), 'wanted: <Essay /> on it'],
  ])('%s', (_, text, reason) => {
    expect(() => deckOf(text)).toThrow(reason);
  });

  test('times that do not add up', () => {
    expect(() => deckOf(slide(live()) + end, 2)).toThrow('its slides take 1:00, but it says 2 minutes');
  });
});

const folder = new URL('../../content/talks/', import.meta.url);
describe.each(readdirSync(folder).filter((name) => name.endsWith('.mdx')))('%s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const slides = text.split(/(?=<Slide )/).slice(1);

  test.each(slides.map((each) => [/id="([^"]+)"/.exec(each)?.[1], each]))(
    '%s can be said in its time',
    (_, each) => {
      const [, minutes = '0', seconds = '0'] = /time="(\d+):(\d+)"/.exec(each ?? '') ?? [];
      const notes = [...(each ?? '').matchAll(/<Notes[^>]*>([\s\S]*?)<\/Notes>/g)]
        .map(([, said]) => said)
        .join(' ');
      const words = notes
        .replaceAll(/<[^>]*>/g, ' ')
        .split(/\s+/)
        .filter(Boolean).length;
      // Nobody is followed at more than three words a second, nor needs a minute for nothing.
      const rate = words / (60 * Number(minutes) + Number(seconds));
      expect(rate).toBeLessThanOrEqual(2.9);
      expect(rate).toBeGreaterThanOrEqual(0.9);
    },
  );
});
