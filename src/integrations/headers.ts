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

const OF_FILES: Readonly<Record<string, Headers>> = {
  '_astro/*': { ...SHARED, 'Cache-Control': `public, max-age=${YEAR_S}, immutable` },
  'embed/v1/*': { ...SHARED, 'Cache-Control': `public, max-age=${DAY_S}` },
  'figure/*': SHARED,
  'model/*': { ...SHARED, 'Cache-Control': `public, max-age=${DAY_S}` },
  'widgets.json': SHARED,
};

/**
 * Writes `_headers` for the pages that were built. The policy stands there and not in a `meta` of each page: in a frame
 * whose origin is opaque, “self” means the site only where a header says it. A kind of page has one rule, with the
 * hashes of what its pages hold, since rules that overlap would each be enforced.
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

/** The rules of a site, by pattern below its base. */
export function rulesOf(pages: readonly Page[]): Map<string, Headers> {
  const rules = new Map<string, Headers>([['*', FOR_ALL], ...Object.entries(OF_FILES)]);
  const add = (pattern: string, headers: Headers) =>
    rules.set(pattern, { ...rules.get(pattern), ...headers });
  // Where nothing is, hosts show this page, whatever the address.
  const lost = pages.filter(({ path }) => path === '404.html');
  for (const [pattern, policy] of policiesOf(pages, lost))
    add(pattern, { 'Content-Security-Policy': policy });
  return rules;
}

/** One policy a folder; where its line would be too long, one a folder inside it. */
function policiesOf(pages: readonly Page[], lost: readonly Page[], folder = ''): [string, string][] {
  const inside = Map.groupBy(pages, ({ path }) => {
    const end = path.indexOf('/', folder.length);
    return end === -1 ? path : `${path.slice(0, end + 1)}*`;
  });
  return [...inside].flatMap(([pattern, kind]): [string, string][] => {
    const policy = policyOf(kind, lost);
    if (`Content-Security-Policy: ${policy}`.length + 2 <= LONGEST_LINE) return [[pattern, policy]];
    if (!pattern.endsWith('*') || kind.every(({ path }) => `${path}*` === pattern))
      throw new Error(`${pattern} has more inline scripts and styles than a line of _headers may name`);
    return policiesOf(kind, lost, pattern.slice(0, -1));
  });
}

function policyOf(pages: readonly Page[], lost: readonly Page[]): string {
  const all = [...pages, ...lost];
  const named = (hashes: readonly string[]) => ["'self'", ...[...new Set(hashes)].sort()].join(' ');
  // Even "*" would keep them out of pages opened from a file.
  const isFramed = pages.every(({ path }) => path.startsWith('embed/'));
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
    ...(isFramed ? [] : ["frame-ancestors 'self'"]),
  ].join('; ');
}

export function written(rules: ReadonlyMap<string, Headers>, base: string): string {
  if (rules.size > MOST_RULES)
    throw new Error(`_headers would have ${rules.size} rules, more than hosts read`);
  return [...rules]
    .map(([pattern, of]) => {
      const lines = Object.entries(of).map(([name, value]) => `  ${name}: ${value}\n`);
      return `${pattern === '*' ? '/*' : base + pattern}\n${lines.join('')}`;
    })
    .join('\n');
}
