import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type Fact, factSchema } from './fact.ts';

/** What one file of the ledger holds, and what is wrong with it. */
export interface FactFile {
  readonly facts: readonly Placed[];
  readonly problems: readonly Problem[];
}

/** A fact and the line it begins on. */
export interface Placed {
  readonly fact: Fact;
  readonly line: number;
}

/** What is wrong on a line: "F29.source.url: is missing; wanted: the http(s) address of the page". */
export interface Problem {
  readonly line: number;
  readonly message: string;
}

type Path = readonly PropertyKey[];

const mapping = z.record(z.string(), z.unknown());

/** Reads the text of a file whose ids begin with `letter`. Never throws: whatever is wrong is a problem. */
export function readFactFile(text: string, letter: string): FactFile {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineOf = (path: Path) => counter.linePos(offsetOf(document, path)).line;
  const facts: Placed[] = [];
  const problems: Problem[] = document.errors.map(({ code, pos: [offset], message }) => ({
    line: counter.linePos(offset).line,
    message:
      code === 'DUPLICATE_KEY'
        ? `${/^\w*/.exec(text.slice(offset))}: is there twice; wanted: each id and each field once`
        : `cannot be read: ${message}; wanted: YAML`,
  }));
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return { facts, problems };

  const report = (path: Path, what: string, wanted: string) => {
    problems.push({ line: lineOf(path), message: `${path.join('.')}: ${what}; wanted: ${wanted}` });
  };
  for (const [id, entry] of Object.entries(entriesOf(document, problems))) {
    if (!id.startsWith(letter)) report([id], 'has another topic’s letter', `an id beginning with ${letter}`);
    const fields = mapping.safeParse(entry);
    if (!fields.success) {
      report([id], found(entry), 'a mapping from the fields of a fact to their values');
      continue;
    }
    if ('id' in fields.data) report([id, 'id'], 'is not a field here', 'the id before the colon only');
    const whole = { ...fields.data, id };
    const fact = factSchema.safeParse(whole);
    if (fact.success) facts.push({ fact: fact.data, line: lineOf([id]) });
    for (const issue of fact.error?.issues ?? []) {
      const path = [id, ...issue.path.filter((key) => key !== 'id')];
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) report([...path, key], 'is not a field here', issue.message);
      } else {
        report(path, found(valueAt(whole, issue.path)), issue.message);
      }
    }
  }
  return { facts, problems };
}

function entriesOf(document: Document, problems: Problem[]): Record<string, unknown> {
  try {
    const entries = mapping.safeParse(document.toJS());
    if (entries.success) return entries.data;
    problems.push({ line: 1, message: 'holds no facts; wanted: a mapping from ids to facts' });
  } catch (error) {
    // An alias to nothing shows only now; it names itself.
    problems.push({ line: 1, message: `cannot be read: ${String(error)}; wanted: YAML` });
  }
  return {};
}

function found(value: unknown): string {
  return value === undefined ? 'is missing' : `is ${JSON.stringify(value)}`;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => mapping.safeParse(inner).data?.[String(key)], value);
}

/** Where the key at the end of a path stands in the text, or the last one on the way that is there. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const key of path) {
    const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === key) : null;
    if (!pair) break;
    if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
    node = pair.value;
  }
  return offset;
}
