/** A window of a talk, as the others know it. */
export interface Peer {
  readonly id: string;
  readonly role: 'audience' | 'presenter';
}

/** What a window says of itself: it has come; it is there; it is there, with nothing to show yet; it goes. */
const SAYINGS = ['hello', 'here', 'waiting', 'bye'] as const;
export type Saying = (typeof SAYINGS)[number];

/** What a window of a talk tells the others. */
type Told =
  | { readonly talk: string; readonly says: Saying; readonly from: Peer }
  | { readonly talk: string; readonly says: 'moment'; readonly moment: unknown };

interface Ears {
  readonly onpeer: (says: Saying, from: Peer) => void;
  readonly onmoment: (said: unknown) => void;
}

/**
 * Ties the windows of one talk together. On a site they share a channel. A file opened from disk may have none, so a
 * window also speaks to the one that opened it, to those it opened, and to whoever has spoken to it.
 */
export class Link {
  readonly #talk: string;
  readonly #me: Peer;
  readonly #channel: BroadcastChannel | null;
  readonly #partners = new Set<Window>();
  readonly #stop = new AbortController();

  constructor(talk: string, me: Peer, { onpeer, onmoment }: Ears) {
    this.#talk = talk;
    this.#me = me;
    const hear = (said: unknown) => {
      const told = toldBy(said);
      if (told?.talk !== talk) return;
      if (told.says === 'moment') onmoment(told.moment);
      else if (told.from.id !== me.id) onpeer(told.says, told.from);
    };
    this.#channel = channelOf(talk);
    this.#channel?.addEventListener('message', ({ data }) => hear(data));
    if (isWindow(window.opener)) this.#partners.add(window.opener);
    window.addEventListener(
      'message',
      ({ data, source, origin }) => {
        // A file's origin is "null" to others, and so is its partners'.
        if (origin !== window.origin || !isWindow(source) || toldBy(data)?.talk !== talk) return;
        this.#partners.add(source);
        hear(data);
      },
      { signal: this.#stop.signal },
    );
  }

  /** Another window that this one has opened. */
  add(partner: Window | null): void {
    if (partner !== null) this.#partners.add(partner);
  }

  say(says: Saying): void {
    this.#tell({ talk: this.#talk, says, from: this.#me });
  }

  send(moment: unknown): void {
    this.#tell({ talk: this.#talk, says: 'moment', moment });
  }

  close(): void {
    this.#stop.abort();
    this.#channel?.close();
  }

  #tell(told: Told): void {
    this.#channel?.postMessage(told);
    const target = window.origin === 'null' || location.protocol === 'file:' ? '*' : window.origin;
    for (const partner of this.#partners) {
      if (partner.closed) this.#partners.delete(partner);
      else partner.postMessage(told, target);
    }
  }
}

function channelOf(talk: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(`talk ${talk}`);
  } catch {
    return null;
  }
}

function isWindow(source: unknown): source is Window {
  return typeof source === 'object' && source !== null && 'postMessage' in source && 'closed' in source;
}

function toldBy(said: unknown): Told | null {
  if (typeof said !== 'object' || said === null || !('talk' in said) || !('says' in said)) return null;
  const { talk, says } = said;
  if (typeof talk !== 'string') return null;
  if (says === 'moment') return 'moment' in said ? { talk, says, moment: said.moment } : null;
  const saying = SAYINGS.find((each) => each === says);
  const from = 'from' in said ? peerIn(said.from) : null;
  return saying === undefined || from === null ? null : { talk, says: saying, from };
}

function peerIn(said: unknown): Peer | null {
  if (typeof said !== 'object' || said === null || !('id' in said) || !('role' in said)) return null;
  const { id, role } = said;
  return typeof id === 'string' && (role === 'audience' || role === 'presenter') ? { id, role } : null;
}
