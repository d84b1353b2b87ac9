export type Size = Pick<HTMLElement, 'offsetWidth' | 'offsetHeight'>;

export const sizeOf = ({ offsetWidth, offsetHeight }: HTMLElement): Size => ({ offsetWidth, offsetHeight });

/**
 * Turns a slide without the page being laid out in the middle of it. reveal.js asks these elements for their size as it
 * turns, and is given the one they had. It also asks for a frame in which it would read the whole slide, each mark of a
 * picture too, to say it aloud; it gets none, since this window says its own words.
 */
export function turnedLightly(sizes: ReadonlyMap<HTMLElement, Size>, turn: () => void): void {
  const { requestAnimationFrame } = window;
  window.requestAnimationFrame = () => 0;
  for (const [element, size] of sizes)
    for (const [key, value] of Object.entries(size))
      Object.defineProperty(element, key, { value, configurable: true });
  try {
    turn();
  } finally {
    window.requestAnimationFrame = requestAnimationFrame;
    for (const [element, size] of sizes)
      for (const key of Object.keys(size)) Reflect.deleteProperty(element, key);
  }
}
