export type Size = Pick<HTMLElement, 'offsetWidth' | 'offsetHeight'>;

export const sizeOf = ({ offsetWidth, offsetHeight }: HTMLElement): Size => ({ offsetWidth, offsetHeight });

/**
 * Does what asks these elements how large they are, without the page being laid out in the middle of it to answer: they
 * are as large as they were.
 */
export function unmeasured(sizes: ReadonlyMap<HTMLElement, Size>, work: () => void): void {
  for (const [element, size] of sizes)
    for (const [key, value] of Object.entries(size))
      Object.defineProperty(element, key, { value, configurable: true });
  work();
  for (const [element, size] of sizes)
    for (const key of Object.keys(size)) Reflect.deleteProperty(element, key);
}
