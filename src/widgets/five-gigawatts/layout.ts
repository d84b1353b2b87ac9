import type { Cell } from '#chart/cells.ts';
import type { Box } from '#chart/geometry.ts';
import { clamp } from '#state/quantity.ts';
import type { FieldCell } from './compute.ts';
import { CEILING_GW, CELL_GW, CELLS_PER_GW, DUE_GW, readingAt, TERM_END } from './deal.ts';
import { fiveSettings } from './settings.ts';

/** The drawing's measures at a width in px. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Half a gigawatt a row, and the names of what stands apart above it. */
  readonly compact: boolean;
  readonly columns: number;
  readonly pitch: number;
  readonly cell: number;
  /** Where a gigawatt's row or rows end and the words begin. */
  readonly fieldRight: number;
  readonly labelX: number;
  readonly apartY: number;
  readonly apartColumns: number;
  readonly scaleY: number;
  readonly fieldY: number;
  /** From one gigawatt to the next. */
  readonly rowPitch: number;
  readonly fieldBottom: number;
  readonly handleY: number;
  /** The course in time. */
  readonly plot: Box;
}

const COMPACT_BELOW = 560;
const CELL_SHARE = 0.84;
/** On a wide picture the gigawatt with a date stands a little off those without one. */
const DATED_GAP_PX = 12;

/** The narrow drawing keeps its shape as it grows: what a server drew for 330 px is as high as what is measured. */
const NARROW_PX = 330;

export function frameAt(width: number): Frame {
  const compact = width < COMPACT_BELOW;
  const px = (narrow: number, wide: number) => (compact ? (narrow * width) / NARROW_PX : wide);
  const columns = compact ? CELLS_PER_GW / 2 : CELLS_PER_GW;
  const pitch = clamp((width - px(108, 202)) / (columns - 1 + CELL_SHARE), 8, 50);
  const cell = pitch * CELL_SHARE;
  const fieldRight = pitch * (columns - 1) + cell;
  const apartY = px(24, 0);
  const fieldY = apartY + 2 * pitch + px(18, 22);
  const rowPitch = compact ? 2 * pitch + px(7, 0) : pitch;
  const fieldBottom = fieldY + CEILING_GW * rowPitch - (pitch - cell) + px(-7, DATED_GAP_PX);
  const handleY = fieldBottom + px(60, 48);
  const plotTop = handleY + px(33, 32);
  const plotHeight = px(104, clamp(width * 0.16, 104, 140));
  return {
    width,
    height: Math.round(plotTop + plotHeight + px(30, 28)),
    compact,
    columns,
    pitch,
    cell,
    fieldRight,
    labelX: fieldRight + (compact ? 10 : 32),
    apartY,
    apartColumns: compact ? columns + 1 : columns,
    scaleY: compact ? fieldBottom + px(22, 0) : apartY + pitch + cell / 2 + 4,
    fieldY,
    rowPitch,
    fieldBottom,
    handleY,
    plot: { x: 0, y: plotTop, width: compact ? width - 50 : fieldRight, height: plotHeight },
  };
}

/** The top of a gigawatt's row, or of its first. */
export function rowTop({ compact, fieldY, rowPitch }: Frame, gigawatt: number): number {
  return fieldY + gigawatt * rowPitch + (compact || gigawatt < DUE_GW ? 0 : DATED_GAP_PX);
}

/** The field's cells in px, in reading order. */
export function fieldCells(frame: Frame, cells: readonly FieldCell[]): Cell[] {
  const { columns, pitch } = frame;
  return cells.map((cell, index) => {
    const inRow = index % CELLS_PER_GW;
    return {
      ...cell,
      x: (inRow % columns) * pitch,
      y: rowTop(frame, Math.floor(index / CELLS_PER_GW)) + Math.floor(inRow / columns) * pitch,
    };
  });
}

/** What is counted apart on a day, in px: the last cell as full as the reading says. */
export function apartCells({ apartColumns, apartY, pitch }: Frame, date: number): Cell[] {
  const cells = readingAt(date).gw / CELL_GW;
  return Array.from({ length: Math.ceil(cells - 1e-9) }, (_, index) => ({
    x: (index % apartColumns) * pitch,
    y: apartY + Math.floor(index / apartColumns) * pitch,
    state: 'running',
    share: Math.min(1, cells - index),
    assumed: false,
  }));
}

const { min } = fiveSettings.date;

export function xOf({ plot }: Frame, date: number): number {
  return plot.x + ((date - min) / (TERM_END - min)) * plot.width;
}

export function dateAt({ plot }: Frame, x: number): number {
  return min + ((x - plot.x) / plot.width) * (TERM_END - min);
}

export function yOf({ plot }: Frame, gw: number): number {
  return plot.y + plot.height * (1 - gw / CEILING_GW);
}

/** Half the width of a year's four digits. */
const HALF_YEAR_PX = 15;

/** The years along the foot; the words stay inside the picture. */
export function yearsOf(frame: Frame): { year: number; x: number; textX: number; hasText: boolean }[] {
  const step = frame.plot.width < 220 ? 4 : frame.compact ? 2 : 1;
  const first = Math.ceil(min);
  return Array.from({ length: Math.floor((TERM_END - first) / step) + 1 }, (_, index) => {
    const year = first + index * step;
    const x = xOf(frame, year);
    // The first stands at the edge, and may need the next one's room.
    return { year, x, textX: Math.max(x, HALF_YEAR_PX), hasText: index !== 1 || x >= 3 * HALF_YEAR_PX + 2 };
  });
}
