import { describe, expect, test } from 'vitest';
import { defaultsOf, wholeOf } from '#state/view.svelte.ts';
import { drawsEssays, footOf } from '#widgets/picture-words.ts';
import { widgets } from '#widgets/registry.ts';

const taken = { host: 'example.org', date: '2026-07-03', hasEssays: false };

describe.each(widgets.map((spec) => ({ id: spec.id, spec })))('below a picture of $id', ({ spec }) => {
  test('each choice stands in the words that readers pick it by, not in those of an address', () => {
    const states = [{}, ...[...spec.presets, spec.challenge].map(({ state }) => state)];
    for (const state of states.map((one) => wholeOf(spec.settings, one))) {
      const said = footOf(spec, state, taken).join(' ');
      for (const setting of Object.values(spec.settings)) {
        if (setting.kind === 'quantity') continue;
        const option = setting.options.find(({ value }) => value === String(state[setting.key]));
        expect(said).toContain(`${setting.label}: ${option?.label}`);
      }
      expect(said).not.toMatch(/: [a-z]+-[a-z]+(-[a-z]+)*[;.]/);
    }
  });

  test('dashed grey is explained where it is drawn, and nowhere else', () => {
    const state = defaultsOf(spec.settings);
    expect(footOf(spec, state, { ...taken, hasEssays: true })[0]).toContain('Dashed grey');
    expect(footOf(spec, state, taken).join(' ')).not.toContain('Dashed grey');
  });
});

test('a drawing has the essay’s own state in it where one of its elements is not empty', () => {
  expect(drawsEssays('<svg><path class="reference s-1" d="M0,0"></path></svg>')).toBe(true);
  expect(drawsEssays('<svg><path class="home s-1" d="M0,0"></path></svg>')).toBe(true);
  expect(drawsEssays('<svg><path class="reference s-1" d=""></path></svg>')).toBe(false);
  expect(drawsEssays('<svg><path class="line" d="M0,0"></path></svg>')).toBe(false);
  // The slider’s own mark is no part of the picture.
  expect(drawsEssays('<svg><line class="home" x1="1"></line></svg>')).toBe(false);
});
