import { parseFragment } from 'parse5';
import type { Painted } from '#widgets/picture-sheet.ts';
import { attributeOf, below, type Element, isElement, parentOf, textOf } from './tree.ts';

/** How far letters reach from the line they stand on, and how wide one is, as shares of their size. */
const ABOVE = 0.8;
const BELOW = 0.26;
const LETTER = 0.56;
const BOLD_LETTER = 0.6;
const BOLD = 600;
/** Between two texts, as a share of the size. */
const GAP = 0.2;
/** How far below a line the next one of the same words is at most, as a share of the size. */
const LEADING = 1.6;

/** A name of an axis rather than a sentence, in letters. */
const SHORT = 9;

const TEXTS = /<text\b[^>]*>[\s\S]*?<\/text>/g;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A text of a drawing: where it stands in it, and how it is set. */
interface Text {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly anchor: string;
  readonly size: number;
  readonly isBold: boolean;
  readonly length: number;
  /** Whether it says anything by itself, as an arrow doesn't. */
  readonly hasWords: boolean;
}

/**
 * A drawing for a picture that is seen small: none of its texts is smaller than `small`. Those that were are set as large
 * as `large`, the bold ones first, where they then touch no other and stay within the drawing's width and what is free
 * beside it; the others are left out, and with each what goes on below it.
 */
export function legible(
  picture: Painted,
  { small, large, beside = 0 }: { readonly small: number; readonly large: number; readonly beside?: number },
): Painted {
  const texts = textsOf(picture.markup);
  const set = new Map<number, Text>();
  const taken: Box[] = [];
  const free = {
    left: -beside,
    right: picture.width + beside,
    top: -large,
    bottom: picture.height + large / 2,
  };
  for (const text of texts.toSorted((a, b) => rank(b, small) - rank(a, small) || a.index - b.index)) {
    const isSmall = text.size < small;
    const before = texts[text.index - 1];
    const isLost = before !== undefined && goesOn(before, text) && !set.has(before.index);
    if (isSmall && (!text.hasWords || isLost)) continue;
    const fits = (tried: Text) =>
      within(boxOf(tried), free) && !taken.some((other) => meet(boxOf(tried), other));
    const placed = isSmall ? enlarged(text, large, picture.width).find(fits) : text;
    if (placed === undefined) continue;
    set.set(text.index, placed);
    taken.push(boxOf(placed));
  }
  let at = -1;
  const markup = picture.markup.replaceAll(TEXTS, (written) => {
    at++;
    const text = texts[at];
    const larger = set.get(at);
    if (text === undefined || larger === undefined) return '';
    return larger === text ? written : setIn(written, text, larger);
  });
  return { ...picture, markup };
}

/** What is large enough stands as it is; bold goes before plain, and large before small. */
const rank = ({ size, isBold }: Text, small: number) =>
  (size >= small ? 1000 : 0) + (isBold ? 100 : 0) + size;

/** Whether a text is the next line of what another says. */
const goesOn = (before: Text, text: Text) =>
  !text.isBold &&
  before.x === text.x &&
  before.anchor === text.anchor &&
  text.y > before.y &&
  text.y - before.y <= LEADING * text.size;

function textsOf(markup: string): Text[] {
  return [...below(parseFragment(markup))]
    .filter(({ tagName }) => tagName === 'text')
    .map((element, index) => {
      const [x, y] = placeOf(element);
      return {
        index,
        x,
        y,
        anchor: inherited(element, 'text-anchor') ?? 'start',
        size: Number(inherited(element, 'font-size') ?? 16),
        isBold: Number(inherited(element, 'font-weight') ?? 400) >= BOLD,
        length: textOf(element).trim().length,
        hasWords: /[\p{L}\p{N}]/u.test(textOf(element)),
      };
    });
}

function inherited(element: Element, name: string): string | undefined {
  const parent = parentOf(element);
  return attributeOf(element, name) ?? (parent === null ? undefined : inherited(parent, name));
}

/** Where a text stands, whatever groups it is in have been moved by. */
function placeOf(element: Element): [number, number] {
  const number = (name: string) => Number(attributeOf(element, name) ?? 0);
  let [x, y] = [number('x'), number('y')];
  for (let above: Element | null = element; above !== null && isElement(above); above = parentOf(above)) {
    const moved = /translate\(\s*([-\d.]+)[\s,]*([-\d.]*)/.exec(attributeOf(above, 'transform') ?? '');
    x += Number(moved?.[1] ?? 0);
    y += Number(moved?.[2] ?? 0);
  }
  return [x, y];
}

const widthOf = ({ size, isBold, length }: Text) => length * size * (isBold ? BOLD_LETTER : LETTER);

/** The ways to set a text larger, about its middle: where it is, or at an edge of the drawing outward. */
function enlarged(text: Text, size: number, width: number): Text[] {
  const larger = { ...text, size, y: text.y + ((size - text.size) * (ABOVE - BELOW)) / 2 };
  const growth = widthOf(larger) - widthOf(text);
  // A name on the left edge would grow into what it names.
  if (text.anchor === 'start' && text.x < text.size && text.length < SHORT)
    return [{ ...larger, x: text.x - growth }, larger];
  if (text.anchor === 'end' && text.x > width - text.size) return [larger, { ...larger, x: text.x + growth }];
  return [larger];
}

function boxOf(text: Text): Box {
  const { x, y, anchor, size } = text;
  const width = widthOf(text);
  const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
  const gap = GAP * size;
  return { left: left - gap, right: left + width + gap, top: y - ABOVE * size, bottom: y + BELOW * size };
}

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const within = (box: Box, free: Box) =>
  box.left >= free.left && box.right <= free.right && box.top >= free.top && box.bottom <= free.bottom;

function setIn(written: string, text: Text, { x, y, size }: Text): string {
  const moved = { x: x - text.x, y: y - text.y };
  const own = (name: 'x' | 'y') =>
    Number(new RegExp(`\\s${name}="([^"]*)"`).exec(written)?.[1] ?? 0) + moved[name];
  const bare = written
    .replaceAll(/\sfont-size="[^"]*"/g, '')
    .replace(/^<text\b[^>]*>/, (tag) => tag.replaceAll(/\s[xy]="[^"]*"/g, ''));
  return bare.replace(
    '<text',
    `<text x="${own('x').toFixed(2)}" y="${own('y').toFixed(2)}" font-size="${size.toFixed(2)}"`,
  );
}
