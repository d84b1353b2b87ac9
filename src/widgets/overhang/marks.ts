import type { Box, Point } from '#chart/geometry.ts';
import { type Placed, placeLabel } from '#chart/place.ts';
import { textWidth } from '#chart/text.ts';
import { shortDuration } from '#model/format.ts';
import { clamp } from '#state/quantity.ts';
import { HORIZON_YEARS, type Owned } from './compute.ts';
import { gigawatts, inYears, LEAST_GW } from './describe.ts';
import type { Projection, Stack } from './layout.ts';

/** The words on one stack, each where it has room and touches nothing. */
export interface Marks {
  /** Above: how long it takes. Where that is beyond the picture an arrow points on. */
  readonly until: {
    readonly text: string;
    readonly rest: string;
    readonly x: number;
    readonly beyond: boolean;
  };
  readonly never: Placed | null;
  readonly idle: Placed | null;
  readonly relet: Placed | null;
  readonly kept: Placed | null;
}

const HALO_PX = 19;
const UNTIL_PX = { wide: 20, compact: 17 } as const;
const REST_PX = 13;
const ARROW_PX = 20;
/** Bold letters are wider than those that are measured. */
const BOLD = 1.08;

export function marksOf(owned: Owned, projection: Projection, stack: Stack, compact: boolean): Marks {
  const { plot } = projection;
  const px = compact ? 12 : 13;
  const hand: Box[] =
    stack.point === null
      ? []
      : [{ x: stack.point.x - HALO_PX, y: stack.point.y - HALO_PX, width: 2 * HALO_PX, height: 2 * HALO_PX }];
  const leader: Point[][] = stack.point === null ? [] : [[{ x: stack.point.x, y: plot.y }, stack.point]];
  const neverFrom = projection.y(owned.freed - owned.never - (owned.others - owned.kept));
  const neverBox: Box = { ...plot, height: neverFrom - plot.y };
  const right = plot.x + plot.width;
  const never =
    owned.never < LEAST_GW
      ? null
      : placeLabel(
          compact
            ? [gigawatts(owned.never)]
            : [`${gigawatts(owned.never)} suits no one else`, 'suits no one else', gigawatts(owned.never)],
          px,
          ({ width }) =>
            [right - width / 2 - 6, plot.x + width / 2 + 6].map((x) => ({
              x,
              y: plot.y + neverBox.height / 2,
            })),
          { within: neverBox, boxes: hand, lines: leader },
        );
  const idle = placeLabel(
    ['idle'],
    px,
    ({ width, height }) =>
      [0, 0.3, 0.6]
        .map((down) => ({
          x: plot.x + width / 2 + 8,
          y: neverFrom + 4 + height / 2 + down * (stack.freed.y + stack.freed.height - neverFrom),
        }))
        // Beyond the curve it would name what is re-let.
        .filter(({ x, y }) => heightAt(stack, x + width / 2) > y + height / 2),
    {
      within: stack.freed,
      boxes: [...hand, ...(never ? [never.box] : [])],
      lines: [stack.curve, ...leader],
    },
  );
  return {
    until: untilOf(owned, stack, plot, compact),
    never,
    idle,
    relet: reletIn(stack, hand, px),
    kept: keptIn(owned, stack, px, compact),
  };
}

function untilOf({ years }: Owned, { point }: Stack, plot: Box, compact: boolean): Marks['until'] {
  if (years === null || point === null)
    return { text: 'never', rest: compact ? '' : 're-let', x: plot.x, beyond: false };
  const beyond = years > HORIZON_YEARS;
  const widthOf = (said: string) => textWidth(said, compact ? UNTIL_PX.compact : UNTIL_PX.wide) * BOLD;
  const arrow = beyond ? ARROW_PX : 0;
  const long = inYears(years);
  const text = widthOf(long) + arrow <= plot.width ? long : shortDuration(years);
  const wide = widthOf(text);
  const words = compact || beyond ? '' : 'until re-let';
  const rest = wide + 8 + textWidth(words, REST_PX) <= plot.width ? words : '';
  const whole = wide + (rest === '' ? 0 : 8 + textWidth(rest, REST_PX)) + arrow;
  return { text, rest, beyond, x: clamp(point.x - wide / 2, plot.x, plot.x + plot.width - whole) };
}

/** Where the curve runs at an x. */
function heightAt({ curve, kept }: Stack, x: number): number {
  const after = curve.findIndex((point) => point.x >= x);
  const [before, next] = [curve[Math.max(0, after - 1)], curve[after]];
  if (before === undefined || next === undefined) return kept.y;
  const share = next.x > before.x ? (x - before.x) / (next.x - before.x) : 1;
  return before.y + (next.y - before.y) * share;
}

/** As far to the right as it goes, where most has been re-let. */
function reletIn(stack: Stack, hand: readonly Box[], px: number): Placed | null {
  const { curve, kept, freed } = stack;
  const right = kept.x + kept.width;
  return placeLabel(
    ['re-let'],
    px,
    ({ width }) =>
      [10, 34, 58].map((inset) => {
        const x = right - inset - width;
        return { x: x + width / 2, y: (heightAt(stack, x) + kept.y) / 2 };
      }),
    { within: { ...freed, height: kept.y - freed.y }, boxes: hand, lines: [curve] },
  );
}

function keptIn({ kept, name }: Owned, { kept: box }: Stack, px: number, compact: boolean): Placed | null {
  const floor = {
    x: box.x + box.width / 2 - HALO_PX,
    y: box.y + box.height - HALO_PX,
    width: 2 * HALO_PX,
    height: 2 * HALO_PX,
  };
  const whose = name === undefined ? 'kept by others' : `kept by ${name}’s others`;
  const size = gigawatts(kept);
  return placeLabel(
    compact
      ? [`kept, ${size}`, size]
      : [`${whose}, ${size}`, `kept by others, ${size}`, `kept, ${size}`, size],
    px,
    ({ width }) =>
      [box.x + box.width / 2, box.x + width / 2 + 8].map((x) => ({
        x,
        y: box.y + Math.min(box.height / 2, 150),
      })),
    { within: box, boxes: compact ? [] : [floor], lines: [] },
  );
}
