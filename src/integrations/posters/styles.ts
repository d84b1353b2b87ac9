import { compile } from 'css-select';
import { parse as parseSelectors, type Selector } from 'css-what';
import postcss, { type ChildNode as CssNode, type Rule } from 'postcss';
import { holds, type Surroundings } from './conditions.ts';
import { adapter, attributeOf, type Element, type Node } from './tree.ts';

interface Declaration {
  readonly name: string;
  readonly value: string;
  /** What goes before what: importance, layer, specificity, order. */
  readonly weight: readonly number[];
}

interface Matcher {
  readonly matches: (element: Element) => boolean;
  readonly declarations: readonly Declaration[];
}

/** A page's style sheets, as a browser would apply them in these surroundings. */
export class Styles {
  /** By what an element must have for any of them to match: `.class`, a tag, or nothing. */
  readonly #matchers = new Map<string, Matcher[]>();
  readonly #layers: string[] = [];
  #order = 0;

  constructor(sheets: readonly string[], surroundings: Surroundings) {
    for (const sheet of sheets) this.#read(postcss.parse(sheet).nodes, surroundings, null);
  }

  /** What the sheets declare of an element; what is declared twice, as the stronger has it. */
  declaredOf(element: Element): Record<string, string> {
    const classes = (attributeOf(element, 'class') ?? '').split(/\s+/);
    const keys = new Set(['', element.tagName, ...classes.map((name) => `.${name}`)]);
    const found = [...keys]
      .flatMap((key) => this.#matchers.get(key) ?? [])
      .filter(({ matches }) => matches(element))
      .flatMap(({ declarations }) => declarations)
      .toSorted((a, b) => compare(a.weight, b.weight));
    return Object.fromEntries(found.map(({ name, value }) => [name, value]));
  }

  #read(nodes: readonly CssNode[], surroundings: Surroundings, layer: string | null): void {
    for (const node of nodes) {
      if (node.type === 'rule') this.#add(node, layer);
      if (node.type !== 'atrule') continue;
      const { name, params, nodes: inside = [] } = node;
      if (name === 'layer') {
        for (const each of params.split(',').map((text) => text.trim()))
          if (!this.#layers.includes(each)) this.#layers.push(each);
        this.#read(inside, surroundings, params);
      } else if (name === 'supports') {
        if (!params.startsWith('not')) this.#read(inside, surroundings, layer);
      } else if (name === 'media' || name === 'container') {
        if (holds(params, surroundings)) this.#read(inside, surroundings, layer);
      } else if (name !== 'font-face' && name !== 'keyframes') {
        throw new Error(`a style sheet has @${name}, which no poster knows`);
      }
    }
  }

  #add({ selector, nodes }: Rule, layer: string | null): void {
    // What is not in a layer goes before all that are.
    const layerAt = layer === null ? this.#layers.length + 1000 : this.#layers.indexOf(layer);
    for (const parts of parseSelectors(selector)) {
      // No element of these is ever drawn by itself, or under a hand.
      if (
        parts.some(({ type }) => type === 'pseudo-element') ||
        /:(hover|focus|active|disabled|details-content)/.test(selector)
      )
        continue;
      const specificity = specificityOf(parts);
      const order = this.#order++;
      const declarations = nodes.flatMap((node) =>
        node.type === 'decl'
          ? [
              {
                name: node.prop,
                value: node.value,
                weight: [node.important ? 1 : 0, layerAt, ...specificity, order],
              },
            ]
          : [],
      );
      const test = compile<Node, Element>([parts], { adapter, cacheResults: false });
      const matcher = { matches: (element: Element) => test(element), declarations };
      const key = keyOf(parts);
      this.#matchers.set(key, [...(this.#matchers.get(key) ?? []), matcher]);
    }
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** How many ids, how many classes, attributes and pseudo-classes, and how many tags a selector names. */
function specificityOf(parts: readonly Selector[]): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  const add = ([a, b, c]: readonly [number, number, number]) => {
    sum[0] += a;
    sum[1] += b;
    sum[2] += c;
  };
  for (const part of parts) {
    if (part.type === 'tag') add([0, 0, 1]);
    else if (part.type === 'attribute')
      add(part.name === 'id' && part.action === 'equals' ? [1, 0, 0] : [0, 1, 0]);
    else if (part.type === 'pseudo') {
      const inside = Array.isArray(part.data)
        ? part.data.map(specificityOf).toSorted(compare).at(-1)
        : undefined;
      if (part.name === 'where') continue;
      add(inside ?? [0, 1, 0]);
    }
  }
  return sum;
}

/** What an element must have, going by the end of a selector. */
function keyOf(parts: readonly Selector[]): string {
  const last = parts.slice(
    parts.findLastIndex(({ type }) => ['descendant', 'child', 'adjacent', 'sibling'].includes(type)) + 1,
  );
  for (const part of last)
    if (part.type === 'attribute' && part.name === 'class' && part.action === 'element')
      return `.${part.value}`;
  for (const part of last) if (part.type === 'tag') return part.name;
  return '';
}
