import { element, type Ground, type Painted, wrapped } from '#widgets/picture-sheet.ts';

const WIDTH_PX = 1200;
const HEIGHT_PX = 630;
const MARGIN_PX = 52;
const WORDS_PX = 430;
const GUTTER_PX = 36;

interface Words {
  readonly title: string;
  readonly answer: string;
  readonly source: string;
  /** The font of the question. */
  readonly display: string;
}

/** How a text is set: its size, what a line takes, and a letter's share of the size, a little generous. */
interface Setting {
  readonly size: number;
  readonly line: number;
  readonly letter: number;
}

const QUESTION: readonly Setting[] = [
  { size: 46, line: 52, letter: 0.46 },
  { size: 40, line: 46, letter: 0.46 },
  { size: 34, line: 40, letter: 0.46 },
];
const ANSWER: readonly Setting[] = [
  { size: 26, line: 36, letter: 0.52 },
  { size: 23, line: 32, letter: 0.52 },
  { size: 20, line: 28, letter: 0.52 },
  { size: 17.5, line: 24, letter: 0.52 },
];

/** A picture where others link to it: the question and the answer large on the left, the drawing beside them. */
export function cardOf(picture: Painted, { title, answer, source, display }: Words, { paper, ink, soft, fonts }: Ground): string {
  const room = HEIGHT_PX - 2 * MARGIN_PX - 40;
  const questionOf = QUESTION.find((setting) => linesOf(title, setting).length <= 4) ?? QUESTION.at(-1);
  if (questionOf === undefined) throw new Error('a card needs a size for its question');
  const question = linesOf(title, questionOf);
  const left = room - question.length * questionOf.line - 22;
  const answerOf = ANSWER.find((setting) => linesOf(answer, setting).length * setting.line <= left) ?? ANSWER.at(-1);
  if (answerOf === undefined) throw new Error('a card needs a size for its answer');
  const most = Math.floor(left / answerOf.line);
  const said = linesOf(answer, answerOf);
  const shown = said.length <= most ? said : [...said.slice(0, most - 1), `${said[most - 1]?.replace(/[\s.,;:]+$/, '')} …`];
  const text = (words: string, y: number, attributes: Readonly<Record<string, string | number>>) =>
    element('text', { x: MARGIN_PX, y, ...attributes }, escape(words));
  const top = MARGIN_PX + questionOf.size * 0.8;
  const answerTop = MARGIN_PX + question.length * questionOf.line + 22 + answerOf.size * 0.8;
  const box = {
    x: MARGIN_PX + WORDS_PX + GUTTER_PX,
    width: WIDTH_PX - 2 * MARGIN_PX - WORDS_PX - GUTTER_PX,
    height: HEIGHT_PX - 2 * MARGIN_PX,
  };
  const scale = Math.min(box.width / picture.width, box.height / picture.height);
  const x = box.x + (box.width - picture.width * scale) / 2;
  const y = MARGIN_PX + (box.height - picture.height * scale) / 2;
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${WIDTH_PX} ${HEIGHT_PX}`, width: WIDTH_PX, height: HEIGHT_PX },
    [
      element('rect', { width: WIDTH_PX, height: HEIGHT_PX, fill: paper }),
      ...question.map((line, index) =>
        text(line, top + index * questionOf.line, { fill: ink, 'font-family': display, 'font-size': questionOf.size, 'font-weight': 500 }),
      ),
      ...shown.map((line, index) =>
        text(line, answerTop + index * answerOf.line, { fill: soft, 'font-family': fonts, 'font-size': answerOf.size, 'font-weight': 400 }),
      ),
      text(source, HEIGHT_PX - MARGIN_PX, { fill: soft, 'font-family': fonts, 'font-size': 19, 'font-weight': 600 }),
      element('g', { transform: `translate(${x} ${y}) scale(${scale})` }, picture.markup),
    ].join(''),
  );
}

const linesOf = (text: string, { size, letter }: Setting) => wrapped([text], WORDS_PX, size * letter);

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
