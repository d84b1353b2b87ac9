import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { fontProviders } from 'astro/config';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const ASCII = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index));

/** What any page may need, whatever the prose says just now: ASCII, quotes, dashes, signs and arrows. */
const ALWAYS = `${ASCII}\u00a0©§°·–—‘’“”…×÷−≈≤≥→←↑↓∞½¼¾⁰¹²³⁴⁵⁶⁷⁸⁹`;

const WEIGHTS = { min: 400, max: 600 };

/** The optical sizes, in points, that lines are read at and that headings are set in; all between would weigh twice as much. */
const READ = 18;
const HEADING = 36;

/** Every character that the content is written with. */
function charactersIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const texts = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
  return [...new Set(texts.join(''))].sort().join('');
}

/** The site's fonts from their packages, cut down to the characters and weights that are used. */
export function fonts(): AstroIntegration {
  return {
    name: 'fonts',
    hooks: {
      'astro:config:setup': async ({ config, updateConfig }) => {
        const root = fileURLToPath(config.root);
        const cache = join(root, 'node_modules/.cache/fonts');
        const characters = ALWAYS + charactersIn(join(root, 'content'));
        mkdirSync(cache, { recursive: true });

        /** The path of a subset of one file of a font package, made if it isn't there. */
        async function cut(
          file: string,
          variationAxes: Record<string, number | typeof WEIGHTS>,
        ): Promise<[string]> {
          const source = readFileSync(require.resolve(`@fontsource-variable/${file}.woff2`));
          const hash = createHash('sha256')
            .update(source)
            .update(JSON.stringify([variationAxes, characters]));
          const target = join(cache, `${hash.digest('hex').slice(0, 16)}.woff2`);
          if (!existsSync(target)) {
            writeFileSync(
              target,
              await subsetFont(source, characters, { targetFormat: 'woff2', variationAxes }),
            );
          }
          return [target];
        }

        const text = await cut('newsreader/files/newsreader-latin-opsz-normal', {
          wght: WEIGHTS,
          opsz: READ,
        });
        const display = await cut('newsreader/files/newsreader-latin-opsz-normal', {
          wght: 500,
          opsz: HEADING,
        });
        const italic = await cut('newsreader/files/newsreader-latin-wght-italic', { wght: 400 });
        const ui = await cut('instrument-sans/files/instrument-sans-latin-wght-normal', { wght: WEIGHTS });
        updateConfig({
          fonts: [
            {
              provider: fontProviders.local(),
              name: 'Newsreader',
              cssVariable: '--font-newsreader',
              fallbacks: ['serif'],
              options: {
                variants: [
                  { src: text, weight: '400 600', style: 'normal', display: 'optional' },
                  { src: italic, weight: '400', style: 'italic', display: 'optional' },
                ],
              },
            },
            {
              provider: fontProviders.local(),
              name: 'Newsreader Display',
              cssVariable: '--font-newsreader-display',
              fallbacks: ['serif'],
              options: { variants: [{ src: display, weight: '500', style: 'normal', display: 'optional' }] },
            },
            {
              provider: fontProviders.local(),
              name: 'Instrument Sans',
              cssVariable: '--font-instrument-sans',
              fallbacks: ['sans-serif'],
              options: { variants: [{ src: ui, weight: '400 600', style: 'normal', display: 'optional' }] },
            },
          ],
        });
      },
    },
  };
}
