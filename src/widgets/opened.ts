import type { ClientFact } from '#evidence/fact.ts';
import type { Quantity } from '#state/quantity.ts';

/** What a number hangs on: a quantity, and what it is just now. */
export interface Input {
  readonly quantity: Quantity;
  readonly value: number;
}

/** What opens beside a number: what it says, how it is computed, from what, and where that is from. */
export interface Opening {
  readonly number: string;
  /** The end of a sentence that the number begins: "is how many times …". */
  readonly says: string;
  /** As MathML. */
  readonly formula?: string;
  readonly inputs?: readonly Input[];
  readonly sources?: readonly ClientFact[];
}

/** Shows it beside the element that was pressed; focus returns there when it closes. */
export async function openBeside(anchor: Element, opening: Opening): Promise<void> {
  const [{ mount, unmount }, { default: Opened }] = await Promise.all([
    import('svelte'),
    import('./Opened.svelte'),
  ]);
  const target = anchor.ownerDocument.body;
  const opened = mount(Opened, { target, props: { anchor, opening, onclose: () => void unmount(opened) } });
}
