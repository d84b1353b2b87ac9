import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { path, promisesIn, read } from '../embed/for-ever.ts';

const root = new URL('../../', import.meta.url);
const git = (...words: string[]) =>
  execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** Every version of the file that led to this one; none where the project came without its history. */
function versions(): string[] {
  const name = fileURLToPath(path).slice(fileURLToPath(root).length);
  try {
    const commits = git('log', '--full-history', '--diff-filter=AM', '--format=%H', '--', name);
    return commits
      .split('\n')
      .filter(Boolean)
      .map((commit) => git('show', `${commit}:${name}`));
  } catch {
    return [];
  }
}

describe('what was given out', () => {
  const before = versions();
  const now = new Set(promisesIn({ ...read() }));

  test.skipIf(before.length === 0)('is all still in the file, as it was in any version of it', () => {
    for (const version of before)
      expect(promisesIn(JSON.parse(version)).filter((promise) => !now.has(promise))).toEqual([]);
  });

  test('is known thing by thing: what leaves and what becomes another is missed, what joins is not', () => {
    const file = {
      addresses: ['widgets.json'],
      states: { loop: { '?growth=0': '?growth=0&share=0.25' } },
      messages: [{ say: { type: 'get', re: 1 }, hear: null }],
    };
    const missed = (later: object) => {
      const all = promisesIn({ ...later });
      return promisesIn(file).filter((promise) => !all.includes(promise));
    };
    expect(missed(file)).toEqual([]);
    expect(
      missed({
        ...file,
        addresses: ['widgets.json', 'embed/'],
        states: {
          loop: { '?growth=0': '?growth=0&share=0.25&view=money', '?growth=1': '?growth=1' },
          queue: {},
        },
      }),
    ).toEqual([]);
    expect(missed({ ...file, addresses: [] })).toEqual(['addresses.0 = "widgets.json"']);
    expect(missed({ ...file, states: { loop: { '?growth=0': '?growth=0&share=0.3' } } })).toEqual([
      'states.loop.?growth=0.share = "0.25"',
    ]);
    expect(missed({ ...file, messages: [{ say: { type: 'get', re: 1 }, hear: {} }] })).toEqual([
      'messages.0.hear = null',
    ]);
    // As the file was when it kept no whole states.
    expect(promisesIn({ queries: { loop: ['?growth=0'] } })).toEqual(['states.loop.?growth=0']);
  });
});
