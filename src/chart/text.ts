/**
 * Widths of Instrument Sans in ems, coarse but a little generous: labels are placed on the server too, where
 * nothing can be measured, and both sides must place them alike.
 */
function charWidth(char: string): number {
  if (/[\s.,:;'|!ijl’]/.test(char)) return 0.28;
  if (/[frt()-]/.test(char)) return 0.38;
  if (/[mwMW–—]/.test(char)) return 0.86;
  if (/[A-Z0-9×½+=]/.test(char)) return 0.63;
  return 0.56;
}

const widths = new Map<string, number>();

/** The width of a line of interface text in px. */
export function textWidth(text: string, fontPx: number): number {
  let ems = 0;
  for (const char of text) {
    const known = widths.get(char) ?? charWidth(char);
    widths.set(char, known);
    ems += known;
  }
  return ems * fontPx;
}
