import { getContext, setContext } from 'svelte';

/** Where a widget is shown to a room: its picture fills the place there is, its letters as large as the back row needs. */
export interface Stage {
  /** How many times as large as on a page the picture is drawn. */
  readonly scale: number;
  /** The place that a server, which can't measure, draws for, in the stage's px. */
  readonly place: { readonly width: number; readonly height: number };
}

const STAGE = Symbol('stage');

export function setStage(stage: Stage): void {
  setContext(STAGE, stage);
}

/** The stage that a component stands on; undefined on a page. */
export function stageOf(): Stage | undefined {
  return getContext<Stage | undefined>(STAGE);
}
