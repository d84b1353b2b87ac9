export interface Block {
  kind: 'script' | 'style' | 'markup';
  text: string;
  /** The line of the file on which the text begins, counted from 1. */
  line: number;
}

/** The parts of a source file by language. In a component, comments are blank and each part knows its line. */
export function blocksOf(path: string, source: string): Block[] {
  if (/\.(ts|js|mjs)$/.test(path)) return [{ kind: 'script', text: source, line: 1 }];
  if (path.endsWith('.css')) return [{ kind: 'style', text: withoutComments(source), line: 1 }];
  if (!/\.(svelte|astro)$/.test(path)) return [];

  const blocks: Block[] = [];
  let markup = source;
  const take = (kind: Block['kind'], text: string, start: number) => {
    blocks.push({ kind, text: kind === 'style' ? withoutComments(text) : text, line: lineAt(source, start) });
    markup = markup.slice(0, start) + blank(text) + markup.slice(start + text.length);
  };

  // Before comments are blanked: code may hold their marks in a string.
  const fence = path.endsWith('.astro') ? /^\s*---\r?\n([\s\S]*?)^---/m.exec(source) : null;
  if (fence?.[1] !== undefined) take('script', fence[1], fence.index + fence[0].indexOf(fence[1]));
  markup = markup.replace(/<!--[\s\S]*?-->/g, blank);

  for (const element of markup.matchAll(/<(script|style)\b((?:"[^"]*"|'[^']*'|[^>"'])*)>([\s\S]*?)<\/\1>/g)) {
    const [whole, tag, attributes = '', text = ''] = element;
    const start = element.index + whole.lastIndexOf(`</${tag}`) - text.length;
    const isData = /\btype=["'][^"']*json/.test(attributes);
    if (tag === 'style') take('style', text, start);
    else if (!isData) take('script', text, start);
  }
  blocks.push({ kind: 'markup', text: markup, line: 1 });
  return blocks;
}

export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

export function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function withoutComments(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, blank);
}
