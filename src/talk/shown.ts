import { getFact } from '#evidence/ledger.ts';
import { defaultsOf, stateOf } from '#state/view.svelte.ts';
import { stateQuery } from '#widgets/define.ts';
import { widgets } from '#widgets/registry.ts';
import { checkDeck, type SaidDeck } from './check-deck.ts';
import type { Deck, Shown } from './deck.ts';

interface Written {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly said: SaidDeck;
}

/** What a page shows of a talk that is written in a file; `front` is the site's front page. */
export function shownOf(written: Written, mode: Shown['mode'], front: URL): Shown {
  const deck = checkDeck(written.said, written, widgets);
  const sources = written.said.slides.map(({ id, cited }) => {
    const publishers = cited.map((fact) => getFact(fact).source.publisher);
    return [id, [...new Set(publishers)]] as const;
  });
  return {
    deck,
    mode,
    sources: Object.fromEntries(sources),
    essay: essayAt(deck, front),
    address: short(new URL(`talk/${deck.id}/`, front)),
  };
}

/** One widget as a talk of one slide: its presets are addresses, not steps. */
export function widgetAlone(id: string, front: URL): Shown {
  const spec = widgets.find((each) => each.id === id);
  if (spec === undefined) throw new Error(`there is no widget ${id}`);
  const slide = {
    id: 'widget',
    title: spec.question,
    seconds: 0,
    widget: id,
    steps: [{ title: spec.title, state: defaultsOf(spec.settings) }],
  };
  const deck: Deck = { id: `widget ${id}`, title: spec.title, slides: [slide], isAlone: true };
  return {
    deck,
    mode: 'stage',
    sources: {},
    essay: essayAt(deck, front),
    address: short(new URL(`talk/widget/${id}/`, front)),
  };
}

/** The essay at the state in which the talk leaves its last widget. */
function essayAt(deck: Deck, front: URL): Shown['essay'] {
  const last = deck.slides.findLast(({ widget }) => widget !== null);
  const spec = widgets.find(({ id }) => id === last?.widget);
  const state = last?.steps.at(-1)?.state ?? {};
  const query = spec === undefined ? '' : stateQuery(spec, stateOf(state), `${spec.id}.`);
  const address = new URL(query, front);
  return { href: address.href, short: short(address) };
}

/** An address as a hand types it. */
function short({ host, pathname, search }: URL): string {
  return `${host}${pathname === '/' && search === '' ? '' : pathname}${search}`;
}
