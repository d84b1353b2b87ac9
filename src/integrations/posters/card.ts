import { element, escaped, type Ground, type Painted, wrapped } from '#widgets/picture-sheet.ts';
import { legible } from './legible.ts';

const WIDTH_PX = 1200;
const HEIGHT_PX = 630;
const MARGIN_PX = 52;
/** How wide the words beside a drawing are: at least this, and more where it is narrow. */
const WORDS_PX = 430;
const WIDEST_WORDS_PX = 620;
const GUTTER_PX = 36;
/** Where the line at the foot begins. */
const FOOT_PX = HEIGHT_PX - MARGIN_PX - 24;

interface Words {
  readonly title: string;
  readonly answer: string;
  readonly source: string;
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
/** A text smaller than this can't be read in a list of links … */
const SMALL_PX = 16;
/** … and is set in this size. */
const LEAST_PX = 20;
const ANSWER: readonly Setting[] = [
  { size: 30, line: 41, letter: 0.52 },
  { size: 26, line: 36, letter: 0.52 },
  { size: 23, line: 32, letter: 0.52 },
  { size: 20, line: 28, letter: 0.52 },
];

/** A drawing that is enlarged as much can be read as it is. */
const AS_DRAWN = 1.2;

/** A drawing that would be smaller than this beside the words may stand below them. */
const READABLE = 0.9;

/** A picture where others link to it: the words and the drawing beside them, or above it where it is too tall. */
export function cardOf(narrow: Painted, wide: Painted, words: Words, ground: Ground): string {
  const beside = besideWords(narrow, words, ground);
  if (beside.scale >= READABLE) return beside.markup;
  const below = belowWords(wide, words, ground);
  return below.scale > beside.scale ? below.markup : beside.markup;
}

interface Card {
  readonly scale: number;
  readonly markup: string;
}

function besideWords(picture: Painted, { title, answer, source }: Words, ground: Ground): Card {
  const height = HEIGHT_PX - 2 * MARGIN_PX;
  const free = WIDTH_PX - 2 * MARGIN_PX - GUTTER_PX;
  const drawn = Math.min((free - WORDS_PX) / picture.width, height / picture.height) * picture.width;
  const width = Math.min(WIDEST_WORDS_PX, free - drawn);
  const question = set(title, QUESTION, { width, height: 4 * 52 }, MARGIN_PX);
  const from = question.end + 22;
  const said = set(answer, ANSWER, { width, height: FOOT_PX - from }, from);
  return cardWith(
    picture,
    { x: MARGIN_PX + width + GUTTER_PX, y: MARGIN_PX, right: MARGIN_PX, bottom: MARGIN_PX },
    [
      question.written({ fill: ground.ink, 'font-family': ground.display, 'font-weight': 500 }),
      said.written({ fill: ground.soft, 'font-family': ground.fonts, 'font-weight': 400 }),
    ],
    source,
    ground,
  );
}

function belowWords(picture: Painted, { title, answer, source }: Words, ground: Ground): Card {
  const width = WIDTH_PX - 2 * MARGIN_PX;
  const question = set(title, QUESTION, { width, height: 52 }, MARGIN_PX - 10);
  const from = question.end + 6;
  const said = set(answer, ANSWER.slice(-1), { width, height: 60 }, from);
  return cardWith(
    picture,
    { x: MARGIN_PX, y: said.end + 14, right: MARGIN_PX, bottom: HEIGHT_PX - FOOT_PX + 4 },
    [
      question.written({ fill: ground.ink, 'font-family': ground.display, 'font-weight': 500 }),
      said.written({ fill: ground.soft, 'font-family': ground.fonts, 'font-weight': 400 }),
    ],
    source,
    ground,
  );
}

function cardWith(
  picture: Painted,
  room: Readonly<Record<'x' | 'y' | 'right' | 'bottom', number>>,
  words: readonly string[],
  source: string,
  { paper, soft, fonts }: Ground,
): Card {
  const width = WIDTH_PX - room.x - room.right;
  const height = HEIGHT_PX - room.y - room.bottom;
  const scale = Math.min(width / picture.width, height / picture.height);
  const x = room.x + (width - picture.width * scale) / 2;
  const y = room.y + (height - picture.height * scale) / 2;
  const shown =
    scale >= AS_DRAWN
      ? picture
      : legible(picture, {
          small: SMALL_PX / scale,
          large: LEAST_PX / scale,
          beside: (x - room.x + 0.7 * GUTTER_PX) / scale,
        });
  const size = { width: WIDTH_PX, height: HEIGHT_PX };
  const markup = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${WIDTH_PX} ${HEIGHT_PX}`, ...size },
    [
      element('rect', { ...size, fill: paper }),
      ...words,
      element(
        'text',
        {
          x: MARGIN_PX,
          y: HEIGHT_PX - MARGIN_PX + 14,
          fill: soft,
          'font-family': fonts,
          'font-size': LEAST_PX,
          'font-weight': 600,
        },
        escaped(source),
      ),
      element('g', { transform: `translate(${x} ${y}) scale(${scale})` }, shown.markup),
    ].join(''),
  );
  return { scale, markup };
}

/** A text in the largest of some settings that fits; if none does, without its last sentences, or cut short. */
function set(
  text: string,
  settings: readonly Setting[],
  { width, height }: Readonly<Record<'width' | 'height', number>>,
  from: number,
) {
  const linesIn = ({ size, letter }: Setting, words = text) => wrapped([words], width, size * letter);
  const fits = (setting: Setting) => linesIn(setting).length * setting.line <= height;
  const setting = settings.find(fits) ?? settings.at(-1);
  if (setting === undefined) throw new Error('a text needs a size');
  const most = Math.floor(height / setting.line);
  const sentences = text.split(/(?<=[.!?]) (?=[A-Z])/);
  const whole = sentences
    .map((_, index) => sentences.slice(0, index + 1).join(' '))
    .findLast((words) => linesIn(setting, words).length <= most);
  const all = linesIn(setting, whole);
  const lines =
    all.length <= most ? all : [...all.slice(0, most - 1), `${all[most - 1]?.replace(/[\s.,;:]+$/, '')} …`];
  return {
    end: from + lines.length * setting.line,
    written: (attributes: Readonly<Record<string, string | number>>) =>
      lines
        .map((line, index) =>
          element(
            'text',
            {
              x: MARGIN_PX,
              y: from + setting.size * 0.85 + index * setting.line,
              'font-size': setting.size,
              ...attributes,
            },
            escaped(line),
          ),
        )
        .join(''),
  };
}
