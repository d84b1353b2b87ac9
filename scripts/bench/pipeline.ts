import { simulatePipeline } from '#model/v1.ts';
import { median } from './quantiles.ts';

/** Milliseconds that one run of the model takes, at the essay's own world, once the engine has warmed up. */
export function pipelineTime(): number {
  const run = () => simulatePipeline({ doublingYears: 7 / 12, leadYears: 2, commitYears: 0 });
  for (let warmUp = 0; warmUp < 2_000; warmUp++) run();
  const times = Array.from({ length: 2_000 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return median(times);
}
