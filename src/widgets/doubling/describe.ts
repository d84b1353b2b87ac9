import { E14 } from 'virtual:figures';
import { anthropicRunRates } from '#evidence/readings.ts';
import { DAYS_PER_YEAR } from '#model/units.ts';
import type { Part } from '../sentence.ts';
import { type DoublingPicture, type Line, lineThrough } from './compute.ts';
import type { Drawn } from './guess.ts';
import { count, grew, growing, pace, span } from './words.ts';

export interface Beside {
  /** The line through all readings, where the reader's is another. */
  readonly reference: Line | null;
  /** The line through the article's two, as long as it is shown. */
  readonly pair: Line | null;
  readonly guess: Drawn | null;
}

/** The answer: what was fitted, how fast it says, how surely, and how much hangs on it. */
export function answer(picture: DoublingPicture, { reference, pair, guess }: Beside): Part[] {
  const { line, series } = picture;
  const { verb, time } = grew(line.doublingYears);
  const result: Part = {
    text: time === '' ? verb : time,
    tone: reference === null ? series.tone : 'yours',
    ...(Number.isFinite(line.doublingYears) ? { result: 'doubling', value: line.doublingYears } : {}),
  };
  const said: Part[] = time === '' ? [result] : [verb, result];
  if (series.estimate !== null) {
    return [
      'By Epoch AI’s estimate, ',
      { text: series.what, tone: 'strong' },
      ' ',
      ...said,
      ` from ${series.estimate.since} on (${interval(line)}). That is what was built, so growth of supply: its slope says nothing of how many more would have been wanted.`,
    ];
  }
  return [
    `Fitted to ${scope(picture)}, ${series.what} `,
    ...said,
    ` (${interval(line)}).`,
    ...(guess === null ? others(picture, reference, pair) : yours(picture, guess)),
  ];
}

function scope({ used, series, isAll }: DoublingPicture): string {
  if (isAll) return `all ${count(used.length)} readings`;
  const [from, to] = [used[0]?.when, used.at(-1)?.when];
  const which =
    used.length === 2 ? 'two readings' : `${count(used.length)} of ${count(series.readings.length)} readings`;
  return `${which}, ${from} to ${to}`;
}

function interval({ interval: found }: Line): string {
  if (found === null) return 'two readings give no interval';
  return `${Math.round(found.share * 100)}% interval ${span(found.fastest, found.slowest)}`;
}

function others({ series }: DoublingPicture, reference: Line | null, pair: Line | null): Part[] {
  if (reference !== null) {
    const { verb, time } = grew(reference.doublingYears);
    return [` All ${count(series.readings.length)} say: ${verb}`, { text: time, tone: 'strong' }, '.'];
  }
  if (pair === null) return [];
  return [' The ringed two alone say ', { text: `every ${pace(pair.doublingYears)}`, tone: 'strong' }, '.'];
}

function yours({ series }: DoublingPicture, { ends, line }: Drawn): Part[] {
  return [
    ' You drew ',
    { text: series.format(ends), tone: 'yours' },
    ', ',
    { text: growing(line.doublingYears), tone: 'yours' },
    '; it was ',
    { text: series.format(series.readings.at(-1)?.value ?? 0), tone: 'demand' },
    '.',
  ];
}

/** What is asked before anything is shown. */
export function question(): Part[] {
  const [, , known] = anthropicRunRates;
  const last = anthropicRunRates.at(-1);
  return [
    `At the ${known?.when} Anthropic was taking in `,
    { text: `$${known?.value} billion a year`, tone: 'demand' },
    '. Before you look: ',
    { text: `draw where you think it stood by ${last?.when}.`, tone: 'yours' },
    ' With a mouse, a finger or the arrow keys, one value a month.',
  ];
}

/** The line under the picture. The same however a hand moves the window, so that nothing moves under it. */
export function caption({ series }: DoublingPicture): string {
  if (series.estimate !== null) {
    return 'One dated count and a measured slope, with its range: the readings behind it are not in this essay’s ledger, so there is no window to choose.';
  }
  const served =
    'Filled: the company’s own word; open: second-hand. A run-rate is revenue that was served: what went unserved is in no reading.';
  const inDays = Math.round(lineThrough(series.readings).doublingYears * DAYS_PER_YEAR);
  return inDays === E14.value
    ? `${served} All ${count(series.readings.length)} make a doubling every ${E14.value} days, as was claimed, falsely, of the internet in 1998.`
    : served;
}

/** The picture in words, for those who don't see it. */
export function chartDescription({ series, used, line }: DoublingPicture): string {
  const all = series.readings.map((each) => `${each.when}, ${series.format(each.value)}`).join('; ');
  const { verb, time } = grew(line.doublingYears);
  return `A chart of ${series.title}. Readings: ${all}. The line fitted to ${count(used.length)} of them ${verb}${time}.`;
}
