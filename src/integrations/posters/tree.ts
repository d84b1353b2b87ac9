import { type DefaultTreeAdapterTypes, html } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

export const isElement = (node: Node | Parent): node is Element => 'tagName' in node;

export const childrenOf = (node: Node | Parent): Node[] => ('childNodes' in node ? node.childNodes : []);

export function parentOf(node: Node): Element | null {
  const parent = node.parentNode;
  return parent !== null && isElement(parent) ? parent : null;
}

export const attributeOf = (element: Element, name: string) =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

/** The words in it, as a browser has them. */
export function textOf(node: Node | Parent): string {
  return 'value' in node ? node.value : childrenOf(node).map(textOf).join('');
}

/** Everything below an element, each before what is in it. */
export function* below(node: Node | Parent): Generator<Element> {
  for (const child of childrenOf(node)) {
    if (!isElement(child)) continue;
    yield child;
    yield* below(child);
  }
}

export const isSvg = ({ namespaceURI }: Element) => namespaceURI === html.NS.SVG;

/** How the selector engine walks such a tree. */
export const adapter = {
  isTag: isElement,
  getChildren: childrenOf,
  getParent: parentOf,
  getSiblings: (node: Node) => (node.parentNode === null ? [node] : childrenOf(node.parentNode)),
  getName: ({ tagName }: Element) => tagName,
  getText: textOf,
  getAttributeValue: attributeOf,
  hasAttrib: (element: Element, name: string) => attributeOf(element, name) !== undefined,
  existsOne: (test: (element: Element) => boolean, nodes: Node[]): boolean =>
    nodes.some((node) => isElement(node) && (test(node) || adapter.existsOne(test, childrenOf(node)))),
  findAll: (test: (element: Element) => boolean, nodes: Node[]): Element[] =>
    nodes.flatMap((node) =>
      isElement(node) ? [...(test(node) ? [node] : []), ...adapter.findAll(test, childrenOf(node))] : [],
    ),
  removeSubsets: (nodes: Node[]) => nodes,
};
