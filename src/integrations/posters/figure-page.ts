import { readFileSync } from 'node:fs';
import { parse } from 'parse5';
import type { Ground, Painted } from '#widgets/picture-sheet.ts';
import { Painter, plainFonts } from './painted.ts';
import { Styles } from './styles.ts';
import { attributeOf, below, type Element, isSvg, parentOf, textOf } from './tree.ts';

interface Built {
  readonly dir: URL;
  readonly base: string;
}

/** What a figure page has for its pictures. */
export interface FigurePage {
  /** The drawing for a wide place, and the one for a phone. */
  readonly wide: Painted;
  readonly narrow: Painted;
  readonly ground: Ground;
  readonly question: string;
  readonly answer: string;
  readonly foot: readonly string[];
  readonly source: string;
}

const PAGE_PX = 1280;
const WIDE_PX = 860;
const NARROW_PX = 330;

/** Reads a figure page as it was built. Throws where anything that its pictures need is not there. */
export function readFigure(html: string, built: Built): FigurePage {
  const all = [...below(parse(html))];
  const find = (what: string, is: (element: Element) => boolean) => {
    const found = all.find(is);
    if (found === undefined) throw new Error(`a figure page has no ${what}`);
    return found;
  };
  const has = (name: string) => (element: Element) => attributeOf(element, name) !== undefined;
  const within = (element: Element, name: string): boolean =>
    hasClass(element, name) || (parentOf(element) !== null && within(parentOf(element) ?? element, name));
  const panel = find('widget', has('data-widget'));
  const answer = find('answer', has('data-answer'));
  const question = find('question', ({ tagName }) => tagName === 'h1');
  const foot = [...below(find('words for below a picture', has('data-foot')))].map(textOf);
  const sheets = sheetsOf(all, built);
  const drawn = (form: string, width: number) => {
    const svg = find(
      `${form} drawing`,
      (element) =>
        isSvg(element) && element.tagName === 'svg' && within(element, form) && within(element, 'picture'),
    );
    const painter = painterOf(sheets, width);
    const [, , w = 0, h = 0] = (attributeOf(svg, 'viewBox') ?? '').split(' ').map(Number);
    return {
      painter,
      painted: { markup: painter.markup(svg, { width: w, height: h }), width: w, height: h },
    };
  };
  const wide = drawn('wide', WIDE_PX);
  const colour = (name: string) => wide.painter.variable(panel, name);
  return {
    wide: wide.painted,
    narrow: drawn('narrow', NARROW_PX).painted,
    ground: {
      paper: colour('--panel'),
      ink: colour('--ink'),
      soft: colour('--soft'),
      fonts: plainFonts(colour('--interface')),
      display: plainFonts(colour('--display')),
    },
    question: spaced(textOf(question)),
    answer: spaced(textOf(answer)),
    foot: foot.map(spaced),
    source: spaced(foot.at(-1) ?? '').replace(/, figures.*/, ''),
  };
}

const spaced = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

const hasClass = (element: Element, name: string) =>
  (attributeOf(element, 'class') ?? '').split(/\s+/).includes(name);

function sheetsOf(all: readonly Element[], { dir, base }: Built): string[] {
  const prefix = base.endsWith('/') ? base : `${base}/`;
  return all.flatMap((element) => {
    if (element.tagName === 'style') return [textOf(element)];
    if (element.tagName !== 'link' || attributeOf(element, 'rel') !== 'stylesheet') return [];
    const href = attributeOf(element, 'href') ?? '';
    return [readFileSync(new URL(href.slice(prefix.length), dir), 'utf8')];
  });
}

const known = new Map<string, Styles>();

/** Pages of one widget have the same sheets: they are read once. */
function painterOf(sheets: readonly string[], panel: number): Painter {
  const key = `${panel} ${sheets.join()}`;
  const styles = known.get(key) ?? new Styles(sheets, { page: PAGE_PX, panel });
  known.set(key, styles);
  return new Painter(styles);
}
