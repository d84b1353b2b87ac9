import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import type { AstroIntegrationLogger } from 'astro';
import { sheetOf } from '#widgets/picture-sheet.ts';
import { cardOf } from './card.ts';
import { readFigure } from './figure-page.ts';
import { DISPLAY_NAME, posterFonts } from './poster-fonts.ts';

interface Built {
  readonly dir: URL;
  readonly root: URL;
  readonly base: string;
  readonly logger: AstroIntegrationLogger;
}

/** Twice the drawing's size: sharp on a slide. */
const PNG_SCALE = 2;

/**
 * Draws the pictures of each figure page beside it, from the drawing that the server put there and the styles that
 * the page has: no browser, and nothing drawn a second time.
 */
export async function drawPosters({ dir, root, base, logger }: Built): Promise<void> {
  const started = performance.now();
  const fontFiles = await posterFonts(root);
  const cache = new URL('node_modules/.cache/posters/', root);
  mkdirSync(cache, { recursive: true });
  const png = (svg: string, scale: number): Buffer => {
    const options = {
      fitTo: { mode: 'zoom' as const, value: scale },
      font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Instrument Sans' },
    };
    const name = createHash('sha256').update(svg).update(JSON.stringify([fontFiles, scale])).digest('hex');
    const kept = new URL(`${name.slice(0, 24)}.png`, cache);
    if (existsSync(kept)) return readFileSync(kept);
    const drawn = new Resvg(svg.replaceAll("'Newsreader Display'", `'${DISPLAY_NAME}'`), options).render().asPng();
    writeFileSync(kept, drawn);
    return drawn;
  };

  const folder = new URL('figure/', dir);
  let count = 0;
  for (const widget of readdirSync(folder)) {
    for (const state of readdirSync(new URL(`${widget}/`, folder))) {
      const at = new URL(`${widget}/${state}/`, folder);
      const page = new URL('index.html', at);
      const html = readFileSync(page, 'utf8');
      const { wide, narrow, ground, question, answer, foot, source, display } = readFigure(html, { dir, base });
      const poster = sheetOf(wide, { title: question, lines: [answer], foot }, ground);
      writeFileSync(new URL('poster.svg', at), poster);
      writeFileSync(new URL('poster.png', at), png(poster, PNG_SCALE));
      writeFileSync(new URL('card.png', at), png(cardOf(narrow, { title: question, answer, source, display }, ground), 1));
      const [width, height] = /viewBox="0 0 (\S+) (\S+)"/.exec(poster)?.slice(1) ?? [];
      writeFileSync(page, html.replace('data-poster', `width="${width}" height="${height}"`));
      count++;
    }
  }
  logger.info(`${count} figures drawn in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
