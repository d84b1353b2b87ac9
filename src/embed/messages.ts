/** What a frame and the page around it say to each other; `EMBED.md` has it in words. Read by both ends. */

export const NAMESPACE = 'queue';
export const VERSION = 1;

export type Theme = 'auto' | 'light' | 'dark';
/** The asker's own mark, which the answer carries back. */
export type Re = string | number;
/** A whole state: every key of the widget's, as an address would say it. */
export type State = Readonly<Record<string, string>>;
/** What a host asks for: an address's words, a number in the key's own unit, or null for the essay's own value. */
export type Asked = Readonly<Record<string, string | number | null>>;

export type ErrorCode = 'malformed' | 'version' | 'unknown' | 'too-large' | 'state' | 'busy';

/** What a host may know of one key. */
export interface KeySchema {
  readonly kind: 'quantity' | 'choice';
  readonly label: string;
  readonly default: string;
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly options?: readonly string[];
}

export type FromFrame =
  | {
      readonly type: 'hello';
      readonly widget: string;
      readonly build: string;
      readonly schema: Readonly<Record<string, KeySchema>>;
      /** What the host calls this frame, if it said so. */
      readonly id?: Re;
    }
  | { readonly type: 'size'; readonly height: number }
  | { readonly type: 'state'; readonly state: State; readonly cause: 'user' | 'api'; readonly re?: Re }
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'error'; readonly code: ErrorCode; readonly re?: Re };

export type FromHost =
  | { readonly type: 'init'; readonly id?: Re; readonly theme?: Theme }
  | { readonly type: 'get'; readonly re?: Re }
  | { readonly type: 'set'; readonly state: Asked; readonly re?: Re }
  | { readonly type: 'theme'; readonly value: Theme };

/** What came of listening: a message, the answer that a bad one gets, or nothing, where it is not for us. */
export type Heard =
  | { readonly message: FromHost }
  | { readonly error: { readonly code: ErrorCode; readonly re?: Re } }
  | null;

/** In characters, about. The longest honest message is a tenth of it. */
const MOST = 4_000;
const LONGEST_TEXT = 200;

type Fields = Readonly<Record<string, unknown>>;

/** Reads whatever a page around a frame may post. Total: anything at all is a message, an error or not ours. */
export function hear(data: unknown): Heard {
  if (!isFields(data) || data.ns !== NAMESPACE || data.type === 'error') return null;
  // Its mark is echoed only where it is one: an answer is never larger than what asked.
  const re = isRe(data.re) ? { re: data.re } : {};
  const bad = (code: ErrorCode): Heard => ({ error: { code, ...re } });
  if (isTooLarge(data)) return bad('too-large');
  if (data.v !== VERSION) return bad('version');
  if (data.re !== undefined && !isRe(data.re)) return bad('malformed');

  const { type, id, theme, state, value } = data;
  switch (type) {
    case 'init':
      if (id !== undefined && !isRe(id)) return bad('malformed');
      if (theme !== undefined && !isTheme(theme)) return bad('malformed');
      return {
        message: { type, ...(id === undefined ? {} : { id }), ...(theme === undefined ? {} : { theme }) },
      };
    case 'get':
      return { message: { type, ...re } };
    case 'set':
      return isAsked(state) ? { message: { type, state, ...re } } : bad('malformed');
    case 'theme':
      return isTheme(value) ? { message: { type, value } } : bad('malformed');
    default:
      return bad(typeof type === 'string' ? 'unknown' : 'malformed');
  }
}

/** As it is posted. */
export function sealed<M extends FromFrame | FromHost>(message: M) {
  return { ns: NAMESPACE, v: VERSION, ...message };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTheme(value: unknown): value is Theme {
  return value === 'auto' || value === 'light' || value === 'dark';
}

function isRe(value: unknown): value is Re {
  return isText(value) || (typeof value === 'number' && Number.isFinite(value));
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_TEXT;
}

function isAsked(value: unknown): value is Asked {
  return isFields(value) && Object.values(value).every((each) => each === null || isRe(each));
}

/** Whether a message holds more than any honest one. Looks no further than that. */
function isTooLarge(data: unknown): boolean {
  let left = MOST;
  const weigh = (value: unknown): void => {
    left -= typeof value === 'string' ? value.length : 1;
    if (left < 0 || typeof value !== 'object' || value === null) return;
    // Bytes are no part of any message, and would be counted one by one.
    if (ArrayBuffer.isView(value)) left = -1;
    else
      for (const [key, each] of Object.entries(value)) {
        left -= key.length;
        weigh(each);
        if (left < 0) return;
      }
  };
  weigh(data);
  return left < 0;
}
