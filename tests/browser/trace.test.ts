import { expect, test } from 'vitest';
import { scriptPerMove } from '../../scripts/bench/trace.ts';

const event = (name: string, ts: number, dur: number, type?: string, tid = 1) => ({
  name,
  ph: 'X',
  pid: 1,
  tid,
  ts,
  dur,
  args: { data: { type } },
});

const times = (...traceEvents: object[]) => scriptPerMove(JSON.stringify({ traceEvents }));

test('a move pays for its handler and for what runs before the next move, each moment once', () => {
  expect(
    times(
      event('TimerFire', 0, 500),
      event('EventDispatch', 1_000, 2_000, 'pointermove'),
      event('FunctionCall', 1_100, 1_800),
      event('RunMicrotasks', 3_000, 500),
      event('FireAnimationFrame', 10_000, 1_500),
      event('FunctionCall', 10_200, 1_000),
      event('EventDispatch', 60_000, 250, 'pointermove'),
    ),
  ).toEqual([4, 0.25]);
});

test('painting and other threads are not script of this page', () => {
  expect(
    times(
      event('EventDispatch', 0, 1_000, 'pointermove'),
      event('Paint', 2_000, 9_000),
      event('FunctionCall', 2_000, 9_000, undefined, 2),
    ),
  ).toEqual([1]);
});

test('a trace without a move has no times', () => {
  expect(times(event('EventDispatch', 0, 1_000, 'click'))).toEqual([]);
});

test('waiting for a processor is not script', () => {
  expect(times({ ...event('EventDispatch', 0, 5_000, 'pointermove'), tdur: 2_000 })).toEqual([2]);
});
