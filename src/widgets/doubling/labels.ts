import type { Box, Point } from '#chart/geometry.ts';
import { type Obstacles, placeLabel, spread } from '#chart/place.ts';
import { multiple } from '#model/format.ts';
import type { Overlay } from './against.ts';
import { articlesLine, type DoublingPicture } from './compute.ts';
import type { Frame, Projection } from './frame.ts';
import type { Drawn } from './guess.ts';
import { curve, pairOf } from './marks.ts';
import { every } from './words.ts';

export interface Label extends Point {
  readonly text: string;
  readonly as: 'fit' | 'pair' | 'yours' | 'last' | 'times' | 'set' | 'step';
}

/** What else is drawn, or null. */
interface Besides {
  readonly drawn: { readonly curve: readonly Point[]; readonly guess: Drawn } | null;
  readonly overlay: Overlay | null;
  readonly step: readonly Point[] | null;
  readonly reference: readonly Point[] | null;
}

/** Nearer to one than this, a ratio is not worth a word. */
const MUCH = 1.15;
const DOT_PX = 8;
const BESIDE_PX = 8;

/** Where along a line its words like to stand: on a linear axis only the end has left the ground. */
const ALONG = {
  log: [0.5, 0.42, 0.34, 0.58, 0.26, 0.66, 0.18, 0.74, 0.1, 0.82, 0.9],
  linear: [0.92, 0.9, 0.94, 0.88, 0.96, 0.85, 0.82, 0.75, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1],
};

type Size = { width: number; height: number };
type Centres = (size: Size) => Point[];

/** What is written in the picture, where it touches nothing. */
export function labelsOf(
  picture: DoublingPicture,
  projection: Projection,
  { plot, compact }: Frame,
  { drawn, overlay, step, reference }: Besides,
): Label[] {
  const { series, line } = picture;
  const own = curve(picture, projection);
  const pair = pairOf(picture, projection);
  const last = series.readings.at(-1);
  const end = last && projection.at(last);
  const guessEnd = drawn?.curve.at(-1);

  const labels: Label[] = [];
  const boxes: Box[] = series.readings.map((each) => {
    const { x, y } = projection.at(each);
    return { x: x - DOT_PX, y: y - DOT_PX, width: 2 * DOT_PX, height: 2 * DOT_PX };
  });
  const lines = [own.whole, pair?.path, drawn?.curve, overlay?.path, step, reference].flatMap((each) =>
    each ? [each] : [],
  );
  const within = { x: plot.x, y: plot.y - 14, width: plot.width + 12, height: plot.height + 14 };
  const room = (avoided: Obstacles['lines']): Obstacles => ({ within, boxes, lines: avoided });
  /** Better across a line than not said at all, where `must`. */
  const add = (as: Label['as'], texts: readonly string[], px: number, centres: Centres, must = false) => {
    const placed =
      placeLabel(texts, px, centres, room(lines)) ?? (must ? placeLabel(texts, px, centres, room([])) : null);
    if (placed === null) return;
    boxes.push(placed.box);
    labels.push({ text: placed.text, as, x: placed.x, y: placed.y });
  };

  const scale = projection.isLog ? 'log' : 'linear';
  const value = series.format(last?.value ?? 0);
  const guessed = series.format(drawn?.guess.ends ?? 0);
  const ratio = (last?.value ?? 1) / (drawn?.guess.ends ?? 1);
  const times =
    ratio > MUCH
      ? `${multiple(ratio)} your guess`
      : ratio < 1 / MUCH
        ? `you drew ${multiple(1 / ratio)}`
        : '';
  if (compact) {
    if (end) add('last', [`${value}, ${last?.when}`, value], 12.5, around(end), true);
    if (guessEnd) add('yours', [`your guess: ${guessed}`, `you: ${guessed}`], 12.5, around(guessEnd), true);
  } else if (end) {
    // In the margin, from the top: the higher of the two ends, the other, and how far apart they are.
    const wanted: { as: Label['as']; text: string; y: number }[] = [
      { as: 'last', text: `${value}, ${last?.when}`, y: end.y },
    ];
    if (guessEnd) wanted.push({ as: 'yours', text: `your guess: ${guessed}`, y: guessEnd.y });
    if (guessEnd && times !== '') wanted.push({ as: 'times', text: times, y: (end.y + guessEnd.y) / 2 });
    wanted.sort((a, b) => a.y - b.y);
    const ys = spread(
      wanted.map(({ y }) => y),
      21,
      plot.y,
      plot.y + plot.height,
    );
    wanted.forEach(({ as, text }, index) => {
      labels.push({ as, text, x: plot.x + plot.width + 10, y: (ys[index] ?? 0) + 5 });
    });
  }
  const corner = step?.[1];
  if (corner) add('step', ['×2'], 12.5, () => [{ x: corner.x - 14, y: corner.y + 8 }]);
  if (overlay)
    add(
      'set',
      [overlay.text, overlay.short],
      12.5,
      overlay.isCurve ? beside(overlay.path, scale, true) : around(overlay.path[0] ?? plot),
      true,
    );
  add(
    'fit',
    [every(line.doublingYears), every(line.doublingYears, true)],
    compact ? 13 : 15,
    beside(own.fitted, scale),
    true,
  );
  const two = every(articlesLine.doublingYears, true);
  if (pair) add('pair', [`the ringed two: ${two}`, two], 12.5, beside(pair.path, scale, projection.isLog));
  return labels;
}

/** Centres beside a line: left of it and above first, then right of it and below; the other way round for `below`. */
function beside(line: readonly Point[], scale: keyof typeof ALONG, below = false): Centres {
  return ({ width, height }) =>
    ALONG[scale].flatMap((share) => {
      const at = line[Math.round(share * (line.length - 1))];
      if (at === undefined) return [];
      return (below ? [1, -1] : [-1, 1]).map((side) => ({
        x: at.x + side * (width / 2 + BESIDE_PX),
        y: at.y + side * (height / 2 + BESIDE_PX / 2),
      }));
    });
}

/** Centres around a spot: left of it first, then over it and under it, ever farther off. */
function around({ x, y }: Point): Centres {
  return ({ width, height }) =>
    [0, 1, 2, 3].flatMap((rows) =>
      [-1, 1].flatMap((side) =>
        [12, 44, 76, ...(rows > 0 ? [-8] : [])].map((aside) => ({
          x: x - width / 2 - aside,
          y: y + side * rows * (height + 3),
        })),
      ),
    );
}
