import type { Focus } from './keys.ts';

const CONTROL =
  'a[href], button, input, select, textarea, summary, [contenteditable], [role=slider], [role=button], [tabindex]:not([tabindex="-1"])';

/** What holds the keyboard just now. */
export function focusIn({ activeElement }: Document): Focus {
  if (activeElement?.closest('dialog') != null) return 'box';
  return activeElement?.matches(CONTROL) ? 'control' : 'none';
}
