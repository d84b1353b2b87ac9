/** What a frame of ours needs where it is pasted. */
export interface Framed {
  /** The frame's own address, under `/embed/v1/`. */
  readonly src: string;
  readonly question: string;
  /** In px. */
  readonly height: number;
  /** Where its text leads: what remains if the frame does not come. */
  readonly page: string;
}

const TITLE = 'Interactive: ';
/** What the frame may ask the page around it for, each only on a reader's press. */
export const ALLOW = 'fullscreen; web-share; clipboard-write';

/** The name a frame has for those who can't see it. */
export const titleOf = ({ question }: Pick<Framed, 'question'>) => `${TITLE}${question}`;

/** The words of the link below a frame. */
export const linkText = ({ question }: Pick<Framed, 'question'>) =>
  `${question} From “Not a circle, a queue”.`;

/** The one text that embeds a figure. It is HTML, XML and JSX at once: no style, no script. */
export function snippet(framed: Framed): string {
  return `${frame(framed)}
<p><a href="${inMarkup(framed.page)}">${inMarkup(linkText(framed))}</a></p>`;
}

export function frame(framed: Framed): string {
  const { src, height } = framed;
  return `<iframe src="${inMarkup(src)}" title="${inMarkup(titleOf(framed))}" width="100%" height="${height}" loading="lazy" allow="${ALLOW}"></iframe>`;
}

const CHARACTERS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // JSX would read an expression.
  '{': '&#123;',
  '}': '&#125;',
};

/** Text as it stands in HTML, XML and JSX alike. */
export const inMarkup = (text: string) => text.replaceAll(/[&<>"{}]/g, (one) => CHARACTERS[one] ?? one);
