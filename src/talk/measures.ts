import type { Stage } from '#widgets/stage.ts';

/** A slide, in px of its own: as tall as this, and as wide as the room's screen is for its height, between 4:3 and 16:9. */
export const SLIDE_HEIGHT = 1080;
export const WIDEST = 1920;
const NARROWEST = 1440;

/** The smallest letters in a widget's picture are 12.5 px; on a slide nothing may be smaller than 28. */
export const STAGE: Stage = { scale: 2.25, place: { width: 1264, height: 900 } };

/** What the server draws for a picture under its words, not beside them. */
export const UNDER: Stage = { ...STAGE, place: { width: 1792, height: 736 } };

/** How wide a slide is on a screen of this shape. */
export function slideWidth(width: number, height: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, (SLIDE_HEIGHT * width) / Math.max(1, height))));
}
