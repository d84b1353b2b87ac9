/** What a poster is drawn for. Widths in px. */
export interface Surroundings {
  readonly page: number;
  readonly panel: number;
}

const REM_PX = 16;

/** Words of media and features that hold where a poster is drawn: on paper-like light, with nothing moving. */
const HOLDS = new Set([
  'screen',
  'all',
  '(scripting:enabled)',
  '(prefers-color-scheme:light)',
  '(prefers-reduced-motion:reduce)',
  '(forced-colors:none)',
]);

/** Whether a condition of `@media` or `@container` holds. One of a kind that is not known here is an error. */
export function holds(condition: string, { page, panel }: Surroundings): boolean {
  return condition.split(',').some((part) =>
    part
      .trim()
      .split(/\s+and\s+/)
      .every((term) => termHolds(term.replaceAll(/\s+/g, ''), { page, panel })),
  );
}

const KNOWN = /^(print|\((scripting|prefers-[a-z-]+|forced-colors|hover|pointer):[a-z-]+\))$/;
const RANGE = /^\((?:([\d.]+(?:px|rem))(<=?))?(width|inline-size)(?:(<=?|>=?)([\d.]+(?:px|rem)))?\)$/;

function termHolds(term: string, widths: Surroundings): boolean {
  if (HOLDS.has(term)) return true;
  if (KNOWN.test(term)) return false;
  const range = RANGE.exec(term);
  if (range === null) throw new Error(`a style sheet asks for “${term}”, which no poster knows`);
  const [, least = '', above = '<=', of, sign = '', most = ''] = range;
  const width = of === 'width' ? widths.page : widths.panel;
  return (
    (least === '' || compare(pxOf(least), above, width)) && (most === '' || compare(width, sign, pxOf(most)))
  );
}

function compare(left: number, sign: string, right: number): boolean {
  if (left === right) return sign.endsWith('=');
  return sign.startsWith('<') ? left < right : left > right;
}

/** A length in px or rem, as px. */
export const pxOf = (length: string) => Number.parseFloat(length) * (length.endsWith('rem') ? REM_PX : 1);
