import { type FromHost, isFields, NAMESPACE, sealed, VERSION } from './messages.ts';
import { onThemeChange, themeBehind } from './page-theme.ts';

const LEAST_PX = 120;
const MOST_PX = 4_000;

/** Where this script came from, `…/embed/v1/`: its frames come from `…/embed/` beside it. */
const script = document.currentScript;
export const base = new URL('.', script instanceof HTMLScriptElement ? script.src : location.href).href;
const home = new URL('..', base).href;

type Fields = Readonly<Record<string, unknown>>;

/** The frames of ours on a page: those in its own document, and those that custom elements hold. */
class Frames {
  /** Frames inside custom elements, which no query finds, with who wants to hear what they say. */
  readonly #held = new Map<HTMLIFrameElement, (message: Fields) => void>();
  /** What each was told last. */
  readonly #themes = new WeakMap<HTMLIFrameElement, string>();

  /** Sizes frames and keeps them in the page's colours, from now on. */
  watch(): void {
    addEventListener('message', ({ source, data }) => {
      // Two frames of one page may say the same: who says it is known by its window alone.
      if (!isFields(data) || data.ns !== NAMESPACE || data.v !== VERSION) return;
      const frame = this.#all().find(
        ({ contentWindow }) => contentWindow !== null && contentWindow === source,
      );
      if (frame !== undefined) this.#hear(frame, data);
    });
    onThemeChange(() => {
      for (const frame of this.#all()) this.#passTheme(frame);
    });
    // Frames that woke before this script did say hello again.
    for (const frame of this.#all()) this.post(frame, { type: 'init' });
  }

  hold(frame: HTMLIFrameElement, hear: (message: Fields) => void): void {
    this.#held.set(frame, hear);
  }

  release(frame: HTMLIFrameElement): void {
    this.#held.delete(frame);
  }

  post(frame: HTMLIFrameElement, message: FromHost): void {
    frame.contentWindow?.postMessage(sealed(message), '*');
  }

  #all(): HTMLIFrameElement[] {
    const plain = [...document.querySelectorAll('iframe')].filter(({ src }) => src.startsWith(home));
    return [...plain, ...this.#held.keys()];
  }

  #hear(frame: HTMLIFrameElement, message: Fields): void {
    const { type, height } = message;
    if (type === 'hello') {
      this.#themes.delete(frame);
      this.#passTheme(frame);
    }
    this.#held.get(frame)?.(message);
    if (type === 'size' && typeof height === 'number' && Number.isFinite(height)) size(frame, height);
  }

  /** A frame whose own address asks for a theme keeps it. */
  #passTheme(frame: HTMLIFrameElement): void {
    const asked = new URL(frame.src, location.href).searchParams.get('theme');
    const value = asked === 'light' || asked === 'dark' ? asked : themeBehind(frame);
    if (this.#themes.get(frame) === value) return;
    this.#themes.set(frame, value);
    // A browser paints a ground behind frames whose colour scheme is not their page's.
    frame.style.colorScheme = value;
    if (value !== asked) this.post(frame, { type: 'theme', value });
  }
}

export const frames = new Frames();

function size(frame: HTMLIFrameElement, height: number): void {
  const { boxSizing, paddingTop, paddingBottom } = getComputedStyle(frame);
  const padding = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
  const edge = boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight + padding : 0;
  frame.style.height = `${Math.min(MOST_PX, Math.max(LEAST_PX, height)) + edge}px`;
}
