import { relative } from 'node:path';
import type { Expression, Program } from 'estree';
import type { Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { SaidDeck, SaidSlide, SaidState } from '#talk/check-deck.ts';

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

const isJsx = (node: { type: string }): node is Jsx =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/**
 * Reads a talk's slides into its frontmatter as `deck`, for the check that all pages of it make, and tells each part
 * of a slide where it stands: steps count from 1, which is the slide as it comes.
 */
export function remarkTalks() {
  return (tree: Root, file: VFile): void => {
    const path = relative(process.cwd(), file.path).replaceAll('\\', '/');
    if (!path.includes('talks/')) return;
    const slides = tree.children.map((node): SaidSlide => {
      if (node.type !== 'mdxJsxFlowElement' || node.name !== 'Slide')
        return file.fail(
          `${path}: something stands outside of the slides; wanted: <Slide> after <Slide>`,
          node,
        );
      return readSlide(node, file);
    });
    const deck: SaidDeck = { file: path, slides };
    file.data.astro ??= { frontmatter: {} };
    file.data.astro.frontmatter = { ...file.data.astro.frontmatter, deck };
  };
}

function readSlide(node: MdxJsxFlowElement, file: VFile): SaidSlide {
  const inside = (names: readonly string[]) => {
    const found: Jsx[] = [];
    visit(node, (each) => {
      if (isJsx(each) && names.includes(each.name ?? '')) found.push(each);
    });
    return found;
  };
  const steps = inside(['Step']);
  for (const [index, step] of steps.entries()) setAttribute(step, 'at', String(index + 2));
  const hasWords = wrapWords(node);
  return {
    id: text(node, 'id', file) ?? '',
    title: text(node, 'title', file) ?? '',
    time: text(node, 'time', file) ?? '',
    line: node.position?.start.line ?? 1,
    lives: inside(['Live']).map((live) => ({
      widget: text(live, 'widget', file) ?? '',
      preset: text(live, 'preset', file),
      state: stateIn(live, file),
    })),
    steps: steps.map((step) => ({
      title: text(step, 'title', file),
      preset: text(step, 'preset', file),
      state: stateIn(step, file),
    })),
    notesAt: inside(['Notes']).map((notes) => Number(literal(notes, 'at', file) ?? 1)),
    hasWords,
    hasEssay: inside(['Essay']).length > 0,
    cited: citedIn(node, file),
  };
}

const PARTS = ['Live', 'Step', 'Notes', 'Essay'];

/** Words of a slide itself are those of its first step; whether there are any. */
function wrapWords(slide: MdxJsxFlowElement): boolean {
  const isPart = (node: { type: string }) => isJsx(node) && PARTS.includes(node.name ?? '');
  const words = slide.children.filter((node) => !isPart(node));
  if (words.length === 0) return false;
  const said: MdxJsxFlowElement = {
    type: 'mdxJsxFlowElement',
    name: 'Said',
    attributes: [{ type: 'mdxJsxAttribute', name: 'at', value: '1' }],
    children: words,
  };
  slide.children = [said, ...slide.children.filter(isPart)];
  return true;
}

function setAttribute(node: Jsx, name: string, value: string): void {
  node.attributes.push({ type: 'mdxJsxAttribute', name, value });
}

function attributeOf(node: Jsx, name: string): MdxJsxAttribute['value'] {
  const found = node.attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === name);
  return found?.type === 'mdxJsxAttribute' ? found.value : undefined;
}

function text(node: Jsx, name: string, file: VFile): string | undefined {
  const value = literal(node, name, file);
  return value === undefined ? undefined : String(value);
}

/** What an attribute says, without anything being run: a talk is data. */
function literal(node: Jsx, name: string, file: VFile): unknown {
  const value = attributeOf(node, name);
  if (value === undefined || value === null || typeof value === 'string') return value ?? undefined;
  const program: Program | null | undefined = value.data?.estree;
  const [statement] = program?.body ?? [];
  if (statement?.type !== 'ExpressionStatement') return undefined;
  return plainValue(statement.expression, () =>
    file.fail(`<${node.name} ${name}={${value.value}}>: wanted are plain words and numbers`, node),
  );
}

function plainValue(expression: Expression, fail: () => never): unknown {
  if (expression.type === 'Literal') return expression.value;
  if (expression.type === 'TemplateLiteral' && expression.expressions.length === 0)
    return expression.quasis[0]?.value.cooked;
  if (expression.type !== 'ObjectExpression') return fail();
  return Object.fromEntries(
    expression.properties.map((property) => {
      if (property.type !== 'Property' || property.computed) return fail();
      const { key, value } = property;
      const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : fail();
      return [name, value.type === 'Literal' ? value.value : fail()];
    }),
  );
}

function stateIn(node: Jsx, file: VFile): SaidState {
  const value = literal(node, 'state', file);
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([key, said]) => [key, String(said)]));
}

/** The facts that a slide shows; those of the notes are named on paper. */
function citedIn(node: Jsx, file: VFile): string[] {
  const cited: string[] = [];
  visit(node, (each) => {
    if (!isJsx(each)) return;
    if (each.name === 'Notes') return SKIP;
    if (each.name === 'Fact' || each.name === 'Cite')
      cited.push(...(text(each, 'id', file) ?? '').split(/\s+/).filter(Boolean));
    return;
  });
  return cited;
}
