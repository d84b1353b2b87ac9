import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hear } from '#embed/messages.ts';

const sealed = { ns: 'queue', v: 1 };
/** What a page could post on purpose or by mistake. */
const anything = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true }),
  fc.record(
    {
      ns: fc.constant('queue'),
      v: fc.oneof(fc.constant(1), fc.anything()),
      type: fc.oneof(fc.constantFrom('init', 'get', 'set', 'theme', '__proto__', 'error'), fc.anything()),
      re: fc.anything(),
      state: fc.oneof(fc.dictionary(fc.string(), fc.anything()), fc.anything()),
      value: fc.anything(),
      theme: fc.anything(),
      id: fc.anything(),
    },
    { requiredKeys: ['ns'] },
  ),
);

test('anything at all is a message, an error or not for us, and never throws', () => {
  fc.assert(
    fc.property(anything, (data) => {
      const heard = hear(data);
      if (heard === null || 'error' in heard) return;
      const { message } = heard;
      expect(['init', 'get', 'set', 'theme']).toContain(message.type);
      if (message.type === 'set')
        for (const value of Object.values(message.state))
          expect(value === null || typeof value === 'string' || Number.isFinite(value)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('what has not our name gets no answer: it is for somebody else', () => {
  for (const data of [
    null,
    'pymxPYMx1xPYMxwidthxPYMx300',
    { type: 'get' },
    { ns: 'other', v: 1, type: 'get' },
    [],
    7,
  ])
    expect(hear(data)).toBeNull();
});

test('an error gets no answer, or two pages would go on for ever', () => {
  expect(hear({ ...sealed, type: 'error', code: 'malformed' })).toBeNull();
});

describe('a good message is heard, without what it need not have', () => {
  test.each([
    [
      { type: 'get', re: 'a' },
      { type: 'get', re: 'a' },
    ],
    [
      { type: 'get', re: 7, more: {} },
      { type: 'get', re: 7 },
    ],
    [{ type: 'get' }, { type: 'get' }],
    [
      { type: 'set', state: { lead: '2y', commit: 0.5, scale: null } },
      { type: 'set', state: { lead: '2y', commit: 0.5, scale: null } },
    ],
    [
      { type: 'theme', value: 'dark' },
      { type: 'theme', value: 'dark' },
    ],
    [
      { type: 'init', id: 'x', theme: 'auto' },
      { type: 'init', id: 'x', theme: 'auto' },
    ],
    [{ type: 'init' }, { type: 'init' }],
  ])('%j', (data, message) => {
    expect(hear({ ...sealed, ...data })).toEqual({ message });
  });
});

describe('a bad message is answered with what is wrong', () => {
  const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });
  test.each([
    ['version', { v: 2, type: 'get', re: 1 }],
    ['unknown', { type: 'eval', re: 1 }],
    ['malformed', { type: 7, re: 1 }],
    ['malformed', { type: 'set', re: 1 }],
    ['malformed', { type: 'set', state: [], re: 1 }],
    ['malformed', { type: 'set', state: { lead: {} }, re: 1 }],
    ['malformed', { type: 'set', state: { lead: Number.NaN }, re: 1 }],
    ['malformed', { type: 'set', state: { lead: 'x'.repeat(201) }, re: 1 }],
    ['malformed', { type: 'theme', value: 'red', re: 1 }],
    ['too-large', { type: 'set', state: { lead: 'x'.repeat(1e6) }, re: 1 }],
    ['too-large', { type: 'get', junk: 'x'.repeat(1e6), re: 1 }],
    ['too-large', { type: 'get', junk: new Uint8Array(1e6), re: 1 }],
    ['too-large', { type: 'get', junk: Array.from({ length: 1e5 }, () => 1), re: 1 }],
    ['too-large', { type: 'get', junk: deep(5_000), re: 1 }],
  ])('%s', (code, data) => {
    expect(hear({ ...sealed, ...data })).toEqual({ error: { code, re: 1 } });
  });

  test('a mark that is none is not echoed', () => {
    expect(hear({ ...sealed, type: 'get', re: { toString: 'x' } })).toEqual({ error: { code: 'malformed' } });
    expect(hear({ ...sealed, type: 'get', re: 'x'.repeat(1e6) })).toEqual({ error: { code: 'too-large' } });
  });
});

test('a message that holds itself is too large', () => {
  const data: Record<string, unknown> = { ...sealed, type: 'get' };
  data.self = data;
  expect(hear(data)).toEqual({ error: { code: 'too-large' } });
});
