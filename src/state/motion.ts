import { prefersReducedMotion } from 'svelte/motion';

/** Whether things are to jump rather than move: the reader's own wish, or that of the page which shows this one. */
export const motion = {
  get isReduced(): boolean {
    return prefersReducedMotion.current || document.documentElement.dataset.motion === 'reduce';
  },
};
