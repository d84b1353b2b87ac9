/**
 * A slide's words on paper at one of its steps: on a widget's slide those last said, else all up to then. What is not
 * said keeps its place, unseen. The speaker's notes stand elsewhere.
 */
export function saidAt(html: string, step: number, hasWidget: boolean): string {
  const all = [...html.matchAll(/data-said="(\d+)"/g)].map(([, at]) => Number(at));
  const last = Math.max(...all.filter((at) => at <= step));
  const isSaid = (at: number) => (hasWidget ? at === last : at <= step);
  return html
    .replaceAll(/<div class="notes"[\s\S]*?<!--\/notes-->/g, '')
    .replaceAll(/class="said" data-said="(\d+)"/g, (whole, at) =>
      isSaid(Number(at)) ? whole : `class="said unsaid" data-said="${at}"`,
    );
}
