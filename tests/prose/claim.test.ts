import { describe, expect, test } from 'vitest';
import { type Along, breakOf, checkClaim, moved, readClaim, type Written } from '#prose/claim.ts';
import { clamp } from '#state/quantity.ts';
import { essayWorld, type World, worldResults, worldSettings } from '#state/world.ts';
import { fc, from } from '../model/properties.ts';

const { doubling, lead, commit } = worldSettings;

const anyWorld: fc.Arbitrary<World> = fc
  .record({
    doubling: from(doubling.min, doubling.max),
    lead: from(lead.min, lead.max),
    covered: from(0, 1),
  })
  .map(({ covered, ...world }) => ({ ...world, commit: world.lead * covered }));

const sentences = [
  'scarcity > 2',
  'scarcity > 1.25',
  '2 >= scarcity',
  'uncovered > 0',
  'uncovered <= 0',
  'lead > doubling',
  'overbuild < 3',
  'overbuild >= scarcity',
  'lead > 11mo',
  'commit >= lead',
  'product > 10',
  'doublings <= 3.5',
];
const alongs: Along[] = ['doubling', 'lead', 'commit'];
const cases = alongs.flatMap((along) => sentences.map((holds) => ({ holds, along })));

/** The ends between which a quantity may lie in a world. */
function rangeOf(along: Along, world: World) {
  const { min, max } = worldSettings[along];
  return { min, max: along === 'commit' ? Math.min(max, world.lead) : max };
}

describe('where a claim turns over', () => {
  test.each(cases)('“$holds” along $along: true on the one side, false on the other', ({ holds, along }) => {
    const claim = readClaim(holds, along);
    fc.assert(
      fc.property(anyWorld, (world) => {
        const { min, max } = rangeOf(along, world);
        const holdsAt = (value: number) => claim.holds(moved(world, along, clamp(value, min, max)));
        const turn = breakOf(claim, world);
        if (turn === null) {
          const seen = Array.from({ length: 200 }, (_, index) => holdsAt(min + ((max - min) * index) / 199));
          expect(new Set(seen).size).toBe(1);
          return;
        }
        const { value, holdsAbove, shown } = turn;
        const hair = (max - min) * (holdsAbove ? 1e-9 : -1e-9);
        expect(value).toBeGreaterThanOrEqual(min);
        expect(value).toBeLessThanOrEqual(max);
        expect(holdsAt(value + hair)).toBe(true);
        expect(holdsAt(value - hair)).toBe(false);

        expect(shown).toBeGreaterThanOrEqual(min);
        expect(shown).toBeLessThanOrEqual(max);
        expect(holdsAt(shown)).toBe(true);
        if (holdsAbove) expect(shown).toBeGreaterThanOrEqual(value - hair);
        else expect(shown).toBeLessThanOrEqual(value - hair);
      }),
    );
  });

  test('is where the arithmetic says', () => {
    expect(breakOf(readClaim('scarcity > 2', 'lead'), essayWorld)?.value).toBeCloseTo(essayWorld.doubling, 9);
    expect(breakOf(readClaim('scarcity > 2', 'doubling'), essayWorld)?.value).toBeCloseTo(essayWorld.lead, 9);
    expect(breakOf(readClaim('scarcity > 2', 'commit'), essayWorld)?.value).toBeCloseTo(
      essayWorld.lead - essayWorld.doubling,
      9,
    );
    expect(breakOf(readClaim('overbuild < 8', 'commit'), essayWorld)).toMatchObject({ holdsAbove: false });
  });

  test('is shown as the slider would show it, never on the false side', () => {
    const turn = breakOf(readClaim('uncovered > 0', 'commit'), essayWorld);
    expect(turn?.holdsAbove).toBe(false);
    expect(turn?.value).toBeCloseTo(essayWorld.lead, 9);
    expect(turn?.shown).toBeLessThan(essayWorld.lead);
    expect(turn?.shown).toBeGreaterThan(essayWorld.lead - 0.2);
  });

  test('is nowhere for what is true or false of every world', () => {
    for (const along of alongs) {
      for (const holds of ['scarcity >= 1', 'lead < 3mo', 'commit > lead', '1 < 2'])
        expect(breakOf(readClaim(holds, along), essayWorld)).toBeNull();
    }
  });
});

describe('a world with one quantity moved', () => {
  test('is the same in all else, but for a commitment that no longer fits', () => {
    fc.assert(
      fc.property(anyWorld, fc.constantFrom(...alongs), from(0, 1), (world, along, share) => {
        const { min, max } = rangeOf(along, world);
        const value = min + (max - min) * share;
        const next = moved(world, along, value);
        expect(next[along]).toBe(value);
        expect(next.commit).toBeLessThanOrEqual(next.lead);
        expect(next).toEqual({ ...world, [along]: value, commit: next.commit });
        if (along === 'doubling') expect(next.commit).toBe(world.commit);
      }),
    );
    expect(commit.within).toBe('lead');
  });
});

describe('reading a claim', () => {
  test.each([
    ['<', [true, false, false]],
    ['<=', [true, true, false]],
    ['>', [false, false, true]],
    ['>=', [false, true, true]],
  ])('compares with %s', (sign, expected) => {
    const claim = readClaim(`lead ${sign} 2`, 'lead');
    expect([1.5, 2, 2.5].map((years) => claim.holds({ ...essayWorld, lead: years }))).toEqual(expected);
  });

  test('knows every quantity and result of the world, on either side', () => {
    const world = { doubling: 0.5, lead: 2, commit: 1 };
    for (const [name, { of }] of Object.entries(worldResults)) {
      expect(readClaim(`${name} >= ${of(world)}`, 'lead').holds(world)).toBe(true);
      expect(readClaim(`${of(world)}<${name}`, 'lead').holds(world)).toBe(false);
    }
    for (const key of alongs) expect(readClaim(`${key}<=${world[key]}`, key).holds(world)).toBe(true);
  });

  test('takes times in years, months and days', () => {
    const at = (years: number) => ({ ...essayWorld, lead: years });
    for (const [text, years] of [
      ['18mo', 1.5],
      ['1.5y', 1.5],
      ['1461d', 4],
      ['1.5', 1.5],
    ] as const) {
      const claim = readClaim(`lead >= ${text}`, 'lead');
      expect(claim.holds(at(years))).toBe(true);
      expect(claim.holds(at(years - 1e-9))).toBe(false);
    }
  });

  test('gives its author the compared numbers', () => {
    expect(readClaim('scarcity > lead', 'lead').numbers({ doubling: 1, lead: 2, commit: 0 })).toBe(
      'scarcity is 4, lead is 2',
    );
  });
});

describe('checking a claim', () => {
  const written: Written = {
    id: 'half-missing',
    holds: 'scarcity > 2',
    along: 'lead',
    otherwise: 'At least half is there.',
    place: 'sections/3.mdx:13',
  };
  const checking = (change: Partial<Written>, world = essayWorld) => {
    return () => checkClaim({ ...written, ...change }, world);
  };

  test('lets pass what is true of the essay’s world', () => {
    expect(checking({})).not.toThrow();
  });

  test('throws where it is false, naming the place, the claim and the values', () => {
    const covered = { doubling: 1, lead: 2, commit: 1 };
    expect(checking({}, covered)).toThrow('sections/3.mdx:13');
    expect(checking({}, covered)).toThrow('“half-missing”');
    expect(checking({}, covered)).toThrow('scarcity > 2');
    expect(checking({}, covered)).toThrow('scarcity is 2, 2 is 2');
  });

  test('throws exactly where the claim does not hold', () => {
    fc.assert(
      fc.property(anyWorld, fc.constantFrom(...cases), (world, { holds, along }) => {
        const check = expect(checking({ holds, along }, world));
        if (readClaim(holds, along).holds(world)) check.not.toThrow();
        else check.toThrow('is false of the essay’s own world');
      }),
    );
  });

  const comparison = /wanted: two numbers and <, >, <= or >= between them/;
  const name = /wanted: a number, a time such as 11mo, or one of doubling, lead, commit, .*scarcity/;
  const along = /wanted: one of doubling, lead, commit/;
  const id = /wanted: an id of small letters, digits and hyphens/;
  const otherwise = /no otherwise: wanted: what is true where it is not/;

  test.each<[string, Partial<Written>, RegExp]>([
    ['no comparison', { holds: 'scarcity' }, comparison],
    ['nothing at all', { holds: '' }, comparison],
    ['an odd sign', { holds: 'scarcity == 2' }, comparison],
    ['a sign of one’s own', { holds: 'scarcity => 2' }, comparison],
    ['two signs', { holds: '1 < scarcity < 2' }, comparison],
    ['one side only', { holds: '> 2' }, comparison],
    ['arithmetic', { holds: 'scarcity > 1 + 1' }, comparison],
    ['an unknown name', { holds: 'shortage > 2' }, name],
    ['an unknown name on the right', { holds: 'scarcity > shortage' }, name],
    ['an unknown unit', { holds: 'lead > 2weeks' }, name],
    ['no end of a number', { holds: 'lead < Infinity' }, name],
    ['a name that every object has', { holds: 'constructor > 2' }, name],
    ['a name that every object has, on the right', { holds: 'scarcity > toString' }, name],
    ['what every object comes from', { holds: '__proto__ > 2' }, name],
    ['an unknown along', { along: 'ceiling' }, along],
    ['a result for its along', { along: 'scarcity' }, along],
    ['no along', { along: '' }, along],
    ['an along that every object has', { along: 'constructor' }, along],
    ['an along that every object comes from', { along: '__proto__' }, along],
    ['no id', { id: '' }, id],
    ['an id with capitals', { id: 'Half' }, id],
    ['an id with a space', { id: 'half missing' }, id],
    ['an id that ends in a hyphen', { id: 'half-' }, id],
    ['an id of two lines', { id: 'half\n' }, id],
    ['an id that every object comes from', { id: '__proto__' }, id],
    ['no otherwise', { otherwise: '' }, otherwise],
    ['no otherwise at all', { otherwise: undefined }, otherwise],
    ['a blank otherwise', { otherwise: ' \n' }, otherwise],
  ])('refuses %s, and says where and what is wanted', (_, change, wanted) => {
    expect(checking(change)).toThrow(wanted);
    expect(checking(change)).toThrow(`sections/3.mdx:13: the claim “${change.id ?? written.id}”`);
  });
});
