import { rung } from '#chart/axes.ts';
import type { Box } from '#chart/geometry.ts';
import { clamp } from '#state/quantity.ts';
import type { Flow, Pipe } from './flow.ts';

/** The drawing's size at a width in px, and how many GW a year its height is. */
export interface FlowFrame {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  readonly top: number;
  readonly compact: boolean;
}

const COMPACT_BELOW = 560;
const TOPS = [12, 24, 42];
const ROOM = 1.04;
/** Room for the arrow's head and what stands beside it. */
const END_PX = { compact: 70, wide: 140 } as const;
const HEAD_PX = 58;

export function topOf({ pipes }: Flow): number {
  return rung(TOPS, Math.max(...pipes.map(({ gw }) => gw)) * ROOM);
}

export function flowFrameAt(width: number, top: number): FlowFrame {
  const compact = width < COMPACT_BELOW;
  const height = compact ? 210 : 250;
  const end = compact ? END_PX.compact : END_PX.wide;
  return {
    width,
    height: HEAD_PX + height + 12,
    compact,
    top,
    plot: { x: 0, y: HEAD_PX, width: width - end, height },
  };
}

/** Half of a pipe's height in px: it lies evenly around the middle. */
export function halfOf({ plot, top }: FlowFrame, gw: number): number {
  return (plot.height / 2) * clamp(gw / top, 0, 1);
}

export function gwAt({ plot, top }: FlowFrame, y: number): number {
  return clamp((plot.y + plot.height / 2 - y) / (plot.height / 2), 0, 1) * top;
}

/** A pipe drawn: both its edges, and what is between them. */
export interface Drawn {
  readonly pipe: Pipe;
  readonly middle: number;
  readonly upper: number;
  readonly edges: string;
  readonly area: string;
}

/** How much of its length a pipe takes to reach its own height, at either end. */
const BEND = 0.24;
/** How far along the bend its curve is drawn to. */
const PULL = 0.45;

export function pipesOf(frame: FlowFrame, pipes: readonly Pipe[]): Drawn[] {
  const { plot } = frame;
  const long = plot.width / pipes.length;
  const centre = plot.y + plot.height / 2;
  const halves = pipes.map(({ gw }) => halfOf(frame, gw));
  return pipes.map((pipe, index) => {
    const half = halves[index] ?? 0;
    const meeting = (other: number | undefined) => (other === undefined ? half : (half + other) / 2);
    const [before, after] = [meeting(halves[index - 1]), meeting(halves[index + 1])];
    const [from, to] = [plot.x + index * long, plot.x + (index + 1) * long];
    const bend = BEND * long;
    const edge = (side: 1 | -1) => {
      const at = (height: number) => centre - side * height;
      return {
        start: `${from},${at(before)}`,
        line: `Q${from + bend * PULL},${at(half)} ${from + bend},${at(half)}H${to - bend}Q${to - bend * PULL},${at(half)} ${to},${at(after)}`,
        end: `${to},${at(after)}`,
        back: `Q${to - bend * PULL},${at(half)} ${to - bend},${at(half)}H${from + bend}Q${from + bend * PULL},${at(half)} ${from},${at(before)}`,
      };
    };
    const [up, down] = [edge(1), edge(-1)];
    return {
      pipe,
      middle: (from + to) / 2,
      upper: centre - half,
      edges: `M${up.start}${up.line}M${down.start}${down.line}`,
      area: `M${up.start}${up.line}L${down.end}${down.back}Z`,
    };
  });
}

/** What gets through, as an arrow as high as the narrowest pipe. */
export function streamOf(frame: FlowFrame, gw: number): { path: string; tip: number; centre: number } {
  const { plot, compact } = frame;
  const half = halfOf(frame, gw);
  const centre = plot.y + plot.height / 2;
  const end = plot.x + plot.width;
  const barb = half + clamp(half * 0.4, 4, 14);
  const tip = end + clamp(barb * 0.9, 6, compact ? 10 : 40);
  return {
    path: `M${plot.x},${centre - half}H${end}V${centre - barb}L${tip},${centre}L${end},${centre + barb}V${centre + half}H${plot.x}Z`,
    tip,
    centre,
  };
}
