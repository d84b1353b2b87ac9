import { components } from '#widgets/components.ts';
import { startTalk } from './start.ts';

void startTalk(components);
