import { mount, unmount } from 'svelte';
import { type Given, named } from '#evidence/basis.ts';
import type { ClientFact, SaidFact } from '#evidence/fact.ts';
import type { Settings } from '#state/quantity.ts';
import type { View } from '#state/view.svelte.ts';
import { type Grounded, groundedIn, type Spec } from './define.ts';

/** What a number hangs on: a quantity, and what it is just now. */
export interface Input {
  readonly quantity: Grounded;
  readonly value: number;
}

/** What opens beside a number: what it says, how it is computed, from what, and where that is from. */
export interface Opening {
  readonly number: string;
  /** The end of a sentence that the number begins: "is how many times …". */
  readonly says: string;
  /** As MathML. */
  readonly formula?: string;
  readonly given?: readonly Given[];
  readonly inputs?: readonly Input[];
  /** What these name. */
  readonly facts: readonly ClientFact[];
  readonly sources?: readonly SaidFact[];
}

/** What a pressed number or mark of a widget has behind it: a fact, a result of the widget's, or a setting. */
export function openingOf(
  spec: Spec,
  view: View<Settings>,
  number: string,
  { result, setting, fact }: { readonly [K in 'result' | 'setting' | 'fact']?: string | undefined },
): Opening {
  if (fact !== undefined) {
    return { number, says: 'is from the ledger', sources: named([fact], spec.facts), facts: [] };
  }
  const { facts } = spec;
  const computed = spec.results[result ?? ''];
  const keys = computed?.from ?? [setting];
  const inputs = groundedIn(spec, view.current)
    .filter(({ key }) => keys.includes(key))
    .map((quantity) => ({ quantity, value: view.number(quantity.key) }));
  if (computed === undefined) return { number, says: 'is what was set', inputs, facts };
  const { means, formula } = computed;
  const given = computed.given?.(view.current) ?? [];
  return { number, says: `is ${means}`, formula, given, inputs, facts };
}

/** The number whose box is open, and whether the last press went to that number. */
let shown: Element | null = null;
let pressedShown = false;
let listening = false;

function listen({ defaultView }: Document): void {
  const press = ({ target }: Event) => {
    pressedShown = shown !== null && target instanceof Node && shown.contains(target);
  };
  defaultView?.addEventListener('pointerdown', press, { capture: true });
}

/** Shows it beside the element that was pressed; focus returns there when it closes. A second press only closes. */
export async function openBeside(anchor: Element, opening: Opening): Promise<void> {
  if (pressedShown) {
    pressedShown = false;
    return;
  }
  const { default: Opened } = await import('./Opened.svelte');
  if (!listening) listen(anchor.ownerDocument);
  listening = true;
  const onclose = () => {
    shown = null;
    void unmount(opened);
  };
  shown = anchor;
  const opened = mount(Opened, { target: anchor.ownerDocument.body, props: { anchor, opening, onclose } });
}
