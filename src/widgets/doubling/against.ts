import { B09, B12 } from 'virtual:figures';
import type { Point } from '#chart/geometry.ts';
import { decimal } from '#model/format.ts';
import { type DoublingPicture, type Line, lineThrough } from './compute.ts';
import { curveOf, type Projection } from './frame.ts';
import { billions } from './series.ts';

/** What a run-rate can be set against, as it is drawn. */
export interface Overlay {
  readonly path: readonly Point[];
  readonly text: string;
  readonly short: string;
  /** Whether it is a curve to write along, or a bar to write beside. */
  readonly isCurve: boolean;
}

const QUARTERS = 4;
const [bookedYear = 0, quarter = 1] = B09.asOf.split('-Q').map(Number);
const bookedFrom = bookedYear + (quarter - 1) / QUARTERS;
const bookedTo = bookedFrom + 1 / QUARTERS;
const bookedRate = QUARTERS * B09.value;
const netShare = B12.low / B12.high;

export function overlayOf(
  { state, series, line, used }: DoublingPicture,
  projection: Projection,
): Overlay | null {
  if (series.id !== 'anthropic') return null;
  if (state.against === 'booked') {
    const path = [bookedFrom, bookedTo].map((year) => projection.at({ year, value: bookedRate }));
    return { path, text: `booked: ${billions(bookedRate)} a year`, short: 'booked', isCurve: false };
  }
  if (state.against === 'net') {
    const [first, last] = [used[0]?.year ?? bookedFrom, used.at(-1)?.year ?? bookedTo];
    const path = curveOf(projection, (year) => netShare * line.at(year), first, last);
    return { path, text: 'net, as OpenAI reckons', short: 'net', isCurve: true };
  }
  return null;
}

/** What there is to say of it; null where nothing is set against the run-rate. */
export function saidAgainst({ state, series }: DoublingPicture): string | null {
  if (series.id !== 'anthropic' || state.against === 'nothing') return null;
  if (state.against === 'booked') {
    return (
      `Booked in the first quarter of ${bookedYear}: $${decimal(B09.value, 1)} billion, a rate of ${billions(bookedRate)} a year. ` +
      `The line through all readings averages ${billions(meanOf(lineThrough(series.readings)))} over those months.`
    );
  }
  return (
    `Where Anthropic says ${billions(B12.high)}, OpenAI counts ${billions(B12.low)}: net, as it counts its own, of what cloud partners keep. ` +
    'That is contested. As long as the share stays the same it lowers the line, and leaves its slope.'
  );
}

function meanOf({ at }: Line): number {
  const days = 90;
  let sum = 0;
  for (let day = 0; day < days; day++) sum += at(bookedFrom + ((day + 0.5) / days) * (bookedTo - bookedFrom));
  return sum / days;
}
