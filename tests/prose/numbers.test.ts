import { readFileSync } from 'node:fs';
import { D16, J16 } from 'virtual:facts';
import { expect, test } from 'vitest';
import { decimal, percent } from '#model/format.ts';
import { coveredYears } from '#model/v1.ts';
import type { Settings, StateOf } from '#state/quantity.ts';
import { wholeOf } from '#state/view.svelte.ts';
import { essayWorld } from '#state/world.ts';
import { compute as computeBet } from '#widgets/bet/compute.ts';
import { spec as bet } from '#widgets/bet/spec.ts';
import type { Spec } from '#widgets/define.ts';
import { compute as computeLoop } from '#widgets/loop/compute.ts';
import { spec as loop } from '#widgets/loop/spec.ts';
import { compute as computeOverhang } from '#widgets/overhang/compute.ts';
import { amazon, google, microsoft, type Owner, oracle } from '#widgets/overhang/owners.ts';
import { spec as overhang } from '#widgets/overhang/spec.ts';

/** What the prose says in its own words of a figure's numbers is what the figure computes. */
const section = (name: string) =>
  readFileSync(new URL(`../../content/sections/${name}.mdx`, import.meta.url), 'utf8')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ');

function presetOf<S extends Settings>({ presets, settings }: Spec<S>, id: string): StateOf<S> {
  const preset = presets.find((each) => each.id === id);
  if (preset === undefined) throw new Error(`there is no ${id}`);
  return wholeOf(settings, preset.state);
}

test('section 5: what breaks the promise', () => {
  const money = section('5-follow-the-money');
  const essays = wholeOf(loop.settings, {});
  const { coverage, breakEvenGrowth } = computeLoop(essays);
  expect(money).toContain(`covers the rest ${decimal(coverage ?? 0, 1)} times`);
  expect(money).toContain(`a fall of more than ${percent(-(breakEvenGrowth ?? 0))} a year breaks it`);
  const growth = (state: typeof essays) => `${decimal(100 * (computeLoop(state).breakEvenGrowth ?? 0), 0)}%`;
  expect(money).toContain(
    `never come, sales must grow by ${growth(presetOf(loop, 'paid-only'))} a year; as OpenAI, a rival, would count them, by ${growth(presetOf(loop, 'net-revenue'))}; shared out by what falls due each year, by ${growth(presetOf(loop, 'due-each-year'))}.`,
  );
});

test('section 7: how sure one must be', () => {
  const product = section('7-the-product-that-never-changes');
  const needed = (id: string) => computeBet(presetOf(bet, id)).breakEven ?? Number.NaN;
  expect(needed('essay')).toBeCloseTo(1 / 3, 9);
  expect(product).toContain('One chance in three is enough');
  expect(product).toContain(`no more than that did, it takes ${percent(needed('fibre'))}`);
  expect(product).toContain(`and it takes ${percent(needed('h100-2026'))}`);
});

test('what to believe: how short it must have been for less than half of the wait to be signed for', () => {
  expect(section('8-what-to-believe')).toContain(
    'fails only if more than three times as much was wanted as existed',
  );
  const { doubling, lead } = essayWorld;
  const signed = (scarcity: number) =>
    coveredYears({ doublingYears: doubling, leadYears: lead, scarcity }) / lead;
  expect(signed(3)).toBeGreaterThan(1 / 2);
  expect(signed(3.3)).toBeLessThan(1 / 2);
});

test('section 7: how long until it is let again', () => {
  const product = section('7-the-product-that-never-changes');
  const essays = wholeOf(overhang.settings, {});
  const years = ({ share }: Owner, stop: typeof essays.stop = 'tenant') =>
    computeOverhang({ ...essays, share, stop }).owners[0].years ?? Number.NaN;
  const said = (owner: Owner) => decimal(years(owner), 1);
  expect(product).toContain(
    `after ${said(amazon)} years at Amazon, ${said(google)} at Google, ${said(microsoft)} at Microsoft and ${said(oracle)} at Oracle`,
  );
  // All of what OpenAI owes Oracle over what its backlog has risen to.
  const risen = oracle.share * (1 - J16.value / D16.value);
  expect(product).toContain(
    `were none of that OpenAI’s, the wait would be ${said({ ...oracle, share: risen })} years, less than Microsoft’s`,
  );
  expect(product).toContain(`every ${decimal(essays.others, 1)} years`);
  expect(product).toContain('If three tenths of all other demand stop too');
  expect(essays.shared).toBe(0.3);
  expect(product).toContain('it is two and a half years at Amazon and nearly four at Oracle');
  expect(years(amazon, 'market')).toBeCloseTo(2.5, 1);
  expect(decimal(years(oracle, 'market'), 1)).toBe('3.9');
});
