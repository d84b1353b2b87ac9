import { visit } from 'unist-util-visit';

interface Parsed {
  type: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Parsed[];
}

/** Takes styles and classes off the equations in prose: pages forbid styles in attributes, and ours come from the sheet. */
export function rehypePlainMath() {
  return (tree: Parsed): void => {
    visit(tree, 'element', (element: Parsed) => {
      if (element.tagName !== 'math') return;
      visit(element, 'element', ({ properties }: Parsed) => {
        delete properties?.style;
        delete properties?.className;
      });
    });
  };
}
