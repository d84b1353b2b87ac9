import { ALLOW, escaped, frameOf, linkTextOf, type Snippet, snippetOf, titleOf } from '#widgets/snippet.ts';

/** A figure at a state, with all that may be pasted of it. */
export interface Pasted extends Snippet {
  /** The page around it that scripts may size its frame on: `embed.js`, or null where that is not wanted. */
  readonly script: string | null;
  /** Its picture, 1200 × 630 px. */
  readonly card: string;
  /** What that picture says, for those who can't see it. */
  readonly answer: string;
  /** Its picture in its own shape. */
  readonly poster: string;
}

/** One thing to copy, and where it goes. */
export interface Way {
  readonly does: string;
  readonly code: string;
}

export interface Platform {
  readonly id: string;
  readonly name: string;
  /** Whether the figure itself stands there, or its picture with a link. */
  readonly shows: 'figure' | 'picture';
  readonly ways: (pasted: Pasted) => readonly Way[];
}

const withScript = (pasted: Pasted) =>
  pasted.script === null
    ? snippetOf(pasted)
    : `${snippetOf(pasted)}\n<script async src="${escaped(pasted.script)}"></script>`;

const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** For readers who get no frames. Addresses are whole, and the picture has its size: as wide as mail is, and sharp there. */
const picture = (pasted: Pasted) =>
  `<figure><a href="${escaped(pasted.page)}"><img src="${escaped(pasted.card)}" width="600" height="315" alt="${escaped(`${pasted.question} ${pasted.answer}`)}" /></a><figcaption><a href="${escaped(pasted.page)}">${escaped(linkTextOf(pasted.question))}</a></figcaption></figure>`;

const asIs = (does: string) => (pasted: Pasted) => [{ does, code: withScript(pasted) }];

const byHand = (platform: string) => (pasted: Pasted) => [
  { does: `${platform} takes no frames. Save this picture and put it into the post:`, code: pasted.card },
  { does: 'Link the picture, or the words below it, to', code: pasted.page },
];

const HUGO = `<iframe src="{{ .Get "src" }}" title="{{ .Get "title" }}" width="100%" height="{{ .Get "height" }}" loading="lazy" allow="${ALLOW}"></iframe>
<p><a href="{{ .Get "page" }}">{{ .Get "text" }}</a></p>`;

export const platforms: readonly Platform[] = [
  {
    id: 'html',
    name: 'Plain HTML, Jekyll, Astro',
    shows: 'figure',
    ways: asIs('Where it shall stand, in HTML or in Markdown:'),
  },
  {
    id: 'hugo',
    name: 'Hugo',
    shows: 'figure',
    ways: (pasted) => [
      { does: 'Once, as layouts/shortcodes/queue.html:', code: HUGO },
      {
        does: 'In the post:',
        code: `{{< queue src=${quoted(pasted.frame)} title=${quoted(titleOf(pasted))} height="${pasted.height}" page=${quoted(pasted.page)} text=${quoted(linkTextOf(pasted.question))} >}}`,
      },
    ],
  },
  {
    id: 'mdx',
    name: 'Docusaurus, MDX',
    shows: 'figure',
    ways: asIs('As it is, with an empty line before and after:'),
  },
  {
    id: 'wordpress',
    name: 'WordPress',
    shows: 'figure',
    ways: (pasted) => [
      { does: 'On a line of its own; WordPress fetches the rest:', code: pasted.page },
      { does: 'Where it does not, in a block “Custom HTML”:', code: snippetOf(pasted) },
    ],
  },
  { id: 'ghost', name: 'Ghost', shows: 'figure', ways: asIs('In a card “HTML”:') },
  {
    id: 'notion',
    name: 'Notion',
    shows: 'figure',
    ways: (pasted) => [{ does: 'Paste this address and choose “Create embed”:', code: pasted.frame }],
  },
  { id: 'medium', name: 'Medium', shows: 'picture', ways: byHand('Medium') },
  { id: 'substack', name: 'Substack', shows: 'picture', ways: byHand('Substack') },
  {
    id: 'email',
    name: 'Email',
    shows: 'picture',
    ways: (pasted) => [{ does: 'As HTML; mail shows no frames:', code: picture(pasted) }],
  },
  {
    id: 'rss',
    name: 'RSS',
    shows: 'picture',
    ways: (pasted) => [{ does: 'In the entry’s content; readers leave frames out:', code: picture(pasted) }],
  },
  {
    id: 'slides',
    name: 'Slides',
    shows: 'figure',
    ways: (pasted) => [
      { does: 'In slides that are web pages (reveal.js, Slidev, Marp with HTML):', code: frameOf(pasted) },
      { does: 'In PowerPoint, Keynote or Google Slides, this picture,', code: pasted.poster },
      { does: 'linked to', code: pasted.page },
    ],
  },
];
