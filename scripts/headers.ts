/** A rule of a `_headers` file: a path that may hold `*`, and what its answers get. */
export interface HeaderRule {
  readonly matches: (path: string) => boolean;
  readonly headers: readonly (readonly [name: string, value: string])[];
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
          const at = line.indexOf(':');
          return [line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()] as const;
        }),
      };
    });
}

/** What a path's answer gets. A name that several rules give is joined by commas, as hosts do. */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of rules.filter(({ matches }) => matches(path)).flatMap(({ headers }) => headers))
    found[name] = found[name] === undefined ? value : `${found[name]}, ${value}`;
  return found;
}
