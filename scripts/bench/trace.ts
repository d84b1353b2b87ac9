import { z } from 'zod';

const event = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  /** microseconds */
  ts: z.number(),
  dur: z.number().default(0),
  /** the part of it that this thread spent on a processor, where the system can tell */
  tdur: z.number().optional(),
  args: z.object({ data: z.object({ type: z.string().optional() }).optional() }).optional(),
});

type TraceEvent = z.infer<typeof event>;

// The moments at which the browser enters script, from an event, a frame, a timer, a promise or an observer.
// They nest in one another, and a call that enters script by another way is still a FunctionCall.
const SCRIPT = new Set([
  'EventDispatch',
  'EvaluateScript',
  'FireAnimationFrame',
  'FireIdleCallback',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'v8.callFunction',
]);

/**
 * Milliseconds of script that each move of a recorded trace caused, a pointermove or another event: all script that ran
 * on that page's main thread from the dispatch of one to the dispatch of the next, each moment counted once. Processor
 * time where there is one, so that what else the machine is doing counts less. Without `idleToo`, what the browser ran
 * while it had nothing else to do is left out.
 */
export function scriptPerMove(trace: string, by = 'pointermove', idleToo = true): number[] {
  const { traceEvents } = z.object({ traceEvents: z.array(z.looseObject({})) }).parse(JSON.parse(trace));
  const events = traceEvents.map((raw) => event.safeParse(raw).data).filter((it) => it !== undefined);
  const moves = events.filter((it) => it.name === 'EventDispatch' && it.args?.data?.type === by);
  const [first] = moves;
  if (!first) return [];
  const script = events.filter(
    ({ name, ph, pid, tid }) => SCRIPT.has(name) && ph === 'X' && pid === first.pid && tid === first.tid,
  );
  const entries = outermost(script).filter(({ name }) => idleToo || name !== 'FireIdleCallback');
  const starts = moves.map(({ ts }) => ts).toSorted((a, b) => a - b);
  return starts.map((start, index) => {
    const next = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const own = entries.filter(({ ts }) => ts >= start && ts < next);
    return own.reduce((sum, { dur, tdur }) => sum + (tdur ?? dur), 0) / 1000;
  });
}

// On one thread, what begins inside another also ends inside it.
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let end = Number.NEGATIVE_INFINITY;
  return events
    .toSorted((a, b) => a.ts - b.ts || b.dur - a.dur)
    .filter(({ ts, dur }) => {
      const isOuter = ts >= end;
      if (isOuter) end = ts + dur;
      return isOuter;
    });
}
