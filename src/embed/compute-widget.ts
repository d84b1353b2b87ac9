import { base, frames } from './frames.ts';
import { isFields, isText } from './messages.ts';

/** Attributes of the element that are no part of the state, beside whatever HTML gives every element. */
const OPTIONS = ['ui', 'motion', 'static'];
const NOT_STATE = new Set([
  'name',
  'theme',
  ...OPTIONS,
  ...'title height class id style slot part hidden lang dir role tabindex inert nonce is'.split(' '),
]);
const KEY = /^(?!on|data-|aria-)[a-z-]+$/;
const ID = /^[a-z][a-z0-9-]*$/;
const NEAR = '600px';
const SHEET =
  ':host{display:block;position:relative}:host([hidden]){display:none}iframe{position:absolute;width:100%;height:0;border:0;visibility:hidden}.on{position:static;display:block;visibility:visible}.on+slot{display:none}';

type Texts = Readonly<Record<string, string>>;

/**
 * `<compute-widget name="scarcity" doubling="7mo">`: a frame that loads when it comes near, with its state in the
 * element's attributes, both ways. What is inside the element shows until the frame has said hello.
 */
export class ComputeWidget extends HTMLElement {
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #near = new IntersectionObserver(
    (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#load(),
    {
      rootMargin: NEAR,
    },
  );
  readonly #attributes = new MutationObserver((changes) =>
    this.#changed(new Set(changes.map(({ attributeName }) => attributeName ?? ''))),
  );
  #frame: HTMLIFrameElement | undefined;
  #defaults: Texts = {};
  #state: Texts = {};
  /** How often the frame was asked: what it says of an older wish is out of date. */
  #asked = 0;
  /** Whether an answer is still to come: until then, what is known of the state is not what was last wished. */
  #waits = false;
  /** Attributes that changed while nothing was known of the state. */
  readonly #early = new Set<string>();

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SHEET);
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.append(document.createElement('slot'));
  }

  /** The whole state, in the words of an address; empty until the widget has said it. */
  get state(): Texts {
    return this.#state;
  }

  connectedCallback(): void {
    this.#near.observe(this);
    this.#attributes.observe(this, { attributes: true });
  }

  disconnectedCallback(): void {
    this.#near.disconnect();
    this.#attributes.disconnect();
    this.#unload();
  }

  #load(): void {
    const name = this.getAttribute('name') ?? '';
    if (this.#frame !== undefined || !ID.test(name)) return;
    this.#near.disconnect();
    const frame = document.createElement('iframe');
    const query = new URLSearchParams();
    for (const { name: key, value } of this.attributes)
      if (OPTIONS.includes(key) || key === 'theme' || isStateKey(key)) query.set(key, value);
    frame.src = `${base}${name}/?${query}`;
    // Not `web-share`, as a pasted frame has: a browser without it would complain on the page's console.
    frame.allow = 'fullscreen; clipboard-write';
    this.#frame = frame;
    this.#name();
    frames.hold(frame, (message) => this.#hear(message));
    this.#root.prepend(frame);
  }

  #unload(): void {
    if (this.#frame === undefined) return;
    frames.release(this.#frame);
    this.#frame.remove();
    this.#frame = undefined;
    this.#state = {};
    this.#defaults = {};
    this.#early.clear();
  }

  /** What assistive technology calls the frame. */
  #name(): void {
    if (this.#frame)
      this.#frame.title =
        this.title || `Interactive figure: ${this.getAttribute('name')?.replaceAll('-', ' ')}`;
  }

  #hear({ type, schema, state, cause, re }: Readonly<Record<string, unknown>>): void {
    if (this.#frame === undefined) return;
    if (re === this.#asked) this.#waits = false;
    if (type === 'hello' && isFields(schema)) {
      this.#frame.className = 'on';
      this.#frame.style.height ||= `${Number(this.getAttribute('height')) || 480}px`;
      this.#defaults = texts(
        Object.fromEntries(
          Object.entries(schema).map(([key, one]) => [key, isFields(one) ? one.default : null]),
        ),
      );
      this.#ask({ type: 'get' });
    } else if (type === 'state' && isFields(state)) {
      const before = JSON.stringify(this.#state);
      this.#state = texts(state);
      this.#wish(this.#early);
      this.#early.clear();
      if (!this.#waits) this.#reflect();
      if (JSON.stringify(this.#state) !== before)
        this.dispatchEvent(
          new CustomEvent('statechange', { bubbles: true, detail: { state: this.#state, cause } }),
        );
    } else if (type === 'error' && re === this.#asked) this.#reflect();
  }

  #ask(
    message:
      | { readonly type: 'get' }
      | { readonly type: 'set'; readonly state: Readonly<Record<string, string | null>> },
  ): void {
    this.#asked++;
    this.#waits = true;
    if (this.#frame) frames.post(this.#frame, { ...message, re: this.#asked });
  }

  /** The attributes say what is so. One that is not there stands for the essay's value. */
  #reflect(): void {
    for (const [key, text] of Object.entries(this.#state)) {
      const shown = this.getAttribute(key);
      if (shown !== text && (shown !== null || text !== this.#defaults[key])) this.setAttribute(key, text);
    }
  }

  #changed(names: ReadonlySet<string>): void {
    if (['name', 'theme', ...OPTIONS].some((name) => names.has(name))) {
      this.#unload();
      // Also where it is near already, and had no name to load.
      this.#near.disconnect();
      this.#near.observe(this);
    }
    if (this.#frame === undefined) return;
    this.#name();
    if (Object.keys(this.#state).length > 0) this.#wish(names);
    else for (const name of names) this.#early.add(name);
  }

  /** Asks the frame for what these attributes say, where that is not so already. */
  #wish(names: ReadonlySet<string>): void {
    const wanted = Object.entries(this.#state).flatMap(([key, text]): [string, string | null][] => {
      const asked = this.getAttribute(key);
      return names.has(key) && (this.#waits || (asked ?? this.#defaults[key]) !== text) ? [[key, asked]] : [];
    });
    if (wanted.length > 0) this.#ask({ type: 'set', state: Object.fromEntries(wanted) });
  }
}

const isStateKey = (key: string) => KEY.test(key) && !NOT_STATE.has(key);

/** The texts among some values, by keys that can be attributes of the state. */
function texts(values: Readonly<Record<string, unknown>>): Texts {
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string] => isStateKey(entry[0]) && isText(entry[1]),
    ),
  );
}
