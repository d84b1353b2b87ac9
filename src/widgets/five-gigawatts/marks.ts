import type { Point } from '#chart/geometry.ts';
import { type Placed, placeLabel } from '#chart/place.ts';
import { textWidth } from '#chart/text.ts';
import { courseOf, type FiveState, type Reached, splitAt } from './compute.ts';
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

export function courseIn(frame: Frame, state: FiveState): Course {
  const { running, started } = courseOf(state);
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

/** Where an area's name would be read best: dates and gigawatts to try, as shares, the best first. */
const TRIES: Record<Area, { across: readonly number[]; up: readonly number[] }> = {
  paper: { across: [0.13, 0.11, 0.16, 0.09, 0.2, 0.25], up: [0.82, 0.76, 0.88] },
  building: { across: [0.32, 0.28, 0.36, 0.24, 0.4, 0.48, 0.56, 0.64], up: [0.5, 0.44, 0.56, 0.62, 0.38] },
  running: { across: [0.72, 0.66, 0.78, 0.84, 0.6, 0.54], up: [0.5, 0.4, 0.3, 0.2, 0.12] },
};

/** The names of the areas, each where it touches nothing; one without room goes unnamed. */
export function areaNames(frame: Frame, state: FiveState, course: Course): (Placed & { area: Area })[] {
  const { plot, compact } = frame;
  const px = compact ? 11.5 : 12.5;
  const at = xOf(frame, state.date);
  const upright = (x: number) => [
    { x, y: plot.y },
    { x, y: plot.y + plot.height },
  ];
  const grip = { x: xOf(frame, SIGNED + state.last) - 18, y: plot.y - 18, width: 36, height: 36 };
  const column = { x: at - COLUMN_PX / 2 - 3, y: plot.y, width: COLUMN_PX + 6, height: plot.height };
  const inside = (area: Area, { x, y }: Point) => {
    const date = dateAt(frame, x);
    const gw = CEILING_GW * (1 - (y - plot.y) / plot.height);
    const { running, paper } = splitAt(state, date);
    const found = gw < running ? 'running' : gw < CEILING_GW - paper ? 'building' : 'paper';
    return date > SIGNED && found === area;
  };
  return (['paper', 'building', 'running'] as const).flatMap((area) => {
    const { across, up } = TRIES[area];
    const centres = up
      .flatMap((height) =>
        across.map((share) => ({ x: plot.x + plot.width * share, y: plot.y + plot.height * (1 - height) })),
      )
      .filter((centre) => inside(area, centre));
    const placed = placeLabel(WORDS[area], px, () => centres, {
      within: plot,
      boxes: [grip, column],
      lines: [course.dated, course.running, course.started, upright(at), upright(xOf(frame, SIGNED))],
    });
    return placed === null ? [] : [{ ...placed, area }];
  });
}

export const COLUMN_PX = 12;

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
