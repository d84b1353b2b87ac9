import { type Captions, LEFT_OUT, PAINT, sheetOf } from './picture-sheet.ts';

/** Twice the drawing's size: sharp on a slide. */
const PNG_SCALE = 2;

/** A drawing on the page as a file that needs nothing else: its colours, its fonts, and what it is about. */
export async function svgFile(drawn: SVGSVGElement, captions: Captions): Promise<string> {
  const { width, height } = drawn.viewBox.baseVal;
  const picture = painted(drawn);
  const widget = drawn.closest('[data-widget]') ?? drawn;
  const panel = getComputedStyle(widget);
  for (const [name, value] of Object.entries({ width, height, overflow: 'visible' }))
    picture.setAttribute(name, String(value));
  const markup = new XMLSerializer().serializeToString(picture);
  const ground = {
    paper: panel.backgroundColor,
    ink: panel.color,
    soft: getComputedStyle(drawn.querySelector('text') ?? drawn).fill,
    fonts: panel.fontFamily,
    display: getComputedStyle(widget.querySelector('.question') ?? widget).fontFamily,
  };
  const texts = [...picture.querySelectorAll('text')].map((text) => text.getAttribute('font-family') ?? '');
  const style = await fontsOf([ground.fonts, ground.display, ...texts], drawn.ownerDocument);
  return sheetOf({ markup, width, height }, captions, ground, style);
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
      if (value !== '' && value !== 'normal' && value !== 'auto')
        element.setAttribute(property, value.replaceAll('"', "'"));
    }
    for (const name of ['class', 'tabindex', 'role', 'name']) element.removeAttribute(name);
    if (original.matches(LEFT_OUT) || style.display === 'none') element.setAttribute('display', 'none');
  }
  for (const hidden of copy.querySelectorAll('[display=none]')) hidden.remove();
  for (const name of ['class', 'aria-describedby', 'aria-label', 'role']) copy.removeAttribute(name);
  return copy;
}

/** The page's font faces that a drawing's text is set in, with their files inside. */
async function fontsOf(used: readonly string[], { styleSheets, baseURI }: Document): Promise<string> {
  const families = new Set(used.map(firstFamily));
  const rules = [...styleSheets].flatMap(readable).filter((rule) => rule instanceof CSSFontFaceRule);
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

/** A frame without an origin may not read what its own page links. */
function readable(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
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
