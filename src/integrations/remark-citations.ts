import { relative } from 'node:path';
import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { loadLedger } from '#evidence/ledger.ts';

const CITING = ['Fact', 'Cite'];
/** What can be wrong only once the page is drawn, and then says where it is. */
const PLACED = ['Claim', 'Fact', 'Figure', 'Guess', 'Scrub', 'Term', 'Value'];

function idsOf(node: MdxJsxFlowElement | MdxJsxTextElement): string[] {
  const attribute = node.attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === 'id');
  return typeof attribute?.value === 'string' ? attribute.value.split(/\s+/).filter(Boolean) : [];
}

/** For the message when it fails its check: "content/sections/3-when.mdx:12". */
function placeOf(node: MdxJsxFlowElement | MdxJsxTextElement, file: VFile): string {
  return `${relative(process.cwd(), file.path)}:${node.position?.start.line ?? 1}`;
}

/**
 * Collects the facts that a section cites, in reading order, into its frontmatter as `cited`: sources are
 * numbered before anything is drawn. An id that no fact has fails the build at its line.
 */
export function remarkCitations() {
  return (tree: Root, file: VFile): void => {
    const ledger = loadLedger();
    const cited: string[] = [];
    visit(tree, (node) => {
      if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') return;
      if (node.name === null) return;
      if (PLACED.includes(node.name))
        node.attributes.push({ type: 'mdxJsxAttribute', name: 'place', value: placeOf(node, file) });
      if (!CITING.includes(node.name)) return;
      const ids = idsOf(node);
      if (ids.length === 0) file.fail(`<${node.name}> needs an id, such as <${node.name} id="G02" />`, node);
      for (const id of ids) {
        try {
          cited.push(ledger.getFact(id).id);
        } catch (error) {
          file.fail(
            `<${node.name} id="${id}">: ${error instanceof Error ? error.message : String(error)}`,
            node,
          );
        }
      }
    });
    file.data.astro ??= { frontmatter: {} };
    file.data.astro.frontmatter = { ...file.data.astro.frontmatter, cited };
  };
}
