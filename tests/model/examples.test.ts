import { readdirSync, readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import { describe, expect, test } from 'vitest';
import * as publicModel from '#model/v1.ts';

/** Everything that a file of the room exports, and what stands in its comments. */
interface Source {
  name: string;
  exports: Record<string, unknown>;
  docs: { functionName: string; text: string }[];
}

const room = new URL('../../src/model/', import.meta.url);
const sources = await Promise.all(
  readdirSync(room)
    .filter((name) => name.endsWith('.ts'))
    .map(readSource),
);
const everything = Object.assign({}, ...sources.map(({ exports }) => exports));
// `v1.ts` only passes on; the room also holds units and formats, which explain themselves in a line.
const simulation = reachableFrom('v1.ts');
simulation.delete('v1.ts');

async function readSource(name: string): Promise<Source> {
  const text = readFileSync(new URL(name, room), 'utf8');
  const docs = text.matchAll(/\/\*\*\n((?: \*.*\n)*?) \*\/\nexport function (\w+)/g);
  return {
    name,
    exports: await import(new URL(name, room).href),
    docs: [...docs].map(([, comment = '', functionName = '']) => ({
      functionName,
      text: comment.replaceAll(/^ \* ?/gm, ''),
    })),
  };
}

/** The files that a file imports, and those that they import. */
function reachableFrom(name: string, found = new Set<string>()): Set<string> {
  found.add(name);
  const text = readFileSync(new URL(name, room), 'utf8');
  for (const [, next = ''] of text.matchAll(/from '\.\/([^']+)'/g))
    if (!found.has(next)) reachableFrom(next, found);
  return found;
}

/** Each `expression; // → value` of an example, with all the statements that stand before it. */
function claimsOf(example: string): { before: string; expression: string; value: string }[] {
  let before = '';
  return [...example.matchAll(/([\s\S]*?)\/\/ → (.*)\n/g)].map(([, code = '', value = '']) => {
    const statements = code.trim().replace(/;$/, '').split(/;\n/);
    const expression = statements.pop() ?? '';
    before += statements.map((statement) => `${statement};\n`).join('');
    return { before, expression, value };
  });
}

function evaluate(code: string): unknown {
  return compileFunction(code, Object.keys(everything))(...Object.values(everything));
}

/** Numbers to fourteen digits: another engine’s powers may differ in the last two. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Math.abs(value) < 1e-12 ? 0 : Number(value.toPrecision(14));
  if (value instanceof Float64Array || Array.isArray(value)) return Array.from<unknown>(value).map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
}

for (const { name, exports, docs } of sources.filter(({ name }) => simulation.has(name))) {
  describe(name, () => {
    test('explains and shows every function it exports', () => {
      const functions = Object.keys(exports).filter((key) => typeof exports[key] === 'function');
      const explained = docs.filter(({ text }) =>
        /@param [\s\S]*@(returns|throws) [\s\S]*@example\n[\s\S]*→/.test(text),
      );
      expect(explained.map(({ functionName }) => functionName).sort()).toEqual(functions.sort());
    });

    for (const { functionName, text } of docs) {
      if (functionName in publicModel)
        test(`${functionName} says where it comes from and what it refuses`, () => {
          expect(text).toMatch(/Source: /);
          expect(text).toMatch(/@throws RangeError/);
        });

      test(`${functionName} does what its example says`, () => {
        const claims = text.split('@example\n').slice(1).flatMap(claimsOf);
        expect(claims.length).toBeGreaterThan(0);
        for (const { before, expression, value } of claims) {
          const run = () => evaluate(`${before} return (${expression});`);
          if (value.startsWith('RangeError: ')) expect(run).toThrow(new RangeError(value.slice(12)));
          else expect(rounded(run()), expression).toEqual(rounded(evaluate(`return (${value});`)));
        }
      });
    }
  });
}
