/**
 * Dates as sources give them. A moment is a day, month, quarter, half, year or decade, perhaps a fiscal
 * year or a part of a decade; two moments make a span; a remark may follow in parentheses.
 *
 *     2026-04-20   2026-04   2026-Q1   2026-H1   2026   1990s   late 1990s   FY2026
 *     2026–2036    2025–26   2020-Q1–Q3   2024-12 to 2025-10   2022 to 2025–26   2000–2019 cohort
 *     2026-05 (mid)   2026-12-31 (forecast made 2026-04-20)
 */
const MONTH = '(?:0[1-9]|1[0-2])';
const DAY = '(?:0[1-9]|[12]\\d|3[01])';
const PART = '(?:Q[1-4]|H[12])';
const YEAR = '(?:1[5-9]|20)\\d\\d';
const MOMENT = `(?:(?:early|mid|late) ${YEAR}s?|${YEAR}s|FY${YEAR}|${YEAR}(?:-${PART}|-${MONTH}(?:-${DAY})?)?)`;
const STRETCH = `${MOMENT}(?:–(?:${MOMENT}|\\d\\d|${PART}))?`;
const AS_OF = new RegExp(`^${STRETCH}(?: to ${STRETCH})?(?: cohort)?(?: \\([^()]+\\))?$`);
const DAYS = new RegExp(`${YEAR}-${MONTH}-${DAY}`, 'g');

/** Is this a date in one of the forms above, with days that exist? `isAsOf('soon')` → false. */
export function isAsOf(text: string): boolean {
  return AS_OF.test(text) && (text.match(DAYS) ?? []).every(exists);
}

function exists(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
