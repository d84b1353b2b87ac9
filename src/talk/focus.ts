import type { Focus } from './keys.ts';

const CONTROL =
  'a[href], button, input, select, textarea, summary, [contenteditable], [role=slider], [role=button], [tabindex]:not([tabindex="-1"])';

/** What holds the keyboard just now. */
export function focusIn({ activeElement }: Document): Focus {
  if (activeElement?.closest('dialog') != null) return 'box';
  if (activeElement?.matches('section[data-slide]')) return 'slide';
  // The speaker's notes can be focused to be scrolled, which takes no key of the deck's.
  return activeElement?.matches(CONTROL) && !activeElement.matches('.notes') ? 'control' : 'none';
}
