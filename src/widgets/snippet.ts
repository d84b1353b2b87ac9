/** What somebody pastes into a page of their own. */
export interface Snippet {
  /** The frame's address, the one that is given out. */
  readonly frame: string;
  /** Where the same is in the essay. */
  readonly page: string;
  readonly question: string;
  readonly height: number;
}

/** Valid in HTML and in JSX, which both read these; without a style attribute, which strict pages refuse. */
const escaped = (text: string): string =>
  text.replace(/[&<>"{}]/g, (letter) => (letter === '&' ? '&amp;' : `&#${letter.charCodeAt(0)};`));

/** The code to embed a figure. Its second line stands where the first can't be shown. */
export function snippetOf({ frame, page, question, height }: Snippet): string {
  return [
    `<iframe src="${escaped(frame)}" title="Interactive: ${escaped(question)}" width="100%" height="${height}" loading="lazy" allow="fullscreen; web-share; clipboard-write"></iframe>`,
    `<p><a href="${escaped(page)}">${escaped(question)} · Not a circle, a queue</a></p>`,
  ].join('\n');
}
