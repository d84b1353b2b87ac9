import { relative } from 'node:path';
import type { Program, Property } from 'estree';
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
      return readSlide(node, path, file);
    });
    const deck: SaidDeck = { file: path, slides };
    file.data.astro ??= { frontmatter: {} };
    file.data.astro.frontmatter = { ...file.data.astro.frontmatter, deck };
  };
}

function readSlide(node: MdxJsxFlowElement, path: string, file: VFile): SaidSlide {
  const line = node.position?.start.line ?? 1;
  const id = attributeOf(node, 'id');
  const fail: Fail = (reason, at) =>
    file.fail(`${path}:${line}, slide “${typeof id === 'string' ? id : ''}”: ${reason}`, at);
  const inside = (names: readonly string[]) => {
    const found: Jsx[] = [];
    visit(node, (each) => {
      if (isJsx(each) && names.includes(each.name ?? '')) found.push(each);
    });
    return found;
  };
  if (inside(['Slide']).length > 1) fail('another slide stands in it', node);
  for (const part of inside(Object.keys(TAKES))) checkAttributes(part, fail);
  const steps = inside(['Step']);
  for (const [index, step] of steps.entries()) setAttribute(step, 'at', String(index + 2));
  const hasWords = wrapWords(node);
  return {
    id: text(node, 'id', fail) ?? '',
    title: text(node, 'title', fail) ?? '',
    time: text(node, 'time', fail) ?? '',
    line,
    lives: inside(['Live']).map((live) => ({
      widget: text(live, 'widget', fail) ?? '',
      preset: text(live, 'preset', fail),
      state: stateIn(live, fail),
    })),
    steps: steps.map((step) => ({
      title: text(step, 'title', fail),
      preset: text(step, 'preset', fail),
      state: stateIn(step, fail),
    })),
    notesAt: inside(['Notes']).map((notes) => Number(literal(notes, 'at', fail) ?? 1)),
    hasWords,
    hasEssay: inside(['Essay']).length > 0,
    cited: citedIn(node, fail),
  };
}

/** Stops the build: what is wrong, and with which part. */
type Fail = (reason: string, at: Jsx) => never;

/** What may be said of each part of a talk. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  Slide: ['id', 'title', 'time'],
  Live: ['widget', 'preset', 'state'],
  Step: ['title', 'preset', 'state'],
  Notes: ['at'],
  Essay: [],
};

function checkAttributes(node: Jsx, fail: Fail): void {
  const takes = TAKES[node.name ?? ''] ?? [];
  for (const attribute of node.attributes)
    if (attribute.type !== 'mdxJsxAttribute' || !takes.includes(attribute.name))
      fail(
        `<${node.name}> has “${attribute.type === 'mdxJsxAttribute' ? attribute.name : '…'}”, which says nothing; ${takes.length > 0 ? `it takes ${takes.join(', ')}` : 'it takes nothing'}`,
        node,
      );
}

const PARTS = ['Live', 'Step', 'Notes', 'Essay'];

/** Wraps the words that stand in a slide itself, as those of its first step. False where there are none. */
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

function text(node: Jsx, name: string, fail: Fail): string | undefined {
  const value = literal(node, name, fail);
  return value === undefined ? undefined : String(value);
}

/** What an attribute says, without anything being run: a talk is data. */
function literal(node: Jsx, name: string, fail: Fail): unknown {
  const value = attributeOf(node, name);
  if (value === undefined || value === null || typeof value === 'string') return value ?? undefined;
  const program: Program | null | undefined = value.data?.estree;
  const [statement] = program?.body ?? [];
  if (statement?.type !== 'ExpressionStatement') return undefined;
  return plainValue(statement.expression, () =>
    fail(`<${node.name} ${name}={${value.value}}>: wanted are plain words and numbers`, node),
  );
}

function plainValue(expression: Property['value'], fail: () => never): unknown {
  if (expression.type === 'Literal') return expression.value;
  if (expression.type === 'UnaryExpression' && expression.operator === '-') {
    const value = plainValue(expression.argument, fail);
    return typeof value === 'number' ? -value : fail();
  }
  if (expression.type === 'TemplateLiteral' && expression.expressions.length === 0)
    return expression.quasis[0]?.value.cooked;
  if (expression.type !== 'ObjectExpression') return fail();
  return Object.fromEntries(
    expression.properties.map((property) => {
      if (property.type !== 'Property' || property.computed || property.shorthand) return fail();
      const { key, value } = property;
      const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : fail();
      const said = plainValue(value, fail);
      return [name, typeof said === 'object' ? fail() : said];
    }),
  );
}

function stateIn(node: Jsx, fail: Fail): SaidState {
  const value = literal(node, 'state', fail);
  if (value === undefined && !node.attributes.some((each) => 'name' in each && each.name === 'state'))
    return {};
  if (typeof value !== 'object' || value === null)
    return fail(`<${node.name}> has a state that is none; wanted is such as state={{ lead: '3y' }}`, node);
  return Object.fromEntries(Object.entries(value).map(([key, said]) => [key, String(said)]));
}

/** The facts that a slide shows; those of the notes are named on paper. */
function citedIn(node: Jsx, fail: Fail): string[] {
  const cited: string[] = [];
  visit(node, (each) => {
    if (!isJsx(each)) return;
    if (each.name === 'Notes') return SKIP;
    if (each.name === 'Fact' || each.name === 'Cite')
      cited.push(...(text(each, 'id', fail) ?? '').split(/\s+/).filter(Boolean));
    return;
  });
  return cited;
}
