import { ComputeWidget } from './compute-widget.ts';
import { frames } from './frames.ts';

// A page may load this twice, with two posts that each bring it along.
const mark = Symbol.for('queue.embed.v1');
if (!Object.hasOwn(window, mark)) {
  Object.defineProperty(window, mark, { value: true });
  frames.watch();
  customElements.define('compute-widget', ComputeWidget);
}
