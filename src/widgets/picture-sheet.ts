/** What is written around a picture that leaves the page. */
export interface Captions {
  readonly title: string;
  /** What the picture says. */
  readonly lines: readonly string[];
  /** State, sources and date. */
  readonly foot: readonly string[];
}

/** The picture itself: an `svg` element as text, painted, with its size in px. */
export interface Painted {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

/** The panel that it stands on. */
export interface Ground {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly fonts: string;
  /** The font of the question. */
  readonly display: string;
}

/** What a drawing takes from style sheets that stay behind. */
export const PAINT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stop-color',
  'stop-opacity',
  'opacity',
  'visibility',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'font-variant-numeric',
  'letter-spacing',
  'paint-order',
  'text-anchor',
  'dominant-baseline',
] as const;

/** What only a hand needs, or nobody sees. */
export const LEFT_OUT = '[data-hand], .halo, .target, .chevrons';

const MARGIN_PX = 24;
const LINE_PX = 20;
const FOOT_LINE_PX = 17;

/** A picture as a file that needs nothing else: what it asks and says above it, state and sources below. */
export function sheetOf(
  { markup, width, height }: Painted,
  { title, lines, foot }: Captions,
  { paper, ink, soft, fonts, display }: Ground,
  style = '',
): string {
  const titles = wrapped([title], width, 10.5);
  const said = wrapped(lines, width, 7);
  const saidFrom = MARGIN_PX + 22 + titles.length * 26;
  const top = saidFrom - 14 + said.length * LINE_PX + 12;
  const footLines = wrapped(foot, width, 6.1);
  const whole = {
    width: width + 2 * MARGIN_PX,
    height: top + height + 14 + footLines.length * FOOT_LINE_PX + MARGIN_PX,
  };
  const say = (text: string, y: number, attributes: Readonly<Record<string, string | number>>) =>
    element('text', { x: MARGIN_PX, y, ...attributes }, escaped(text));
  const asTitle = { fill: ink, 'font-family': display, 'font-size': 23, 'font-weight': 500 };
  const asSaid = { fill: ink, 'font-family': fonts, 'font-size': 14, 'font-weight': 400 };
  const asFoot = { fill: soft, 'font-family': fonts, 'font-size': 12, 'font-weight': 400 };
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${whole.width} ${whole.height}`,
      ...whole,
      role: 'img',
      'aria-label': `${title} ${lines.join(' ')}`,
    },
    [
      style && element('style', {}, style),
      element('rect', { ...whole, fill: paper }),
      ...titles.map((text, index) => say(text, MARGIN_PX + 18 + index * 26, asTitle)),
      ...said.map((text, index) => say(text, saidFrom + index * LINE_PX, asSaid)),
      element('g', { transform: `translate(${MARGIN_PX} ${top})` }, markup),
      ...footLines.map((text, index) => say(text, top + height + 26 + index * FOOT_LINE_PX, asFoot)),
    ].join(''),
  );
}

/** Lines of at most this many px, by a coarse width of letters that is a little generous. */
export function wrapped(texts: readonly string[], width: number, letter = 7.2): string[] {
  const most = Math.max(20, Math.floor(width / letter));
  return texts.flatMap((text) => {
    const lines = [''];
    for (const word of text.split(' ')) {
      const last = lines.at(-1) ?? '';
      if (last !== '' && last.length + word.length >= most) lines.push(word);
      else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
    }
    return lines;
  });
}

/** An element of SVG as text. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inside = '',
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return `<${name}${written.join('')}>${inside}</${name}>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (one) => ESCAPES[one] ?? one);
