const OPAQUE = 128;
const DARK = 128;

/** Whether the page behind an element is light or dark: as it says itself, or else as it looks. */
export function themeBehind(element: Element): 'light' | 'dark' {
  const root = document.documentElement;
  const said = root.dataset.theme;
  if (said === 'light' || said === 'dark') return said;
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba(getComputedStyle(at).backgroundColor);
    if (alpha >= OPAQUE) return 0.3 * red + 0.6 * green + 0.1 * blue < DARK ? 'dark' : 'light';
  }
  // Nothing is painted behind it but the browser's own canvas.
  const { colorScheme } = getComputedStyle(root);
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  return colorScheme.includes('dark') && (prefersDark || !colorScheme.includes('light')) ? 'dark' : 'light';
}

/** Calls back whenever the page may have changed between light and dark. */
export function onThemeChange(changed: () => void): void {
  const observer = new MutationObserver(changed);
  for (const element of [document.documentElement, document.body ?? document.documentElement])
    observer.observe(element, { attributes: true });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
  // A page that fades from one to the other is there when it has.
  addEventListener('transitionend', ({ propertyName }) => {
    if (propertyName.startsWith('background')) changed();
  });
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** A computed colour, however it is written, as a browser paints it. */
function rgba(colour: string): Uint8ClampedArray | number[] {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return [];
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data;
}
