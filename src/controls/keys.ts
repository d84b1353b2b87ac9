import { type Quantity, type Settings, stepBy } from '#state/quantity.ts';
import type { View } from '#state/view.svelte.ts';

const PAGE_STEPS = 10;
const SHIFT_STEPS = 5;

/** Where a key takes a quantity, on its own scale; null for a key that is not a slider's. */
function targetOf(
  key: string,
  shift: boolean,
  quantity: Quantity,
  max: number,
  value: number,
): number | null {
  const far = shift ? SHIFT_STEPS : 1;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return stepBy(quantity, max, value, far);
    case 'ArrowLeft':
    case 'ArrowDown':
      return stepBy(quantity, max, value, -far);
    case 'PageUp':
      return stepBy(quantity, max, value, PAGE_STEPS);
    case 'PageDown':
      return stepBy(quantity, max, value, -PAGE_STEPS);
    case 'Home':
      return quantity.min;
    case 'End':
      return max;
    default:
      return null;
  }
}

/** Of a handle that lies the lower the more its quantity is: it goes where an arrow points. */
const TURNED: Readonly<Record<string, string>> = { ArrowUp: 'ArrowDown', ArrowDown: 'ArrowUp' };

/**
 * Moves a quantity by keyboard, the same for sliders, handles and numbers in prose. Each press is a commit.
 * `isTurned`: on the picture more of it lies lower.
 */
export function pressKey(
  view: View<Settings>,
  quantity: Quantity,
  event: KeyboardEvent,
  isTurned = false,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = (isTurned && TURNED[event.key]) || event.key;
  const target = targetOf(key, event.shiftKey, quantity, view.maxOf(quantity), view.number(quantity.key));
  if (target === null) return;
  event.preventDefault();
  view.set(quantity.key, target);
  // A key held down is one change, however often it repeats.
  view.commit(event.repeat);
}
