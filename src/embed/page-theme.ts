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

/** Calls back whenever the page may have changed between light and dark, once a frame however often it did. */
export function onThemeChange(changed: () => void): void {
  let isDue = false;
  const soon = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      changed();
    });
  };
  const observer = new MutationObserver(soon);
  const watch = (element: Element) => observer.observe(element, { attributes: true });
  watch(document.documentElement);
  if (document.body !== null) watch(document.body);
  // In a head, what is painted comes after the script.
  else
    addEventListener('DOMContentLoaded', () => {
      watch(document.body);
      soon();
    });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon);
  // A page that fades from one to the other is there when it has.
  addEventListener('transitionend', ({ propertyName }) => {
    if (propertyName.startsWith('background')) soon();
  });
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** As browsers write nearly all computed colours. */
const RGB = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/;

/** A computed colour, however it is written, as a browser paints it. */
export function rgba(colour: string): Uint8ClampedArray | number[] {
  const [, red, green, blue, alpha = 1] = RGB.exec(colour) ?? [];
  if (red !== undefined) return [Number(red), Number(green), Number(blue), Number(alpha) * 255];
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return [];
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data;
}
