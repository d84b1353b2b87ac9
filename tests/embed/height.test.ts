import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asksForHeight, heightMessages, linkMessage, secretOf } from '#embed/dialects.ts';
import { Height } from '#embed/height.ts';
import { keyForHost, type Press } from '#embed/keys.ts';
import { Rate } from '#embed/rate.ts';
import { Run } from '#embed/run.ts';

describe('a height is told', () => {
  test('as whole px, when it has changed by two or more, up and down', () => {
    const height = new Height();
    expect([500.2, 501, 502.9, 503, 480, 478.5, 478].map((px, at) => height.next(px, at))).toEqual([
      501,
      null,
      503,
      null,
      480,
      null,
      478,
    ]);
  });

  test('no more once it has grown twenty times in two seconds, until the reader acts', () => {
    const height = new Height();
    const told = Array.from({ length: 40 }, (_, index) => height.next(100 + 10 * index, 50 * index));
    expect(told.filter((px) => px !== null)).toHaveLength(20);
    expect(height.next(900, 2_500)).toBeNull();
    height.resume();
    expect(height.next(900, 2_501)).toBe(900);
  });

  test('or until it has been still for two seconds, however long it ran', () => {
    const height = new Height();
    const now = 10_000;
    const px = 3_000;
    for (let step = 0; step <= 200; step++) height.next(1_000 + 10 * step, 50 * step);
    const last = height.told;
    expect(height.next(px + 10, now + 1_900)).toBeNull();
    expect(height.next(px + 20, now + 3_800)).toBeNull();
    expect(height.told).toBe(last);
    expect(height.next(px + 30, now + 5_800)).toBe(px + 30);
    expect(height.next(px, now + 5_850)).toBe(px);
  });

  test('unless there is none, as in a frame that is not shown', () => {
    const height = new Height();
    expect([0, 500, 0, 500, 600].map((px, at) => height.next(px, at))).toEqual([null, 500, null, null, 600]);
  });

  test('as often as it likes where it takes its time', () => {
    const height = new Height();
    const told = Array.from({ length: 100 }, (_, index) => height.next(100 + 10 * index, 150 * index));
    expect(told).not.toContain(null);
  });

  test('never more than twenty times up in any two seconds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0, max: 5_000, noNaN: true }), fc.nat(300)), { maxLength: 200 }),
        (steps) => {
          const height = new Height();
          let now = 0;
          let before = 0;
          const ups: number[] = [];
          for (const [px, later] of steps) {
            now += later;
            const told = height.next(px, now);
            if (told === null) continue;
            if (told > before) ups.push(now);
            before = told;
          }
          for (const at of ups)
            expect(ups.filter((up) => up >= at && up - at < 2_000).length).toBeLessThanOrEqual(20);
        },
      ),
    );
  });
});

describe('in the dialects of hosts', () => {
  const place = { href: 'https://x.example/embed/', search: '', hash: '' };

  test('everybody hears ours, Embedly’s and AMP’s', () => {
    const [ours, embedly, amp, ...others] = heightMessages(500, place);
    expect(ours).toEqual({ ns: 'queue', v: 1, type: 'size', height: 500 });
    expect(JSON.parse(String(embedly))).toEqual({ src: place.href, context: 'iframe.resize', height: 500 });
    expect(amp).toEqual({ sentinel: 'amp', type: 'embed-size', height: 500 });
    expect(others).toEqual([]);
  });

  test('WordPress and pym hear theirs where they made the frame', () => {
    expect(heightMessages(500, { ...place, hash: '#?secret=Ab12Cd34Ef' })).toContainEqual({
      message: 'height',
      value: 500,
      secret: 'Ab12Cd34Ef',
    });
    expect(heightMessages(500, { ...place, search: '?lead=2y&childId=graph-0' })).toContainEqual(
      'pymxPYMxgraph-0xPYMxheightxPYMx500',
    );
  });

  test('a secret or a name that is none stays unsaid', () => {
    for (const hash of [
      '',
      '#',
      '#?secret=',
      '#?secret=a-b',
      '#?secret=<b>',
      '#the-answer',
      `#?secret=${'a'.repeat(99)}`,
    ])
      expect(secretOf({ hash })).toBeNull();
    for (const id of ['', '<b>', 'a b', 'xPYMx x', 'a'.repeat(99)])
      expect(heightMessages(500, { ...place, search: `?childId=${encodeURIComponent(id)}` })).toHaveLength(3);
  });

  test('WordPress may ask for it again, with its own secret', () => {
    const at = { ...place, hash: '#?secret=abc' };
    expect(asksForHeight({ message: 'ready', secret: 'abc' }, at)).toBe(true);
    for (const data of [
      { message: 'ready', secret: 'abd' },
      { message: 'height', secret: 'abc' },
      null,
      'ready',
      { message: 'ready' },
    ])
      expect(asksForHeight(data, at)).toBe(false);
    expect(asksForHeight({ message: 'ready', secret: null }, place)).toBe(false);
  });

  test('WordPress is asked to follow a link to our own host, and to no other', () => {
    const at = { ...place, hash: '#?secret=abc' };
    const link = 'https://x.example/#scarcity';
    expect(linkMessage(link, at)).toEqual({ message: 'link', value: link, secret: 'abc' });
    for (const other of [
      'https://y.example/',
      'https://x.example:8000/',
      'javascript:alert(1)',
      'mailto:a@x.example',
      'blob:https://x.example/1',
      '',
    ])
      expect(linkMessage(other, at), other).toBeNull();
    expect(linkMessage(link, place)).toBeNull();
  });

  test('any address at all has its dialects', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        (search, hash) => heightMessages(1, { href: 'x', search, hash }).length >= 3,
      ),
    );
  });
});

describe('a key goes to the host', () => {
  const press: Press = {
    key: 'f',
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    defaultPrevented: false,
    within: () => false,
    isOpen: false,
  };
  const on = (tag: string) => (selector: string) =>
    selector.startsWith(tag) || selector.includes(`[role=${tag}]`);

  test.each(['PageDown', 'PageUp', 'f', 'b', 'Escape', '.'])('%s', (key) => {
    expect(keyForHost({ ...press, key })).toBe(key);
  });
  test('as a small letter', () => expect(keyForHost({ ...press, key: 'B' })).toBe('b'));
  test.each<Partial<Press>>([
    { key: 'a' },
    { key: 'Tab' },
    { ctrlKey: true },
    { metaKey: true },
    { altKey: true },
    { defaultPrevented: true },
    { key: 'PageDown', within: on('slider') },
    { key: 'Escape', isOpen: true },
    { key: '.', within: (selector) => selector.includes('textarea') },
  ])('but not %j', (change) => {
    expect(keyForHost({ ...press, ...change })).toBeNull();
  });
});

describe('what a host sets goes on with what it set before', () => {
  test('where that is less than a second ago', () => {
    const run = new Run();
    expect(run.goesOn(0, 0)).toBe(false);
    run.step(0, 1);
    expect([run.goesOn(999, 1), run.goesOn(1_000, 1)]).toEqual([true, false]);
    run.step(999, 2);
    expect(run.goesOn(1_900, 2)).toBe(true);
  });

  test('and no hand has let go of anything since', () => {
    const run = new Run();
    run.step(0, 1);
    expect(run.goesOn(10, 2)).toBe(false);
  });
});

test('as many changes a second as a fast screen draws are let through', () => {
  const rate = new Rate();
  const passed = Array.from({ length: 10_000 }, (_, index) => rate.allows(2_000 + index / 10)).filter(
    Boolean,
  );
  expect(passed).toHaveLength(240);
  expect(rate.allows(3_100)).toBe(true);
});
