import { type FromFrame, sealed } from './messages.ts';

/** The frame's own address, as far as hosts write into it. */
export interface Place {
  readonly href: string;
  readonly search: string;
  readonly hash: string;
}

const WORD = /^[a-zA-Z0-9]{1,64}$/;
const CHILD = /^[\w.-]{1,64}$/;

/** The secret by which WordPress knows a frame it made; null elsewhere. */
export function secretOf({ hash }: Pick<Place, 'hash'>): string | null {
  const secret = new URLSearchParams(hash.replace(/^#\??/, '')).get('secret');
  return secret !== null && WORD.test(secret) ? secret : null;
}

/** A height in every dialect that the host may speak: ours, Embedly's, AMP's, and WordPress's and pym's where they made the frame. */
export function heightMessages(height: number, place: Place): unknown[] {
  const size: FromFrame = { type: 'size', height };
  const secret = secretOf(place);
  const child = new URLSearchParams(place.search).get('childId');
  return [
    sealed(size),
    JSON.stringify({ src: place.href, context: 'iframe.resize', height }),
    { sentinel: 'amp', type: 'embed-size', height },
    ...(secret === null ? [] : [{ message: 'height', value: height, secret }]),
    ...(child !== null && CHILD.test(child) ? [`pymxPYMx${child}xPYMxheightxPYMx${height}`] : []),
  ];
}

/**
 * How WordPress is asked to follow a link: its frames may open nothing themselves. It goes nowhere but to the frame's
 * own host; null for any other link, and any other host page.
 */
export function linkMessage(link: string, place: Pick<Place, 'href' | 'hash'>): unknown {
  const secret = secretOf(place);
  if (secret === null || !/^https?:/.test(link)) return null;
  return new URL(link).host === new URL(place.href).host ? { message: 'link', value: link, secret } : null;
}

/** Whether a host that speaks WordPress's dialect asks for the height again. */
export function asksForHeight(data: unknown, place: Place): boolean {
  if (typeof data !== 'object' || data === null || !('message' in data) || !('secret' in data)) return false;
  return data.message === 'ready' && typeof data.secret === 'string' && data.secret === secretOf(place);
}
