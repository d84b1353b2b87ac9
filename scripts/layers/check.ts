import { posix } from 'node:path';
import { type Import, read } from './read.ts';
import { buildTime, doorstep, rooms, virtualReaders } from './rooms.ts';

/** Paths from the project's folder, with forward slashes, and what the files hold. */
export type Sources = ReadonlyMap<string, string>;

const TOKENS = 'src/styles/tokens.css';
const NO_D3 = /^d3-(selection|axis|transition)(\/|$)/;
const NO_D3_NAMES = /^(\*|select(All|ion|or|orAll)?|axis\w+|transition)$/;

/** Every breach of the house's rules, each as one line that names the file, the import and the rule. */
export function breaches(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) => {
    if (path.startsWith('content/')) return proseBreaches(path, text);
    return path.startsWith('src/') ? sourceBreaches(path, text, widgetFolders(sources)) : [];
  });
}

function sourceBreaches(path: string, text: string, widgets: ReadonlySet<string>): string[] {
  const room = roomOf(path);
  const known = room === undefined ? posix.basename(path) in doorstep : room in rooms;
  if (!known) return [`${path}: src/ has no such room; its rooms are ${Object.keys(rooms).join(', ')}`];

  const { imports, unclear, anys, colours } = read(path, text);
  const unreadable = room !== undefined && buildTime.includes(room) ? [] : unclear;
  return [
    ...imports.flatMap((it) => {
      const rule = broken(path, room, it, widgets);
      return rule === undefined ? [] : [`${path}:${it.line}: imports ${it.specifier}, but ${rule}`];
    }),
    ...unreadable.map(
      (line) => `${path}:${line}: imports something worked out, but an import is written as a plain string`,
    ),
    ...anys.map((line) => `${path}:${line}: says "as any", but nothing is any`),
    ...(path === TOKENS ? [] : colours).map(
      (colour) => `${path}:${colour.line}: uses ${colour.text}, but raw colours live in ${TOKENS}`,
    ),
  ];
}

function broken(
  path: string,
  room: string | undefined,
  it: Import,
  widgets: ReadonlySet<string>,
): string | undefined {
  const specifier = it.specifier.replace(/^!/, '').replace(/\?.*$/, '');
  if (specifier.startsWith('virtual:')) {
    if (room !== undefined && virtualReaders.includes(room)) return undefined;
    return `virtual modules are read only in ${virtualReaders.join(' and ')}`;
  }
  if (specifier.startsWith('#')) {
    const target = specifier.slice(1).split('/')[0] ?? '';
    return brokenArrow(path, room, target) ?? brokenFolder(path, `src/${specifier.slice(1)}`, widgets);
  }
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(path), specifier);
    if (!target.startsWith('src/')) return 'a relative import stays inside its room';
    if (roomOf(target) !== room) return `a relative import stays inside its room; other rooms are #room/…`;
    return brokenFolder(path, target, widgets);
  }
  if (/^[/*]/.test(specifier)) return 'an import starts with ./ in its own room and with #room/ in another';
  return brokenPackage(specifier, it.names);
}

function brokenArrow(path: string, room: string | undefined, target: string): string | undefined {
  if (!(target in rooms)) return `src/ has no room ${target}`;
  if (target === room) return undefined;
  const allowed = (room === undefined ? doorstep[posix.basename(path)] : rooms[room]) ?? [];
  if (allowed.includes(target)) return undefined;
  return `${room ?? 'this file'} may import only ${allowed.join(', ') || 'nothing of ours'}`;
}

// Deleting a widget's folder deletes the widget, so nothing outside names one: they are found by glob.
function brokenFolder(path: string, target: string, widgets: ReadonlySet<string>): string | undefined {
  const own = widgetFolder(path);
  const other = widgetFolder(target);
  if (other === undefined || other === own) return undefined;
  const inWidget = own !== undefined && widgets.has(own);
  if (/[*{?[]/.test(other))
    return inWidget ? "a widget does not reach into another widget's folder" : undefined;
  if (!widgets.has(other)) return undefined;
  return inWidget
    ? "a widget does not reach into another widget's folder"
    : "a widget's folder is found by glob, never named";
}

function brokenPackage(specifier: string, names: readonly string[]): string | undefined {
  if (NO_D3.test(specifier)) return 'D3 does the maths and Svelte the DOM';
  const bad = specifier === 'd3' ? names.filter((name) => NO_D3_NAMES.test(name)) : [];
  if (bad.length === 0) return undefined;
  return `D3 does the maths and Svelte the DOM, so functions are imported by name and without ${bad.join(', ')}`;
}

function proseBreaches(path: string, text: string): string[] {
  if (!path.endsWith('.mdx')) return [];
  // An import is one only where a block begins, and outside fenced code.
  const prose = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, (code) => code.replace(/[^\n]/g, ' '));
  return prose.split('\n').flatMap((line, index, lines) => {
    const before = lines[index - 1]?.trim() ?? '';
    const begins = before === '' || before === '---' || /^(import|export)\s/.test(before);
    const imports = (begins && /^(import\s|export\s.*\sfrom\s)/.test(line)) || /\{.*\bimport\(/.test(line);
    return imports ? [`${path}:${index + 1}: ${line.trim()}, but prose imports nothing`] : [];
  });
}

function roomOf(path: string): string | undefined {
  const [, room, ...rest] = path.split('/');
  return rest.length > 0 ? room : undefined;
}

function widgetFolder(path: string): string | undefined {
  const [, room, folder, ...rest] = path.split('/');
  return room === 'widgets' && rest.length > 0 ? folder : undefined;
}

function widgetFolders(sources: Sources): Set<string> {
  const specs = [...sources.keys()].filter((path) => /^src\/widgets\/[^/]+\/spec\.ts$/.test(path));
  return new Set(specs.flatMap((path) => widgetFolder(path) ?? []));
}
