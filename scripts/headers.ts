/** A rule of a `_headers` file: a path that may hold `*`, and what its answers get. */
export interface HeaderRule {
  readonly matches: (path: string) => boolean;
  /** In the order in which they stand. Null takes back what rules before it said. */
  readonly headers: readonly (readonly [name: string, value: string | null])[];
}

/** Reads `_headers` as static hosts do: a path at a line's start, its headers indented below it. */
export function readHeaders(text: string): HeaderRule[] {
  return text
    .split(/\n(?=\S)/)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const [pattern = '', ...lines] = block.split('\n').filter((line) => line.trim() !== '');
      const escaped = pattern
        .trim()
        .split('*')
        .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
      const path = new RegExp(`^${escaped.join('.*')}$`);
      return {
        matches: (asked) => path.test(asked),
        headers: lines.map((line) => {
          const taken = /^\s*!\s*(\S+)\s*$/.exec(line)?.[1];
          if (taken !== undefined) return [taken.toLowerCase(), null] as const;
          const at = line.indexOf(':');
          return [line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()] as const;
        }),
      };
    });
}

/** What a path's answer gets. A name that several rules give is joined by commas, but for what a rule takes back. */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of rules
    .filter(({ matches }) => matches(path))
    .flatMap(({ headers }) => headers)) {
    const before = found.get(name);
    if (value === null) found.delete(name);
    else found.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(found);
}

/** The same as a host has it that knows no taking back, and lets the last rule speak. */
export function headersByLast(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const said = rules.filter(({ matches }) => matches(path)).flatMap(({ headers }) => headers);
  return Object.fromEntries(said.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
