/** What somebody pastes into a page of their own. */
export interface Snippet {
  /** The frame's address, the one that is given out. */
  readonly frame: string;
  /** Where the same is on a page of ours. */
  readonly page: string;
  readonly question: string;
  /** In which state, so that two frames of one page have two names. */
  readonly state: string;
  /** In px. */
  readonly height: number;
}

/** What a frame may ask the page around it for, each only when a reader presses something. */
export const ALLOW = 'fullscreen; web-share; clipboard-write';

/** Valid in HTML, in XML and in JSX, which all read these; without a style attribute, which strict pages refuse. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"{}]/g, (letter) => (letter === '&' ? '&amp;' : `&#${letter.charCodeAt(0)};`));

/** The name of a frame, for those who can't see it. */
export const titleOf = ({ question, state }: Pick<Snippet, 'question' | 'state'>): string =>
  `Interactive: ${question} (${state})`;

/** The words of the link below a frame. */
export const linkTextOf = (question: string): string => `${question} · Not a circle, a queue`;

/** The frame alone. */
export function frameOf({ frame, question, state, height }: Omit<Snippet, 'page'>): string {
  return `<iframe src="${escaped(frame)}" title="${escaped(titleOf({ question, state }))}" width="100%" height="${height}" loading="lazy" allow="${ALLOW}"></iframe>`;
}

/** The link that stands where the frame can't be shown. */
export function linkOf({ page, question }: Pick<Snippet, 'page' | 'question'>): string {
  return `<p><a href="${escaped(page)}">${escaped(linkTextOf(question))}</a></p>`;
}

/** The code to embed a figure. Its second line stands where the first can't be shown. */
export function snippetOf(snippet: Snippet): string {
  return `${frameOf(snippet)}\n${linkOf(snippet)}`;
}
