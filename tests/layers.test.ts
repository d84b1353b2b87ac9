import { describe, expect, test } from 'vitest';
import { breaches } from '../scripts/layers/check.ts';
import { readSources } from '../scripts/layers/sources.ts';
import { projectFolder } from '../scripts/sites.ts';

test('every file keeps to its room, and arrows point one way', () => {
  const sources = readSources(projectFolder, ['src', 'content']);
  expect(sources.size).toBeGreaterThan(50);
  expect(breaches(sources)).toEqual([]);
});

const widgets = { 'src/widgets/scarcity/spec.ts': '', 'src/widgets/queue/spec.ts': '' };
const found = (path: string, text: string) => breaches(new Map(Object.entries({ ...widgets, [path]: text })));

describe('a breach is found, and named with its file, its import and the rule', () => {
  const arrow = (room: string, specifier: string) =>
    `src/${room}/a.ts:1: imports ${specifier}, but ${room} may import only`;

  test.each([
    ['model', '#evidence/fact.ts'],
    ['evidence', '#state/world.ts'],
    ['chart', '#state/world.ts'],
    ['controls', '#evidence/fact.ts'],
    ['controls', '#chart/axes.ts'],
    ['widgets', '#prose/Figure.svelte'],
    ['prose', '#layouts/Essay.astro'],
    ['embed', '#prose/Figure.svelte'],
    ['talk', '#embed/frame.ts'],
    ['layouts', '#talk/stage.ts'],
    ['styles', '#model/law.ts'],
    ['chart', '#integrations/ledger.ts'],
  ])('%s may not import %s', (room, specifier) => {
    const lines = found(`src/${room}/a.ts`, `import { a } from '${specifier}';`);
    expect(lines.join()).toContain(arrow(room, specifier));
  });

  test.each([
    ['a type', "import type { Fact } from '#evidence/fact.ts';"],
    ['a bare import', "import '#evidence/fact.ts';"],
    ['an export', "export * from '#evidence/fact.ts';"],
    ['an import() of a string', "await import('#evidence/fact.ts');"],
    ['an import() of a template', 'await import(`#evidence/fact.ts`);'],
    ['a type inside a type', "type Fact = import('#evidence/fact.ts').Fact;"],
    ['a glob', "import.meta.glob('#evidence/*.ts');"],
    ['a list of globs', "import.meta.glob(['./*.ts', '#evidence/*.ts']);"],
    ['a query', "import text from '#evidence/fact.ts?raw';"],
  ])('however it is written: %s', (_, text) => {
    expect(found('src/model/a.ts', text).join()).toMatch(
      /^src\/model\/a\.ts:1: .*model may import only nothing of ours/,
    );
  });

  test.each([
    [
      'src/chart/A.svelte',
      `<script lang="ts" generics="T extends Map<string, 1>">\n  import a from '#state/a.ts';\n</script>`,
      2,
    ],
    ['src/chart/A.svelte', `<p></p>\n{#await import('#state/a.ts') then a}{a}{/await}`, 2],
    ['src/chart/A.astro', `---\nimport a from '#state/a.ts';\n---\n<p></p>`, 2],
    [
      'src/chart/A.astro',
      `---\nconst a = '<!--';\n---\n<p></p>\n<script>\nimport '#state/a.ts';\n</script>`,
      6,
    ],
    ['src/chart/A.astro', `<p></p>\n<script src="#state/a.ts"></script>`, 2],
    ['src/chart/A.svelte', `<p></p>\n<style>\n  @import url("#state/a.css");\n</style>`, 3],
    ['src/chart/a.css', `/* words */\n@import '#state/a.css' layer(base);`, 2],
  ])('wherever it is written: %s, %j', (path, text, line) => {
    expect(found(path, text)).toEqual([expect.stringMatching(`^${path}:${line}: imports #state/a`)]);
  });

  test.each([
    ['src/chart/a.ts', "import '../model/law.ts';", 'a relative import stays inside its room'],
    ['src/chart/a.ts', "import '../../content/facts/a.yaml';", 'a relative import stays inside its room'],
    ['src/chart/a.ts', "import '/src/chart/b.ts';", 'an import starts with ./'],
    ['src/chart/a.ts', "import '#charts/b.ts';", 'src/ has no room charts'],
    ['src/styles/base.css', "@import '../prose/prose.css';", 'a relative import stays inside its room'],
    ['src/content.config.ts', "import './evidence/fact.ts';", 'a relative import stays inside its room'],
    ['src/content.config.ts', "import '#layouts/Essay.astro';", 'this file may import only'],
    ['src/chart/a.ts', 'const a = (b: string) => import(b);', 'an import is written as a plain string'],
    [
      'src/chart/A.svelte',
      '{#await import(name) then a}{a}{/await}',
      'an import is written as a plain string',
    ],
    [
      'src/chart/a.ts',
      "import { G02 } from 'virtual:facts';",
      'virtual modules are read only in evidence and widgets',
    ],
    ['src/widgets/queue/a.ts', "import '../scarcity/compute.ts';", "into another widget's folder"],
    ['src/widgets/queue/a.ts', "import '#widgets/scarcity/compute.ts';", "into another widget's folder"],
    ['src/widgets/queue/a.ts', "import.meta.glob('../*/spec.ts');", "into another widget's folder"],
    ['src/widgets/registry.ts', "import './scarcity/spec.ts';", "a widget's folder is found by glob"],
    ['src/pages/index.ts', "import '#widgets/scarcity/spec.ts';", "a widget's folder is found by glob"],
    ['src/helpers/a.ts', '', 'src/ has no such room'],
    ['src/helpers.ts', '', 'src/ has no such room'],
    ['src/chart/a.ts', 'const a = b as any;', 'nothing is any'],
    ['src/chart/A.svelte', '<p>{(a as any).b}</p>', 'nothing is any'],
    ['src/chart/a.ts', "import { select } from 'd3-selection';", 'D3 does the maths'],
    ['src/chart/a.ts', "import 'd3-transition';", 'D3 does the maths'],
    ['src/chart/a.ts', "import { scaleLinear, axisBottom } from 'd3';", 'without axisBottom'],
    ['src/chart/a.ts', "import { select as pick } from 'd3';", 'without select'],
    ['src/chart/a.ts', "import * as d3 from 'd3';", 'imported by name'],
    ['src/chart/a.ts', "const ink = '#1b1a17';", 'raw colours live in src/styles/tokens.css'],
    ['src/chart/a.ts', 'const edge = `1px solid #fff`;', 'raw colours live in'],
    ['src/chart/A.svelte', '<path stroke="#FFF8" />', 'raw colours live in'],
    ['src/chart/A.svelte', '<style>\n  #fade { color: #fade; }\n</style>', 'A.svelte:2: uses #fade'],
    ['src/styles/base.css', 'a { color: #c2401c }', 'raw colours live in'],
    ['content/sections/a.mdx', "# A\n\nimport A from './A.svelte'\n", 'a.mdx:3: import A'],
    ['content/sections/a.mdx', "---\nid: a\n---\nimport A from './A.svelte'\n", 'prose imports nothing'],
    ['content/sections/a.mdx', "import A from './a'\nimport B from './b'\n", 'a.mdx:2: import B'],
    ['content/sections/a.mdx', "\nexport { a } from './a'\n", 'prose imports nothing'],
  ])('%s: %j', (path, text, rule) => {
    expect(found(path, text).join()).toContain(rule);
  });
});

describe('what is allowed is let through', () => {
  test.each([
    ['src/model/law.ts', "import { a } from './growth.ts';"],
    [
      'src/evidence/a.ts',
      "import { G02 } from 'virtual:facts';\nimport { z } from 'zod';\nimport '#model/units.ts';",
    ],
    ['src/chart/a.ts', "import { scaleLinear } from 'd3';\nimport type { Area } from 'd3-shape';"],
    ['src/widgets/registry.ts', "import.meta.glob('./*/spec.ts', { eager: true });"],
    [
      'src/widgets/queue/a.ts',
      "import '../define.ts';\nimport './compute.ts';\nimport '#widgets/registry.ts';",
    ],
    [
      'src/prose/Figure.astro',
      "---\nimport.meta.glob('#widgets/*/island.astro');\nimport '#state/world.ts';\n---\n<p></p>",
    ],
    [
      'src/layouts/Essay.astro',
      "---\nimport '#styles/base.css';\nimport '#prose/Figure.astro';\n---\n<slot />",
    ],
    [
      'src/pages/index.astro',
      "---\nimport A from '#embed/a.ts';\nimport B from '#layouts/B.astro';\n---\n<A />",
    ],
    ['src/integrations/a.ts', "import '#embed/a.ts';\nawait import(path);"],
    ['src/content.config.ts', "import { glob } from 'astro/loaders';\nimport '#evidence/fact.ts';"],
    ['src/env.d.ts', "interface Locals { a: import('#prose/a.ts').A }"],
    ['src/styles/tokens.css', ':root { --ink: #1b1a17 }'],
    ['src/styles/base.css', "@import 'reset.css';\n/* was #fff */\n#cafe:hover { color: var(--ink) }"],
    ['src/chart/a.ts', '// as any reader sees, #fff is white\nclass A { #add = 1; b = this.#add }'],
    [
      'src/chart/A.svelte',
      '<!-- import("#state/a.ts") #fff -->\n<a href="#face">1&#8211;2</a><use href="#add" /><g fill="url(#fade)" />',
    ],
    ['src/chart/A.svelte', '{#each a as b}<p>As any reader sees: import (of chips)</p>{/each}'],
    ['src/layouts/A.astro', '<script type="application/ld+json" set:html={data}></script>'],
    [
      'content/sections/a.mdx',
      'Nothing to\nimport here.\n\n```js\n\nimport a from "b"\n```\n\nExports grew.',
    ],
  ])('%s: %j', (path, text) => {
    expect(found(path, text)).toEqual([]);
  });
});
