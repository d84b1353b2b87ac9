import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);

/** Latin, punctuation, arrows and mathematics: whatever of these the fonts have. */
const ANY = Array.from({ length: 0x2300 - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join('');

const SANS = 'instrument-sans/files/instrument-sans-latin-wght-normal';
const ITALIC = 'newsreader/files/newsreader-latin-wght-italic';
const SERIF = 'newsreader/files/newsreader-latin-opsz-normal';

/** What the site calls each font, and what its file says that it is called. */
export const FONT_NAMES: Readonly<Record<string, string>> = {
  'Instrument Sans': 'Instrument Sans',
  Newsreader: 'Newsreader 16pt',
  'Newsreader Display': 'Newsreader 16pt',
};

/**
 * The site's fonts as a renderer without a browser reads them: one file a weight, since it knows no variable ones.
 * Made once, and kept in the cache.
 */
export async function posterFonts(root: URL): Promise<string[]> {
  const folder = new URL('node_modules/.cache/fonts/', root);
  mkdirSync(folder, { recursive: true });
  const cuts = [
    ...[400, 500, 600].map((wght) => ({ file: SANS, axes: { wght } })),
    // Of the two that go by one name, text is the lighter.
    { file: SERIF, axes: { wght: 400, opsz: 18 } },
    { file: SERIF, axes: { wght: 500, opsz: 36 } },
    { file: ITALIC, axes: { wght: 400 } },
  ];
  return Promise.all(
    cuts.map(async ({ file, axes }) => {
      const source = readFileSync(require.resolve(`@fontsource-variable/${file}.woff2`));
      const hash = createHash('sha256').update(source).update(JSON.stringify(axes)).digest('hex');
      const target = new URL(`${hash.slice(0, 16)}.ttf`, folder);
      if (!existsSync(target))
        writeFileSync(
          target,
          await subsetFont(source, ANY, { targetFormat: 'truetype', variationAxes: axes }),
        );
      return fileURLToPath(target);
    }),
  );
}
