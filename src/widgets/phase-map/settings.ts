import { worldSettings } from '#state/world.ts';
import type { Face } from '../define.ts';

export const phaseMapSettings = worldSettings;

export const face: Face = {
  id: 'phase-map',
  title: 'The phase map: where commodity ends',
  question: 'Where does cloud-as-commodity end?',
};
