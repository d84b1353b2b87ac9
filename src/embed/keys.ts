/** Keys that turn a deck's pages, end it, or blank it. */
const DECK_KEYS = new Set(['PageDown', 'PageUp', 'f', 'b', 'Escape', '.']);
const TYPED = 'input:not([type=range], [type=radio], [type=checkbox]), textarea, select, [contenteditable]';
/** A control that moves by whole pages. */
const PAGED = 'input[type=range], [role=slider], [role=spinbutton]';

export interface Press
  extends Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'defaultPrevented'> {
  /** Where it was pressed: whether that is within something. */
  readonly within: (selector: string) => boolean;
  /** Something is open that Escape closes. */
  readonly isOpen: boolean;
}

/** The key to pass on to the host, small letters for letters; null for what is the widget's, or nobody's. */
export function keyForHost(press: Press): string | null {
  if (press.defaultPrevented || press.altKey || press.ctrlKey || press.metaKey) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (!DECK_KEYS.has(key) || press.within(TYPED)) return null;
  if (key === 'Escape') return press.isOpen ? null : key;
  return key.startsWith('Page') && press.within(PAGED) ? null : key;
}
