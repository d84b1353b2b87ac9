import type { Point } from '#chart/geometry.ts';
import { pressKey } from '#controls/keys.ts';
import { nearest, type Quantity, stepBy } from '#state/quantity.ts';
import type { View } from '#state/view.svelte.ts';
import type { PhasePicture } from './compute.ts';
import { type Frame, fromPx, heldIn, pointOf } from './frame.ts';
import type { phaseMapSettings } from './settings.ts';

type PhaseView = View<typeof phaseMapSettings>;

const SHIFT_STEPS = 5;
/** A hand that only moves sideways leaves the other clock alone. */
const STILL_PX = 0.5;

/** Lead time for what a hand asks to be uncovered; the commitment stays. */
function leadFor(lead: Quantity, uncovered: number, commit: number): number {
  return Math.max(commit, nearest(lead, lead.max, uncovered + commit));
}

/** Takes the point to a spot on the map, held inside its frame. `taken` is the state when the drag began. */
export function pull(view: PhaseView, { plot }: Frame, to: Point, taken: PhasePicture): void {
  const { doubling, lead } = view.settings;
  const from = pointOf(plot, taken);
  const held = heldIn(plot, to);
  const wanted = fromPx(plot, held);
  const isStill = (a: number, b: number) => Math.abs(a - b) < STILL_PX;
  view.set(
    'doubling',
    isStill(held.x, from.x) ? taken.state.doubling : nearest(doubling, doubling.max, wanted.doubling),
  );
  view.set(
    'lead',
    isStill(held.y, from.y) ? taken.state.lead : leadFor(lead, wanted.uncovered, taken.state.commit),
  );
}

/**
 * Keys on either of the point's two handles. Arrows move it as they point, the others work on the handle's own
 * quantity as on any slider.
 */
export function press(view: PhaseView, quantity: Quantity, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { doubling, lead } = view.settings;
  const steps = event.shiftKey ? SHIFT_STEPS : 1;
  const { commit } = view.current;
  const moved = (moving: Quantity, count: number) => {
    event.preventDefault();
    const target = stepBy(moving, view.maxOf(moving), view.number(moving.key), count);
    view.set(moving.key, moving === lead ? Math.max(commit, target) : target);
    view.commit(event.repeat);
  };
  if (event.key === 'ArrowRight') moved(doubling, -steps);
  else if (event.key === 'ArrowLeft') moved(doubling, steps);
  else if (event.key === 'ArrowUp') moved(lead, steps);
  else if (event.key === 'ArrowDown') moved(lead, -steps);
  else pressKey(view, quantity, event);
}
