import { worldSettings } from '#state/world.ts';
import type { Face } from '../define.ts';

export const splitSettings = worldSettings;

export const face: Face = {
  id: 'split',
  title: 'The split: short now, or too much later',
  question: 'What does commitment change?',
};
