import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { element, escaped } from '#widgets/picture-sheet.ts';
import { FONT_NAMES, posterFonts } from './poster-fonts.ts';

const TEXTS = /<text([^>]*)>([\s\S]*?)<\/text>/g;
const FAMILIES = /font-family="([^"]*)"/g;
/** The renderer drops a space that a part of a line begins with, but not one that never breaks. */
const LEADING_SPACE = /(<tspan[^>]*>) /g;
const RAISED = /[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g;

/** Turns drawings into pixels with the site's fonts and no others. What was drawn before is taken from the cache. */
export class Pixels {
  readonly #cache: URL;
  readonly #fonts: NonNullable<ResvgRenderOptions['font']>;
  readonly #drawable = new Map<string, boolean>();

  private constructor(cache: URL, fontFiles: string[]) {
    this.#cache = cache;
    this.#fonts = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Instrument Sans' };
  }

  static async open(root: URL): Promise<Pixels> {
    const cache = new URL('node_modules/.cache/posters/', root);
    mkdirSync(cache, { recursive: true });
    return new Pixels(cache, await posterFonts(root));
  }

  /** Throws where a word of it can't be drawn, rather than leave a gap. */
  png(svg: string, scale: number): Buffer {
    const drawn = withFontsOfFiles(svg);
    for (const [, , words = ''] of drawn.matchAll(TEXTS)) this.#check(words.replaceAll(/<[^>]*>|&\w+;/g, ''));
    const options = { fitTo: { mode: 'zoom' as const, value: scale }, font: this.#fonts };
    const name = createHash('sha256').update(drawn).update(JSON.stringify(options)).digest('hex');
    const kept = new URL(`${name.slice(0, 24)}.png`, this.#cache);
    if (existsSync(kept)) return readFileSync(kept);
    const pixels = new Resvg(drawn, options).render().asPng();
    writeFileSync(kept, pixels);
    return pixels;
  }

  #check(words: string): void {
    for (const letter of words) {
      if (!this.#isDrawable(letter))
        throw new Error(`a picture says “${words}”, but the site's fonts have no “${letter}”`);
    }
  }

  #isDrawable(letter: string): boolean {
    if (/\s/.test(letter)) return true;
    const known = this.#drawable.get(letter);
    if (known !== undefined) return known;
    const text = element(
      'text',
      { y: 20, 'font-size': 20, 'font-family': 'Instrument Sans' },
      escaped(letter),
    );
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">${text}</svg>`;
    const is = new Resvg(svg, { font: this.#fonts }).getBBox() !== undefined;
    this.#drawable.set(letter, is);
    return is;
  }
}

/** The names that fonts have in their files, and raised digits, which they don't have, as digits that are raised. */
function withFontsOfFiles(svg: string): string {
  return svg
    .replaceAll(FAMILIES, (_, families: string) => {
      const first = families.split(',')[0]?.replaceAll("'", '').trim() ?? '';
      const name = FONT_NAMES[first];
      if (name === undefined) throw new Error(`a picture is set in ${first}, which is no font of the site`);
      return `font-family="${name}"`;
    })
    .replaceAll(
      TEXTS,
      (_, attributes: string, words: string) =>
        `<text${attributes}>${words.replaceAll(RAISED, raised).replaceAll(LEADING_SPACE, '$1\u00a0')}</text>`,
    );
}

const raised = (digits: string) =>
  element(
    'tspan',
    { 'baseline-shift': 'super', 'font-size': '70%' },
    [...digits].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join(''),
  );
