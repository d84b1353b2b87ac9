import { decimal } from '#model/format.ts';
import { clamp, type StateOf } from '#state/quantity.ts';
import { CEILING_GW, CELL_GW, CELLS_PER_GW, DUE, DUE_GW, SIGNED, TERM_END } from './deal.ts';
import type { fiveSettings } from './settings.ts';

export type FiveState = StateOf<typeof fiveSettings>;

/** How fast they come: what the course in time hangs on. */
export type Pace = Omit<FiveState, 'date'>;

/** The five gigawatts on a day, in GW: together always the ceiling. */
export interface Split {
  readonly running: number;
  readonly building: number;
  readonly paper: number;
}
export const STATES = ['running', 'building', 'paper'] as const;

/** One cell of the field: what it is, and how far it has come. */
export interface FieldCell {
  readonly state: 'paper' | 'building' | 'running';
  readonly share: number;
  readonly assumed: boolean;
}

export interface FivePicture {
  readonly state: FiveState;
  /** Before signing there is nothing to split. */
  readonly isSigned: boolean;
  readonly split: Split;
  /** As a reader sees them: tenths of a gigawatt that add up. */
  readonly shown: Split;
  /** In reading order. */
  readonly cells: readonly FieldCell[];
}

/** Differences of dates leave dust behind. */
const DUST = 1e-9;

/** How much of a stretch is over, 0–1; the ends exact. */
function over(years: number, stretch: number): number {
  const share = years / stretch;
  if (share < DUST) return 0;
  return share > 1 - DUST ? 1 : share;
}

/** The day on which the last of the five starts, in calendar years. */
const lastStart = ({ last, build }: Pace) => SIGNED + last - build;

/** What is paper, building site and running on a day. Each line is straight between its dates. */
export function splitAt({ last, build }: Pace, date: number): Split {
  if (date < SIGNED) return { running: 0, building: 0, paper: CEILING_GW };
  const rest = CEILING_GW - DUE_GW;
  const stretch = last - build;
  const started = DUE_GW + rest * over(date - SIGNED, stretch);
  const running = DUE_GW * over(date - SIGNED, DUE - SIGNED) + rest * over(date - SIGNED - build, stretch);
  return { running, building: started - running, paper: CEILING_GW - started };
}

/** Tenths that add up to the whole: what rounding down leaves over goes to the largest remainders. */
export function tenthsOf(split: Split): Split {
  const shown = { running: 0, building: 0, paper: 0 };
  let missing = Math.round(CEILING_GW * 10);
  const left = (name: keyof Split) => split[name] * 10 - shown[name];
  for (const name of STATES) {
    shown[name] = Math.floor(split[name] * 10 + DUST);
    missing -= shown[name];
  }
  const order = STATES.toSorted((a, b) => left(b) - left(a));
  for (const name of order.slice(0, missing)) shown[name]++;
  for (const name of STATES) shown[name] /= 10;
  return shown;
}

/** When a cell's work starts and when it runs; the day of its middle. */
function timesOf({ last, build }: Pace, index: number): { start: number; run: number } {
  const due = DUE_GW * CELLS_PER_GW;
  if (index < due) {
    const run = SIGNED + ((index + 0.5) / due) * (DUE - SIGNED);
    return { start: run - build, run };
  }
  const rest = CEILING_GW * CELLS_PER_GW - due;
  const start = SIGNED + ((index - due + 0.5) / rest) * (last - build);
  return { start, run: start + build };
}

function cellAt(state: FiveState, index: number): FieldCell {
  const { start, run } = timesOf(state, index);
  const assumed = index >= DUE_GW * CELLS_PER_GW;
  if (state.date >= run) return { state: 'running', share: 1, assumed };
  if (state.date < start) return { state: 'paper', share: 0, assumed };
  return { state: 'building', share: clamp((state.date - start) / (run - start), 0, 1), assumed };
}

export function compute(state: FiveState): FivePicture {
  const isSigned = state.date >= SIGNED;
  const split = splitAt(state, state.date);
  const count = isSigned ? Math.round(CEILING_GW / CELL_GW) : 0;
  return {
    state,
    isSigned,
    split,
    shown: tenthsOf(split),
    cells: Array.from({ length: count }, (_, index) => cellAt(state, index)),
  };
}

/** A date and what is so on it. */
export interface Reached {
  readonly date: number;
  readonly gw: number;
}

/** The two lines of the course in time: what runs, and all that has been started. */
export function courseOf(pace: Pace): { running: Reached[]; started: Reached[] } {
  const at = (dates: readonly number[], gw: (split: Split) => number) =>
    dates.filter((date) => date <= TERM_END).map((date) => ({ date, gw: gw(splitAt(pace, date)) }));
  const days = (...dates: number[]) => [...dates, TERM_END];
  return {
    running: at(days(SIGNED, DUE, SIGNED + pace.build, SIGNED + pace.last), ({ running }) => running),
    started: at(days(SIGNED, lastStart(pace)), ({ paper }) => CEILING_GW - paper),
  };
}

/** 2.2, without its unit. */
export const gwNumber = (gw: number): string => decimal(gw, 1);
