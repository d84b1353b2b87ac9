import { type DoublingTick, doublingTicks } from '#chart/doublings.ts';
import { textWidth } from '#chart/text.ts';
import { multiple } from '#model/format.ts';
import { clamp } from '#state/quantity.ts';
import type { Piece, SplitPicture } from './compute.ts';
import { coveredWords, exact, leadName, uncoveredWords } from './describe.ts';

/** Places in px: the ruler, and the rows above and under it. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly compact: boolean;
  /** The ruler's left end, and its length at rest. Right of it is room to pull it longer. */
  readonly left: number;
  readonly length: number;
  readonly top: number;
  readonly bottom: number;
  /** The line under the whole of it, by whose end it is pulled. */
  readonly whole: number;
  readonly numberPx: number;
  readonly wordPx: number;
}

const COMPACT_UNDER_PX = 560;
const LEFT_PX = 12;

export function frameAt(width: number): Frame {
  const compact = width < COMPACT_UNDER_PX;
  const [numberPx, wordPx] = compact ? [18, 12] : [26, 13.5];
  const top = numberPx + 2 * wordPx + 28;
  const bottom = top + (compact ? 44 : 54);
  const whole = bottom + 46;
  return {
    width,
    height: whole + numberPx + 2 * wordPx + 20,
    compact,
    left: LEFT_PX,
    length: Math.round((width - LEFT_PX) * (compact ? 0.84 : 0.82)),
    top,
    bottom,
    whole,
    numberPx,
    wordPx,
  };
}

/** A side of the cut: its stretch of the ruler, and its number with the words under it, around `x`. */
export interface Side {
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly number: string;
  readonly words: readonly string[];
  readonly width: number;
}

export interface PieceMark {
  readonly x: number;
  readonly text: string;
  readonly isCovered: boolean;
}

export interface Scene {
  readonly cut: number;
  readonly end: number;
  readonly covered: Side;
  readonly uncovered: Side;
  /** Where the ruler is marked: at each doubling. */
  readonly doublings: readonly number[];
  readonly ticks: readonly (DoublingTick & { readonly x: number })[];
  readonly factors: readonly PieceMark[];
  /** The middle of the words under the whole ruler. */
  readonly centre: number;
  /** Where the lead time's name stands, right of the end it is pulled by; null where the picture or those words leave it no room. */
  readonly leadX: number | null;
}

const GAP_PX = 14;
/** What the handle's halo covers of the ruler, from the cut. */
const HALO_PX = 19;
/** From a handle to words beside it. */
const NAME_OFF_PX = 28;

/** Px of so many years along the ruler; `span` is how many its length at rest stands for. */
export function xOf({ left, length }: Frame, span: number, years: number): number {
  return left + (years / span) * length;
}

export function yearsAt({ left, length }: Frame, span: number, x: number): number {
  return ((x - left) / length) * span;
}

/** `under` is what stands under the product. */
export function sceneOf(picture: SplitPicture, frame: Frame, span: number, under: readonly string[]): Scene {
  const { state, doublings, pieces, overbuild, scarcity, product } = picture;
  const cut = xOf(frame, span, state.commit);
  const end = xOf(frame, span, state.lead);
  const x = (at: number) => frame.left + (at / doublings) * (end - frame.left);
  const half =
    Math.max(
      textWidth(multiple(product), frame.numberPx),
      ...under.map((word) => textWidth(word, frame.wordPx)),
    ) / 2;
  const centre = Math.max(half, (frame.left + end) / 2);
  const leadX = end + NAME_OFF_PX;
  const leadWords = Math.max(...leadName(picture).map((word) => textWidth(word, frame.wordPx)));
  const [covered, uncovered] = apart(
    side(frame, frame.left, cut, multiple(overbuild), coveredWords(picture)),
    side(frame, cut, end, multiple(scarcity), uncoveredWords(picture)),
    frame.width,
  );
  return {
    cut,
    end,
    covered,
    uncovered,
    doublings: Array.from({ length: Math.ceil(doublings) - 1 }, (_, index) => x(index + 1)),
    ticks: doublingTicks(doublings, end - frame.left, '').map((tick) => ({
      ...tick,
      x: x(tick.at * doublings),
    })),
    centre,
    leadX: leadX > centre + half && leadX + leadWords < frame.width ? leadX : null,
    factors: pieces.flatMap((piece) => factorOf(piece, x(piece.from), x(piece.to), cut, frame)),
  };
}

function side(
  { numberPx, wordPx }: Frame,
  from: number,
  to: number,
  number: string,
  words: readonly string[],
): Side {
  const width = Math.max(textWidth(number, numberPx), ...words.map((word) => textWidth(word, wordPx)));
  return { from, to, x: (from + to) / 2, number, words, width };
}

/** Each over the middle of its stretch, as far as both have room beside each other. */
function apart(left: Side, right: Side, width: number): readonly [Side, Side] {
  const between = (left.width + right.width) / 2 + GAP_PX;
  const x = clamp(left.x, left.width / 2, width - right.width / 2 - between);
  return [
    { ...left, x },
    { ...right, x: clamp(right.x, x + between, width - right.width / 2) },
  ];
}

/** What a piece multiplies by, in the part of it that the handle leaves free. */
function factorOf(
  { factor, isCovered }: Piece,
  from: number,
  to: number,
  cut: number,
  { wordPx }: Frame,
): PieceMark[] {
  const start = isCovered ? from : Math.max(from, cut + HALO_PX);
  const stop = isCovered ? Math.min(to, cut - HALO_PX) : to;
  const text = `×${exact(factor, 3)}`;
  if (stop - start < textWidth(text, wordPx) + 4) return [];
  return [{ x: (start + stop) / 2, text, isCovered }];
}
