/** What a key asks of the deck. */
export type Action =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'black'
  | 'white'
  | 'fullscreen'
  | 'leave'
  | 'overview'
  | 'goto'
  | 'presenter'
  | 'freeze'
  | 'pointer'
  | 'timer'
  | 'help';

/**
 * What holds the keyboard: nothing of its own, a control (a slider, a button, a field, a link), a box that asks, or a
 * slide in the overview.
 */
export type Focus = 'none' | 'control' | 'box' | 'slide';

export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** The deck's whatever has the focus: they are what a clicker sends. */
const ALWAYS: ReadonlyMap<string, Action> = new Map(
  Object.entries({
    PageDown: 'next',
    PageUp: 'previous',
    '.': 'black',
    F5: 'fullscreen',
    Escape: 'leave',
  } as const),
);

/** The deck's unless a control has the focus. */
const OTHERWISE: ReadonlyMap<string, Action> = new Map(
  Object.entries({
    ArrowRight: 'next',
    ' ': 'next',
    ArrowLeft: 'previous',
    Home: 'first',
    End: 'last',
    b: 'black',
    w: 'white',
    f: 'fullscreen',
    o: 'overview',
    g: 'goto',
    s: 'presenter',
    z: 'freeze',
    l: 'pointer',
    t: 'timer',
    '?': 'help',
  } as const),
);

/** What a press asks of the deck; null where it belongs to something else. */
export function actionOf({ key, ctrlKey, altKey, metaKey, shiftKey }: Press, focus: Focus): Action | null {
  // With these held a key is the browser's, or the system's.
  if (ctrlKey || altKey || metaKey) return null;
  if (key === 'F5' && shiftKey) return null;
  const always = ALWAYS.get(key);
  if (always !== undefined) return always;
  // From slide to slide one walks by keys with names, and picks one by Space.
  const isLetter = key.length === 1 && key !== ' ';
  if (focus !== 'none' && !(focus === 'slide' && isLetter)) return null;
  if (key === ' ' && shiftKey) return 'previous';
  return OTHERWISE.get(key.length === 1 ? key.toLowerCase() : key) ?? null;
}

/** What the keys do, as the box of help says it. */
export const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['Right Space PageDown', 'next step'],
  ['Left PageUp', 'previous step'],
  ['B or .', 'black screen'],
  ['W', 'white screen'],
  ['F or F5', 'full screen'],
  ['Esc', 'leave a control, then full screen'],
  ['O', 'overview'],
  ['G', 'go to a slide'],
  ['S', 'the other window'],
  ['Z', 'freeze what the audience sees'],
  ['L', 'pointer'],
  ['T', 'start or pause the timer'],
  ['?', 'these keys'],
];
