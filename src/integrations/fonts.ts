import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { fontProviders } from 'astro/config';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);

/** What any page may need, whatever the prose says just now: ASCII, quotes, dashes, signs and arrows. */
const ALWAYS = `${String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))} ©§°·–—‘’“”…×÷−≈≤≥→←↑↓∞½¼¾⁰¹²³⁴⁵⁶⁷⁸⁹`;

interface Face {
  name: string;
  cssVariable: `--${string}`;
  fallback: string;
  files: readonly {
    file: string;
    style: 'normal' | 'italic';
    weight: string;
    axes: Record<string, { min: number; max: number } | number>;
  }[];
}

const FACES: readonly Face[] = [
  {
    name: 'Newsreader',
    cssVariable: '--font-newsreader',
    fallback: 'serif',
    files: [
      {
        file: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
        style: 'normal',
        weight: '400 600',
        axes: { wght: { min: 400, max: 600 } },
      },
      {
        file: '@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2',
        style: 'italic',
        weight: '400',
        axes: { wght: 400 },
      },
    ],
  },
  {
    name: 'Instrument Sans',
    cssVariable: '--font-instrument-sans',
    fallback: 'sans-serif',
    files: [
      {
        file: '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2',
        style: 'normal',
        weight: '400 600',
        axes: { wght: { min: 400, max: 600 } },
      },
    ],
  },
];

/** Every character that the content is written with. */
function charactersIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return [
    ...new Set(files.flatMap(({ parentPath, name }) => [...readFileSync(join(parentPath, name), 'utf8')])),
  ]
    .sort()
    .join('');
}

async function subset(
  file: string,
  axes: Face['files'][number]['axes'],
  characters: string,
  cache: string,
): Promise<string> {
  const source = readFileSync(require.resolve(file));
  const hash = createHash('sha256')
    .update(source)
    .update(JSON.stringify(axes))
    .update(characters)
    .digest('hex')
    .slice(0, 12);
  const target = join(cache, `${hash}.woff2`);
  if (!existsSync(target)) {
    writeFileSync(
      target,
      await subsetFont(source, characters, { targetFormat: 'woff2', variationAxes: axes }),
    );
  }
  return target;
}

/** The site's fonts from their packages, cut down to the characters and weights that are used. */
export function fonts(): AstroIntegration {
  return {
    name: 'fonts',
    hooks: {
      'astro:config:setup': async ({ config, updateConfig }) => {
        const root = fileURLToPath(config.root);
        const cache = join(root, 'node_modules/.cache/fonts');
        mkdirSync(cache, { recursive: true });
        const characters = ALWAYS + charactersIn(join(root, 'content'));
        const families = await Promise.all(
          FACES.map(async ({ name, cssVariable, fallback, files }) => {
            const [first, ...others] = await Promise.all(
              files.map(async ({ file, style, weight, axes }) => ({
                src: [await subset(file, axes, characters, cache)] as [string],
                style,
                weight,
                display: 'swap' as const,
              })),
            );
            if (first === undefined) throw new Error(`${name} has no files`);
            return {
              provider: fontProviders.local(),
              name,
              cssVariable,
              fallbacks: [fallback],
              options: { variants: [first, ...others] as [typeof first, ...(typeof first)[]] },
            };
          }),
        );
        updateConfig({ fonts: families });
      },
    },
  };
}
