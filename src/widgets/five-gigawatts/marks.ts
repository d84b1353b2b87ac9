import type { Box, Point } from '#chart/geometry.ts';
import { type Placed, placeLabel } from '#chart/place.ts';
import { textWidth } from '#chart/text.ts';
import { courseOf, type Pace, type Reached, splitAt } from './compute.ts';
import { CEILING_GW, DUE, SIGNED, TERM_END } from './deal.ts';
import { dateAt, type Frame, xOf, yOf } from './layout.ts';

/** A state's course in px: its two lines, and the areas they part. */
export interface Course {
  readonly running: readonly Point[];
  /** The part with a published date. */
  readonly dated: readonly Point[];
  readonly started: readonly Point[];
  readonly underRunning: readonly Point[];
  readonly underStarted: readonly Point[];
}

export function courseIn(frame: Frame, pace: Pace): Course {
  const { running, started } = courseOf(pace);
  const px = (reached: readonly Reached[]) =>
    reached.map(({ date, gw }) => ({ x: xOf(frame, date), y: yOf(frame, gw) }));
  const dated = px(running.filter(({ date }) => date <= DUE));
  const floor = [
    { x: xOf(frame, TERM_END), y: yOf(frame, 0) },
    { x: xOf(frame, SIGNED), y: yOf(frame, 0) },
  ];
  return {
    running: px(running.filter(({ date }) => date >= DUE)),
    dated,
    started: px(started),
    underRunning: [...px(running), ...floor],
    underStarted: [...px(started), ...floor],
  };
}

const WORDS = { paper: ['on paper', 'paper'], building: ['being built'], running: ['running'] } as const;
type Area = keyof typeof WORDS;

/** Where an area's name would be read best: shares of the plot's width and height to try, the best first. */
const TRIES: Record<Area, { across: readonly number[]; down: readonly number[] }> = {
  paper: { across: [0.13, 0.11, 0.16, 0.2, 0.25], down: [0.18, 0.24, 0.12] },
  building: { across: [0.32, 0.28, 0.36, 0.24, 0.4, 0.5, 0.6], down: [0.5, 0.56, 0.44, 0.38] },
  running: { across: [0.72, 0.66, 0.78, 0.84, 0.6], down: [0.5, 0.6, 0.7, 0.8, 0.88] },
};

/** The names of the areas, each where it touches nothing at rest; one without room goes unnamed. */
export function areaNames(frame: Frame, pace: Pace, course: Course): (Placed & { area: Area })[] {
  const { plot, compact } = frame;
  const px = compact ? 11.5 : 12.5;
  const at = xOf(frame, SIGNED);
  const upright = [
    { x: at, y: plot.y },
    { x: at, y: plot.y + plot.height },
  ];
  const grip = { x: xOf(frame, SIGNED + pace.last) - 18, y: plot.y - 18, width: 36, height: 36 };
  const column = columnAt(frame, at);
  const inside = (area: Area, { x, y }: Point) => {
    const date = dateAt(frame, x);
    const gw = CEILING_GW * (1 - (y - plot.y) / plot.height);
    const { running, paper } = splitAt(pace, date);
    const found = gw < running ? 'running' : gw < CEILING_GW - paper ? 'building' : 'paper';
    return date > SIGNED && found === area;
  };
  return (['paper', 'building', 'running'] as const).flatMap((area) => {
    const { across, down } = TRIES[area];
    const centres = down
      .flatMap((height) =>
        across.map((share) => ({ x: plot.x + plot.width * share, y: plot.y + plot.height * height })),
      )
      .filter((centre) => inside(area, centre));
    const placed = placeLabel(WORDS[area], px, () => centres, {
      within: plot,
      boxes: [grip, column],
      lines: [course.dated, course.running, course.started, upright],
    });
    return placed === null ? [] : [{ ...placed, area }];
  });
}

export const COLUMN_PX = 12;

/** The column of a day, with a little air. */
export function columnAt({ plot }: Frame, x: number): Box {
  return { x: x - COLUMN_PX / 2 - 3, y: plot.y, width: COLUMN_PX + 6, height: plot.height };
}

/** What stands beside the date's handle, on the side that has room. */
export function beside({ width, compact }: Frame, x: number, text: string, hint: string) {
  const px = compact ? 13 : 14;
  const room = x + 32 + textWidth(text, px) <= width;
  const isHinted = room && x + 52 + textWidth(text, px) + textWidth(hint, 12.5) <= width;
  return {
    px,
    x: room ? x + 32 : x - 32,
    anchor: room ? 'start' : 'end',
    hint: isHinted ? hint : null,
  } as const;
}
