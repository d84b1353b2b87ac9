import { existsSync, readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { named } from '#evidence/basis.ts';
import { readSetting, writeSetting } from '#state/address.ts';
import { wholeOf } from '#state/view.svelte.ts';
import { isWorldKey, worldSettings } from '#state/world.ts';
import { widgets } from '#widgets/registry.ts';
import { projectFolder } from '../../scripts/sites.ts';
import { widgetFolders } from '../../src/integrations/widget-folders.ts';

const root = pathToFileURL(projectFolder);
const folder = new URL('src/widgets/', root);

describe('the registry', () => {
  test('holds each folder’s widget, under the folder’s name', () => {
    const folders = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders.length).toBeGreaterThan(0);
    expect(widgets.map(({ id }) => id)).toEqual(folders.sort((a, b) => a.localeCompare(b)));
  });

  test('knows as many widgets as the build does, each with the files that the build needs', () => {
    expect(
      widgetFolders(root)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(widgets.map(({ id }) => id).sort());
    for (const { id, component } of widgetFolders(root)) {
      for (const file of ['island.astro', component])
        expect(existsSync(new URL(`${id}/${file}`, folder))).toBe(true);
    }
  });
});

describe.each(widgets.map((widget) => [widget.id, widget] as const))('%s', (_, widget) => {
  const states = [...widget.presets, widget.challenge];

  test('asks a question, makes a claim, and gives a reason for each of its states', () => {
    expect(widget.question).toMatch(/\?$/);
    expect(widget.claim).toMatch(/\.$/);
    for (const { title, why } of states) {
      expect(title).toMatch(/\S/);
      expect(why).toMatch(/\S.*[.!?]$/);
    }
  });

  test('calls each of its states by a name of its own', () => {
    const ids = states.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(new Set(states.map(({ title }) => title)).size).toBe(states.length);
  });

  test('has presets that a link can hold: each value is read from the address as it was written', () => {
    for (const { state } of states) {
      for (const [key, value] of Object.entries(state)) {
        const setting = widget.settings[key];
        if (setting === undefined || value === undefined) throw new Error(`${key} is no setting`);
        expect(readSetting(setting, writeSetting(setting, value))).toEqual({ value, notice: null });
      }
    }
  });

  test('has something behind each of its numbers, in each of its states: a setting, a fact or a reason', () => {
    for (const { state } of states) {
      for (const [name, computed] of Object.entries(widget.results)) {
        const given = computed.given?.(wholeOf(widget.settings, state)) ?? [];
        expect(computed.from.length + given.length, name).toBeGreaterThan(0);
        for (const { symbol, facts, assumed = '' } of given) {
          expect(named(facts, widget.facts).map(({ id }) => id)).toEqual(facts);
          expect(`${facts.join()}${assumed}`, `${name}: ${symbol}`).not.toBe('');
        }
      }
    }
  });

  test('has no preset that asks for more than another of its quantities allows', () => {
    for (const { state } of states) {
      for (const setting of Object.values(widget.settings)) {
        if (setting.kind === 'choice' || setting.within === undefined) continue;
        const shown = (key: string) => Number(state[key] ?? widget.settings[key]?.default);
        expect(shown(setting.key)).toBeLessThanOrEqual(shown(setting.within));
      }
    }
  });

  test('shares the world’s settings as they are, not its own version of them', () => {
    for (const [key, setting] of Object.entries(widget.settings)) {
      if (isWorldKey(key)) expect(setting).toBe(worldSettings[key]);
    }
  });
});
