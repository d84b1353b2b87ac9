import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AstroIntegrationLogger } from 'astro';
import { sheetOf } from '#widgets/picture-sheet.ts';
import { cardOf } from './card.ts';
import { readFigure } from './figure-page.ts';
import { Pixels } from './pixels.ts';

interface Built {
  readonly dir: URL;
  readonly root: URL;
  readonly base: string;
  readonly logger: AstroIntegrationLogger;
}

/** Sharp on a slide. */
const PNG_SCALE = 1.5;

/**
 * Draws the pictures of each figure page beside it, from the drawing that the server put there and the styles that
 * the page has: no browser, and nothing drawn a second time.
 */
export async function drawPosters({ dir, root, base, logger }: Built): Promise<void> {
  const started = performance.now();
  const pixels = await Pixels.open(root);
  const folder = new URL('figure/', dir);
  const places = readdirSync(folder).flatMap((widget) =>
    readdirSync(new URL(`${widget}/`, folder)).map((state) => new URL(`${widget}/${state}/`, folder)),
  );
  for (const place of places) {
    const page = new URL('index.html', place);
    const html = readFileSync(page, 'utf8');
    const { wide, narrow, ground, question, answer, foot, source } = readFigure(html, { dir, base });
    const poster = sheetOf(wide, { title: question, lines: [answer], foot }, ground);
    const card = cardOf(narrow, wide, { title: question, answer, source }, ground);
    writeFileSync(new URL('poster.svg', place), poster);
    writeFileSync(new URL('poster.png', place), pixels.png(poster, PNG_SCALE));
    writeFileSync(new URL('card.png', place), pixels.png(card, 1));
    const [width, height] = /viewBox="0 0 (\S+) (\S+)"/.exec(poster)?.slice(1) ?? [];
    writeFileSync(page, html.replace('data-poster', `width="${width}" height="${height}"`));
  }
  logger.info(`${places.length} figures drawn in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
