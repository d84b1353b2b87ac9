import type { Tone } from '#state/quantity.ts';

/** A piece of a sentence that a widget writes: plain, or marked by what it is. */
export type Part =
  | string
  | {
      readonly text: string;
      /** The colour role, or `strong` for weight alone. */
      readonly tone?: Tone | 'strong' | 'yours';
      /** A number the model computed: its public name and full value. */
      readonly result?: string;
      readonly value?: number;
      /** A number the reader sets: the key of its setting. */
      readonly setting?: string;
    };

/** The sentence as plain text, for a live region, a description or a test. */
export function plain(parts: readonly Part[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}
