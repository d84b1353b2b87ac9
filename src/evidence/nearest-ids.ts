/**
 * The ids most likely meant by a wrong one, at most three: same letter first, then the closest numbers.
 * `nearestIds('g2', ['A01', 'G01', 'G02', 'G40'])` → ['G02', 'G01', 'G40']
 */
export function nearestIds(wrong: string, ids: readonly string[]): string[] {
  const letter = wrong.charAt(0).toUpperCase();
  const number = Number.parseInt(wrong.slice(1), 10) || 0;
  const distance = (id: string) =>
    (id.startsWith(letter) ? 0 : 100) + Math.abs(Number.parseInt(id.slice(1), 10) - number);
  return ids.toSorted((a, b) => distance(a) - distance(b)).slice(0, 3);
}
