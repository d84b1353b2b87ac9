/**
 * The model, as published at `/model/v1.js`: pure functions, the same answer for the same question.
 * What each one assumes, and where it comes from, is told in MODEL.md.
 */
export { type Bet, breakEvenBelief } from './bet.ts';
export { type DoublingFit, fitDoubling, type Reading } from './fit.ts';
export { doublingTimeBetween, netDoubling, type TwoReadings, type WorkAndEfficiency } from './growth.ts';
export {
  coveredYears,
  type ObservedScarcity,
  overbuildIfGrowthStops,
  type SteadyGrowth,
  type StoppableGrowth,
  steadyScarcity,
} from './law.ts';
export { type Loop, type LoopBooks, loopBooks } from './loop.ts';
export { absorbOverhang, type LeavingTenant, type Overhang } from './overhang.ts';
export { type Pipeline, type PipelinePoint, simulatePipeline } from './pipeline.ts';
export { impliedScarcity, type PriceSignal } from './price.ts';
export { type Delivery, type Place, queueDelivery } from './queue.ts';
export { type Ecosystems, type Overlap, reach } from './reach.ts';
export {
  type Schedule,
  type Stage,
  type StageRate,
  scheduleStages,
  type Throughput,
  throughput,
} from './stages.ts';
export type { PipelineSummary } from './summary.ts';
export type { PipelineOptions } from './world.ts';
