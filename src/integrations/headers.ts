import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';

/** What hosts that read `_headers` allow: Cloudflare's limits, the narrowest. */
const LONGEST_LINE = 2000;
const MOST_RULES = 100;

const YEAR_S = 31_536_000;
const DAY_S = 86_400;

type Headers = Readonly<Record<string, string>>;

interface Page {
  /** Its address below the base, without a slash before it: "", "404.html", "embed/v1/scarcity/". */
  readonly path: string;
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

const FOR_ALL: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
};

/** An opaque frame is another origin than its own files', and others may read what is published to be read. */
const SHARED: Headers = { 'Access-Control-Allow-Origin': '*' };

/** A page names styles and scripts that the next build may not have. */
const OF_PAGES: Headers = { 'Cache-Control': 'public, max-age=0, must-revalidate' };

const FOR_A_DAY: Headers = { ...SHARED, 'Cache-Control': `public, max-age=${DAY_S}` };

/** Rules for files, by pattern: written after those of pages, since what comes later is narrower. */
const OF_FILES: Readonly<Record<string, Headers>> = {
  '_astro/*': { ...SHARED, 'Cache-Control': `public, max-age=${YEAR_S}, immutable` },
  'embed/v1/*': SHARED,
  'embed/v1/*.js': FOR_A_DAY,
  'figure/*': SHARED,
  'model/*': FOR_A_DAY,
  'widgets.json': FOR_A_DAY,
};

/** Talks in one file, to be opened from a stick: what they hold inline is more than a policy here allows. */
const isSaved = ({ path }: Page) => /^talk-[^/]*\.html$/.test(path);
const SAVED: Headers = { ...OF_PAGES, 'Content-Disposition': 'attachment' };

/** The page at `embed/` itself asks where to paste, and is none. */
const isEmbed = (path: string) => /^embed\/./.test(path);

/**
 * Writes `_headers` for the pages that were built. The policy stands there and not in a `meta` of each page: in a frame
 * whose origin is opaque, “self” means the site only where a header says it. A kind of page has one rule, with the
 * hashes of what its pages hold.
 *
 * Where several rules match, Cloudflare joins what they say of one header, and two policies would both be enforced; so
 * the narrower rule first takes back what a wider one said, with a line `! Name`. Netlify passes such lines over, and
 * has the later rule say the last word.
 */
export function headers(): AstroIntegration {
  let base = '/';
  return {
    name: 'headers',
    hooks: {
      'astro:config:setup': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': ({ dir }) => {
        const rules = rulesOf(pagesIn(dir));
        writeFileSync(new URL('_headers', dir), written(rules, base));
      },
    },
  };
}

/** Every page of a built site, with the hashes of what is inline in it. */
function pagesIn(dir: URL): Page[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'))
    .sort()
    .map((path) => ({
      path: path.replace(/(^|\/)index\.html$/, '$1'),
      ...inlineIn(readFileSync(new URL(path, dir), 'utf8')),
    }));
}

/** The hashes of a page's inline scripts and styles. */
export function inlineIn(html: string): Pick<Page, 'scripts' | 'styles'> {
  const hashes = (pattern: RegExp) =>
    [...html.matchAll(pattern)]
      .map(([, inside = '']) => inside)
      .filter((inside) => inside !== '')
      .map((inside) => `'sha256-${createHash('sha256').update(inside).digest('base64')}'`);
  return {
    scripts: hashes(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g),
    styles: hashes(/<style[^>]*>([\s\S]*?)<\/style>/g),
  };
}

/** The rules of a site, by pattern below its base, the wider before the narrower. */
export function rulesOf(pages: readonly Page[]): Map<string, Headers> {
  // Where nothing is, hosts show this page, whatever the address.
  const lost = pages.filter(({ path }) => path === '404.html');
  const others = pages.filter((page) => !lost.includes(page) && !isSaved(page));
  const rules = new Map<string, Headers>([['*', { ...FOR_ALL, ...policy(policyOf('', [], lost)) }]]);
  const add = (pattern: string, headers: Headers) =>
    rules.set(pattern, { ...rules.get(pattern), ...headers });
  for (const [pattern, line] of policiesOf(others, lost)) add(pattern, { ...OF_PAGES, ...policy(line) });
  for (const [pattern, headers] of Object.entries(OF_FILES)) add(pattern, headers);
  // Some hosts leave the ending out.
  for (const { path } of pages.filter(isSaved))
    for (const pattern of [path, path.replace(/\.html$/, '')]) add(pattern, SAVED);
  return rules;
}

const policy = (line: string): Headers => ({ 'Content-Security-Policy': line });

/** One policy a folder; where its line would be too long, one a folder inside it. */
function policiesOf(pages: readonly Page[], lost: readonly Page[], folder = ''): [string, string][] {
  const inside = Map.groupBy(pages, ({ path }) => {
    const end = path.indexOf('/', folder.length);
    if (path === 'embed/') return path;
    return end === -1 ? path : `${path.slice(0, end + 1)}*`;
  });
  // A folder's own page after the others that it holds.
  const ordered = [...inside].sort(([a], [b]) => Number(b.endsWith('*')) - Number(a.endsWith('*')));
  return ordered.flatMap(([pattern, kind]): [string, string][] => {
    const line = policyOf(pattern, kind, lost);
    if (`Content-Security-Policy: ${line}`.length + 2 <= LONGEST_LINE) return [[pattern, line]];
    if (!pattern.endsWith('*') || kind.every(({ path }) => `${path}*` === pattern))
      throw new Error(`${pattern} has more inline scripts and styles than a line of _headers may name`);
    return policiesOf(kind, lost, pattern.slice(0, -1));
  });
}

function policyOf(pattern: string, pages: readonly Page[], lost: readonly Page[]): string {
  const all = [...pages, ...lost];
  const named = (hashes: readonly string[]) => ["'self'", ...[...new Set(hashes)].sort()].join(' ');
  return [
    "default-src 'none'",
    `script-src ${named(all.flatMap(({ scripts }) => scripts))}`,
    `style-src ${named(all.flatMap(({ styles }) => styles))}`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    // Even "*" would keep an embed out of pages opened from a file.
    ...(isEmbed(pattern) ? [] : ["frame-ancestors 'self'"]),
  ].join('; ');
}

export function written(rules: ReadonlyMap<string, Headers>, base: string): string {
  if (rules.size > MOST_RULES)
    throw new Error(`_headers would have ${rules.size} rules, more than hosts read`);
  const before: [string, Headers][] = [];
  return [...rules]
    .map(([pattern, of]) => {
      const wider = before.filter(([other]) => covers(other, pattern)).map(([, headers]) => headers);
      before.push([pattern, of]);
      const lines = Object.entries(of).flatMap(([name, value]) => [
        ...(wider.some((headers) => name in headers) ? [`  ! ${name}\n`] : []),
        `  ${name}: ${value}\n`,
      ]);
      return `${pattern === '*' ? '/*' : base + pattern}\n${lines.join('')}`;
    })
    .join('\n');
}

const covers = (wider: string, pattern: string) =>
  wider.endsWith('*') && pattern.startsWith(wider.slice(0, -1));
