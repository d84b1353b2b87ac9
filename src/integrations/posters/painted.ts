import { compile } from 'css-select';
import { escaped, LEFT_OUT, PAINT, element as written } from '#widgets/picture-sheet.ts';
import type { Styles } from './styles.ts';
import {
  adapter,
  attributeOf,
  childrenOf,
  type Element,
  isElement,
  isSvg,
  type Node,
  parentOf,
} from './tree.ts';
import { resolved, type Values } from './values.ts';

const NOT_INHERITED = ['opacity', 'stop-color', 'stop-opacity', 'dominant-baseline'];
const INHERITED = [...PAINT.filter((name) => !NOT_INHERITED.includes(name)), 'color'];
/** What names an element for scripts, styles and assistive technology, none of which a file has. */
const STAYS_BEHIND = /^(class|style|role|name|tabindex|hidden|aria-.*|data-.*)$/;
const GONE = /^(none|0)$/;
const LONG_DECIMALS = /-?\d+\.\d{3,}/g;

interface Look {
  readonly variables: Values;
  readonly inherited: Values;
}

const isLeftOut = compile<Node, Element>(LEFT_OUT, { adapter });

/** A drawing of a page, with all its paint on it. */
export class Painter {
  readonly #styles: Styles;
  readonly #looks = new Map<Element, { look: Look; own: Values }>();

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  /** What an element has, with what it has from those around it. */
  value(element: Element, name: string): string | undefined {
    const { look, own } = this.#lookOf(element);
    return own[name] ?? look.inherited[name];
  }

  /** A variable as a colour or a length. */
  variable(element: Element, name: string): string {
    return resolved(`var(${name})`, this.#lookOf(element).look.variables);
  }

  markup(drawing: Element, size: { readonly width: number; readonly height: number }): string {
    const { look, own } = this.#lookOf(drawing);
    const { color: _, ...paint } = { ...look.inherited, ...own };
    const inside = childrenOf(drawing)
      .map((child) => this.#written(child))
      .join('');
    return written(
      'svg',
      { viewBox: attributeOf(drawing, 'viewBox') ?? '', ...size, overflow: 'visible', ...inFile(paint) },
      inside,
    );
  }

  #written(node: Node): string {
    if (!isElement(node)) return 'value' in node ? escaped(node.value) : '';
    if (!isSvg(node)) throw new Error(`a drawing has a ${node.tagName} in it, which is no SVG`);
    const { own } = this.#lookOf(node);
    if (isLeftOut(node) || own.display === 'none' || GONE.test(own.opacity ?? '')) return '';
    const { color: _, display: __, ...paint } = own;
    const others = node.attrs
      .filter(({ name }) => !STAYS_BEHIND.test(name) && !(name in paint))
      .map(({ name, value, prefix }) => [prefix ? `${prefix}:${name}` : name, rounded(value)]);
    return written(
      node.tagName,
      { ...Object.fromEntries(others), ...inFile(paint) },
      childrenOf(node)
        .map((child) => this.#written(child))
        .join(''),
    );
  }

  #lookOf(element: Element): { look: Look; own: Values } {
    const known = this.#looks.get(element);
    if (known !== undefined) return known;
    const parent = parentOf(element);
    const above: Look = parent === null ? { variables: {}, inherited: {} } : this.#lookOf(parent).look;
    const declared = this.#styles.declaredOf(element);
    const set = Object.entries(declared).filter(([name]) => name.startsWith('--'));
    const variables = set.length === 0 ? above.variables : { ...above.variables, ...Object.fromEntries(set) };
    const colour = (value: string) => value.replaceAll(/currentcolor/gi, above.inherited.color ?? 'black');
    const attributes = isSvg(element)
      ? Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]))
      : {};
    const own: Record<string, string> = {};
    for (const name of [...PAINT, 'color', 'display'] as const) {
      const value = declared[name] ?? attributes[name];
      if (value === undefined || value === 'inherit') continue;
      own[name] = resolved(value, variables);
    }
    if (own.color !== undefined) own.color = colour(own.color);
    const ink = own.color ?? above.inherited.color ?? 'black';
    for (const name of ['fill', 'stroke', 'stop-color'])
      if (own[name] !== undefined) own[name] = own[name].replaceAll(/currentcolor/gi, ink);
    const inherited = { ...above.inherited };
    for (const name of INHERITED) if (own[name] !== undefined) inherited[name] = own[name];
    const found = { look: { variables, inherited }, own };
    this.#looks.set(element, found);
    return found;
  }
}

/** Paint as attributes: fonts by their own names, and no words that are what there is without them. */
function inFile(paint: Values): Values {
  return Object.fromEntries(
    Object.entries(paint)
      .filter(([, value]) => value !== 'normal' && value !== 'auto')
      .map(([name, value]) => [name, name === 'font-family' ? plainFonts(value) : rounded(value)]),
  );
}

/** The site's fonts carry a number of the build in their names, and stand-ins that only a browser has. */
export function plainFonts(families: string): string {
  return families
    .split(',')
    .map((family) =>
      family
        .trim()
        .replaceAll(/["']/g, '')
        .replace(/-[\da-f]{16}$/, ''),
    )
    .filter((family) => !family.includes('fallback:'))
    .map((family) => (/\s/.test(family) ? `'${family}'` : family))
    .join(', ');
}

const rounded = (value: string) =>
  value.replaceAll(LONG_DECIMALS, (number) => String(Number(Number(number).toFixed(2))));
