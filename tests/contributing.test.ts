import { execFile, execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const project = fileURLToPath(new URL('..', import.meta.url));
/** A copy to write in, where packages are still found in the folder above. */
const copy = join(project, 'test-results/contributing');
const run = promisify(execFile);
const SLOW_MS = 240_000;

const guide = readFileSync(join(project, 'CONTRIBUTING.md'), 'utf8');
/** The example under a heading of the guide, as its readers would copy it. */
function exampleUnder(heading: string): string {
  const section = guide.split(/^## /m).find((each) => each.startsWith(heading)) ?? '';
  const block = /\n\n((?: {4}.*\n|\n)+)/.exec(section)?.[1];
  if (block === undefined) throw new Error(`CONTRIBUTING.md has no example under “${heading}”`);
  return `${block.replaceAll(/^ {4}/gm, '').trim()}\n`;
}

const inCopy = (path: string) => join(copy, path);
const node = (...args: string[]) =>
  run(process.execPath, args, { cwd: copy, env: { ...process.env, NODE_ENV: '', VITEST: '' } });
const bin = (path: string) => join(project, 'node_modules', path);
const build = () => node(bin('astro/bin/astro.mjs'), 'build');
/** Which of these a built file does not hold. */
function missingFrom(path: string, wanted: readonly string[]): string[] {
  const text = readFileSync(inCopy(`dist/${path}`), 'utf8');
  return wanted.filter((each) => !text.includes(each));
}

beforeAll(() => {
  rmSync(copy, { recursive: true, force: true });
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: project,
    encoding: 'utf8',
  });
  for (const file of files.trim().split('\n')) {
    mkdirSync(dirname(inCopy(file)), { recursive: true });
    cpSync(join(project, file), inCopy(file));
  }
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('following CONTRIBUTING to the letter', () => {
  const section = 'content/sections/6-two-clocks.mdx';

  test('a fact, a section, a claim, a deal, a widget and a talk appear wherever they should', {
    timeout: SLOW_MS,
  }, async () => {
    appendFileSync(inCopy('content/facts/g-capacity-and-prices.yaml'), exampleUnder('Add a fact'));
    const fact = '\nGrown <Fact id="G99" /> since.\n';
    const figure = '\n<Figure widget="slow-lane" />\n';
    writeFileSync(
      inCopy(section),
      exampleUnder('Add a section') + fact + figure + exampleUnder('Add a claim'),
    );
    writeFileSync(inCopy('content/talks/slower.mdx'), exampleUnder('Write a talk'));
    cpSync(inCopy('content/deals/google-anthropic.yaml'), inCopy('content/deals/acme-anthropic.yaml'));
    await node('scripts/new-widget.ts', 'slow-lane');

    await build();
    const essay = [
      'id="two-clocks"',
      'href="#two-clocks"',
      'data-fact="G99">3.3',
      'https://example.org/page',
      'id="claim-a-third-there"',
      'data-widget="slow-lane"',
    ];
    expect(missingFrom('index.html', essay)).toEqual([]);
    expect(missingFrom('widgets/index.html', ['data-widget="slow-lane"'])).toEqual([]);
    expect(missingFrom('embed/slow-lane/index.html', ['data-answer'])).toEqual([]);
    expect(missingFrom('embed/loop/index.html', ['acme-anthropic'])).toEqual([]);
    expect(missingFrom('talk/index.html', ['href="/talk/slower/"', 'href="/talk-slower.html"'])).toEqual([]);
    expect(missingFrom('talk/slower/index.html', ['A slower clock'])).toEqual([]);
    expect(missingFrom('widgets.json', ['"slow-lane"'])).toEqual([]);
    expect(readFileSync(inCopy('dist/embed/v1/slow-lane.js'), 'utf8').length).toBeGreaterThan(1000);
  });

  test('the new widget is well typed, well kept and tested', { timeout: SLOW_MS }, async () => {
    await node(bin('@biomejs/biome/bin/biome'), 'ci', '--vcs-enabled=false', 'src/widgets/slow-lane');
    await node(bin('svelte-check/bin/svelte-check'), '--fail-on-warnings');
    const { stdout } = await node(
      bin('vitest/vitest.mjs'),
      'run',
      'src/widgets/slow-lane',
      'tests/widgets',
      'tests/layers',
    );
    expect(stdout).toContain('src/widgets/slow-lane/claims.test.ts');
  });

  test('a claim that is false in the essay’s world stops the build with its place and its numbers', {
    timeout: SLOW_MS,
  }, async () => {
    const path = inCopy(section);
    const claim =
      '\n<Claim id="plenty" holds="scarcity < 2" along="lead" otherwise="There is not.">There is plenty.</Claim>\n';
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, before + claim);
    const line = before.split('\n').length + 1;
    await expect(build()).rejects.toMatchObject({
      stderr: expect.stringMatching(
        new RegExp(`6-two-clocks\\.mdx:${line}\\b[^]*plenty[^]*scarcity is 10\\.76`),
      ),
    });
  });

  test('a second widget of the same name, or one with an odd name, is refused in a sentence', async () => {
    await expect(node('scripts/new-widget.ts', 'slow-lane')).rejects.toMatchObject({
      stderr: expect.stringContaining('is there already'),
    });
    await expect(node('scripts/new-widget.ts', '../Odd')).rejects.toMatchObject({
      stderr: expect.stringContaining("can't be a widget's id"),
    });
  });
});
