/** What is written around a picture that leaves the page. */
export interface Captions {
  readonly title: string;
  /** What the picture says. */
  readonly lines: readonly string[];
  /** State, sources and date. */
  readonly foot: readonly string[];
}

/** What a drawing takes from style sheets that stay behind. */
const PAINT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'font-variant-numeric',
  'letter-spacing',
  'paint-order',
  'text-anchor',
];
/** What only a hand needs, or nobody sees. */
const LEFT_OUT = '[data-hand], .halo, .target, .chevrons';
const SVG = 'http://www.w3.org/2000/svg';
const MARGIN_PX = 24;
const LINE_PX = 20;
/** Twice the drawing's size: sharp on a slide. */
const PNG_SCALE = 2;

/** A drawing on the page as a file that needs nothing else: its colours, its fonts, and what it is about. */
export async function svgFile(drawn: SVGSVGElement, { title, lines, foot }: Captions): Promise<string> {
  const { width, height } = drawn.viewBox.baseVal;
  const picture = painted(drawn);
  const document = drawn.ownerDocument;
  const panel = getComputedStyle(drawn.closest('[data-widget]') ?? drawn);
  const sheet = document.createElementNS(SVG, 'svg');
  const titles = wrapped([title], width, 11);
  const said = wrapped(lines, width);
  const saidFrom = MARGIN_PX + 20 + titles.length * 24;
  const top = saidFrom - 14 + said.length * LINE_PX + 12;
  const footLines = wrapped(foot, width);
  const total = {
    width: width + 2 * MARGIN_PX,
    height: top + height + footLines.length * LINE_PX + MARGIN_PX,
  };

  set(sheet, {
    xmlns: SVG,
    viewBox: `0 0 ${total.width} ${total.height}`,
    ...total,
    role: 'img',
    'aria-label': `${title} ${lines.join(' ')}`,
  });
  const ground = document.createElementNS(SVG, 'rect');
  set(ground, { ...total, fill: panel.backgroundColor });
  set(picture, { x: MARGIN_PX, y: top, width, height, overflow: 'visible' });
  const say = (text: string, y: number, size: number, weight: number, fill: string) => {
    const line = document.createElementNS(SVG, 'text');
    set(line, {
      x: MARGIN_PX,
      y,
      fill,
      'font-family': panel.fontFamily,
      'font-size': size,
      'font-weight': weight,
    });
    line.textContent = text;
    return line;
  };
  const soft = getComputedStyle(drawn.querySelector('text') ?? drawn).fill;
  sheet.append(
    ground,
    ...titles.map((text, index) => say(text, MARGIN_PX + 18 + index * 24, 20, 600, panel.color)),
    ...said.map((text, index) => say(text, saidFrom + index * LINE_PX, 14, 400, panel.color)),
    picture,
    ...footLines.map((text, index) => say(text, top + height + 22 + index * LINE_PX, 12, 400, soft)),
  );
  const fonts = document.createElementNS(SVG, 'style');
  fonts.textContent = await fontsOf(sheet, document);
  sheet.prepend(fonts);
  return new XMLSerializer().serializeToString(sheet);
}

/** The same as pixels. */
export async function pngFile(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * PNG_SCALE;
  canvas.height = image.height * PNG_SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the picture could not be drawn')) : resolve(blob)),
      'image/png',
    );
  });
}

/** A copy of the drawing that carries its own paint. */
function painted(drawn: SVGSVGElement): SVGElement {
  const copy = drawn.cloneNode(true);
  if (!(copy instanceof SVGElement)) throw new Error('a drawing is SVG');
  const originals = [...drawn.querySelectorAll('*')];
  for (const [index, element] of [...copy.querySelectorAll('*')].entries()) {
    const original = originals[index];
    if (original === undefined) continue;
    const style = getComputedStyle(original);
    for (const property of PAINT) {
      const value = style.getPropertyValue(property);
      if (value !== '' && value !== 'normal') element.setAttribute(property, value.replaceAll('"', "'"));
    }
    for (const name of ['class', 'tabindex', 'role', 'name']) element.removeAttribute(name);
    if (original.matches(LEFT_OUT) || style.display === 'none') element.setAttribute('display', 'none');
  }
  for (const hidden of copy.querySelectorAll('[display=none]')) hidden.remove();
  for (const name of ['class', 'aria-describedby', 'aria-label', 'role']) copy.removeAttribute(name);
  return copy;
}

/** Lines of at most this many px, by a coarse width of letters that is a little generous. */
function wrapped(texts: readonly string[], width: number, letter = 7.2): string[] {
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

/** The page's font faces that a drawing's text is set in, with their files inside. */
async function fontsOf(sheet: SVGElement, { styleSheets, baseURI }: Document): Promise<string> {
  const families = new Set(
    [...sheet.querySelectorAll('text')].map((text) => firstFamily(text.getAttribute('font-family') ?? '')),
  );
  const rules = [...styleSheets]
    .flatMap((each) => [...each.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule);
  const faces = rules.filter(
    ({ style }) =>
      families.has(firstFamily(style.getPropertyValue('font-family'))) &&
      style.getPropertyValue('src').includes('url('),
  );
  const written = faces.map(async ({ style, parentStyleSheet }) => {
    const address = /url\(["']?([^"')]+)/.exec(style.getPropertyValue('src'))?.[1] ?? '';
    const response = await fetch(new URL(address, parentStyleSheet?.href ?? baseURI));
    const data = await dataUrl(await response.blob());
    const descriptors = ['font-family', 'font-weight', 'font-style'].map(
      (name) => `${name}:${style.getPropertyValue(name)}`,
    );
    return `@font-face{${descriptors.join(';')};src:url(${data}) format('woff2')}`;
  });
  // Without its fonts a picture is still the picture: the reader's own take their place.
  return (await Promise.allSettled(written))
    .map((face) => (face.status === 'fulfilled' ? face.value : ''))
    .join('\n');
}

const firstFamily = (families: string) => (families.split(',')[0] ?? '').trim().replaceAll(/["']/g, '');

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

function set(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
