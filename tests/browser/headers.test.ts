import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { headersByLast, headersFor, readHeaders } from '../../scripts/headers.ts';
import { inlineIn, rulesOf, written } from '../../src/integrations/headers.ts';

const page = (path: string, scripts: string[] = [], styles: string[] = []) => ({ path, scripts, styles });
const policyAt = (text: string, path: string) =>
  headersFor(readHeaders(text), path)['content-security-policy'] ?? '';
const hash = (index: number) => `'sha256-${createHash('sha256').update(String(index)).digest('base64')}'`;

describe('what is written for hosts', () => {
  const pages = [
    page('', ["'sha256-a'"], ["'sha256-s'"]),
    page('404.html', ["'sha256-l'"]),
    page('embed/'),
    page('embed/v1/scarcity/', ["'sha256-e'"]),
    page('figure/scarcity/essay/', ["'sha256-f'"]),
    page('talk/', ["'sha256-t'"]),
    page('talk-one.html', ["'sha256-o'"]),
  ];
  const text = written(rulesOf(pages), '/sub/');

  test('lets anyone frame an embed, and nobody else anything else', () => {
    expect(policyAt(text, '/sub/embed/v1/scarcity/')).not.toContain('frame-ancestors');
    for (const path of ['', '404.html', 'figure/scarcity/essay/', 'embed/', 'nothing', 'nothing/at/all/'])
      expect(policyAt(text, `/sub/${path}`), path).toContain("frame-ancestors 'self'");
  });

  test('means the same to a host that joins what rules say, and to one that hears the last', () => {
    const rules = readHeaders(text);
    const files = ['_astro/a.css', 'embed/v1/scarcity.js', 'model/v1.js', 'widgets.json', 'talk/sw.js'];
    const nowhere = ['nothing', 'nothing/at/all/', 'embed/v1/nothing/', 'figure/nothing/'];
    for (const path of [...pages.map((each) => each.path), ...files, ...nowhere])
      expect(headersByLast(rules, `/sub/${path}`), path).toEqual(headersFor(rules, `/sub/${path}`));
  });

  test('has a talk that is one file saved, with and without its ending, and not opened under a policy it would break', () => {
    for (const path of ['talk-one', 'talk-one.html'])
      expect(headersFor(readHeaders(text), `/sub/${path}`)['content-disposition']).toBe('attachment');
    for (const path of ['talk/', 'talk-one.pdf'])
      expect(headersFor(readHeaders(text), `/sub/${path}`)['content-disposition']).toBeUndefined();
    expect(text).not.toContain("'sha256-o'");
  });

  test('has pages asked for anew, which name files that the next build may not have', () => {
    for (const path of pages.map((each) => each.path).filter((each) => each !== '404.html'))
      expect(headersFor(readHeaders(text), `/sub/${path}`)['cache-control'], path).toBe(
        'public, max-age=0, must-revalidate',
      );
  });

  test('names what is inline in a kind of page, and allows nothing unnamed', () => {
    expect(policyAt(text, '/sub/')).toContain("script-src 'self' 'sha256-a' 'sha256-l';");
    expect(policyAt(text, '/sub/')).toContain("style-src 'self' 'sha256-s';");
    expect(policyAt(text, '/sub/embed/v1/scarcity/')).toContain("script-src 'self' 'sha256-e' 'sha256-l';");
    expect(text).not.toContain('unsafe');
  });

  test('lets the page that is shown where nothing is be whole at any address', () => {
    for (const path of ['embed/v1/nothing/', 'figure/scarcity/nothing/', '404.html'])
      expect(policyAt(text, `/sub/${path}`)).toContain("'sha256-l'");
  });

  test('gives each path one policy only: two would both be enforced', () => {
    for (const { path } of pages)
      expect(policyAt(text, `/sub/${path}`).match(/default-src/g)).toHaveLength(1);
  });

  test('shares and keeps files as they deserve', () => {
    const at = (path: string) => headersFor(readHeaders(text), `/sub/${path}`);
    expect(at('_astro/fonts/a.woff2')).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    for (const path of ['embed/v1/scarcity.js', 'embed/v1/embed.js', 'model/v1.js', 'widgets.json'])
      expect(at(path)).toMatchObject({
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=86400',
      });
    expect(at('')['access-control-allow-origin']).toBeUndefined();
    expect(at('anything')).toMatchObject({ 'x-content-type-options': 'nosniff' });
  });

  test('parts a folder whose line would be too long for a host', () => {
    const many = ['a', 'b'].flatMap((widget, index) =>
      Array.from({ length: 25 }, (_, at) => page(`figure/${widget}/${at}/`, [hash(100 * index + at)])),
    );
    const parted = written(rulesOf(many), '/');
    for (const line of parted.split('\n')) expect(line.length).toBeLessThanOrEqual(2000);
    expect(policyAt(parted, '/figure/a/3/')).toContain(hash(3));
    expect(policyAt(parted, '/figure/a/3/')).not.toContain(hash(103));
    expect(() =>
      rulesOf([
        page(
          'x/',
          Array.from({ length: 40 }, (_, at) => hash(at)),
        ),
      ]),
    ).toThrow('x/');
  });
});

test('hashes are of what a browser hashes', () => {
  const of = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const html = `<style>a{}</style><script>
 1</script><script src="x"></script><script type="module">2</script><style data-a></style>`;
  expect(inlineIn(html)).toEqual({ scripts: [of('\n 1'), of('2')], styles: [of('a{}')] });
});

test('a rule matches from the start to the end, and a star anything', () => {
  const rules = readHeaders('/a/*\n  X: 1\n\n/a/b.js\n  X: 2\n  Y: a: b\n');
  expect(headersFor(rules, '/a/b.js')).toEqual({ x: '1, 2', y: 'a: b' });
  expect(headersFor(rules, '/a/bXjs')).toEqual({ x: '1' });
  expect(headersFor(rules, '/c/a/b.js')).toEqual({});
});

test('a rule takes back what those before it said, for a host that knows that', () => {
  const rules = readHeaders('/*\n  X: 1\n  Y: 1\n\n/a\n  ! X\n  X: 2\n');
  expect(headersFor(rules, '/a')).toEqual({ x: '2', y: '1' });
  expect(headersFor(rules, '/b')).toEqual({ x: '1', y: '1' });
  expect(headersByLast(rules, '/a')).toEqual({ x: '2', y: '1' });
});
