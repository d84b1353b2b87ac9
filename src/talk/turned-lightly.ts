export type Size = Pick<HTMLElement, 'offsetWidth' | 'offsetHeight'>;

export const sizeOf = ({ offsetWidth, offsetHeight }: HTMLElement): Size => ({ offsetWidth, offsetHeight });

/**
 * Turns a slide without the page being laid out in the middle of it. What turns it asks these elements how large they
 * are: as large as they were. And in the next frame it would read all of the slide, each mark of a picture too, for
 * words to say aloud: this window says its own.
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
