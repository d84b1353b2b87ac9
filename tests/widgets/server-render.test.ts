import { pathToFileURL } from 'node:url';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { widgets } from '#widgets/registry.ts';
import type { WidgetProps } from '#widgets/widget-props.ts';
import { projectFolder } from '../../scripts/sites.ts';
import { widgetFolders } from '../../src/integrations/widget-folders.ts';

const components = import.meta.glob<{ default: Component<WidgetProps> }>('/src/widgets/*/*.svelte', {
  eager: true,
});

const drawn = widgetFolders(pathToFileURL(projectFolder)).map(({ id, component }) => {
  const found = components[`/src/widgets/${id}/${component}`]?.default;
  const spec = widgets.find((widget) => widget.id === id);
  if (found === undefined || spec === undefined) throw new Error(`${id} has no ${component}`);
  return { id, spec, Widget: found, html: render(found, { props: {} }).body };
});

/** The text inside the first element that carries an attribute. */
function textAt(html: string, attribute: string): string {
  const inside = html.match(new RegExp(`<(\\w+)[^>]*\\b${attribute}\\b[^>]*>([\\s\\S]*?)</\\1>`))?.[2] ?? '';
  return inside.replace(/<!--.*?-->|<[^>]+>/g, '').trim();
}

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? '');

describe.each(drawn)('$id, drawn without a browser', ({ spec, Widget, html }) => {
  test('is complete: its question, its sentence, a picture with lines in it, and the data as a table', () => {
    expect(textAt(html, 'class="question')).toBe(spec.question);
    expect(textAt(html, 'data-answer')).toMatch(/^[A-Z].*[.!]$/);
    const lines = all(html, /<path[^>]* d="([^"]*)"/g).filter((path) => path.length > 20);
    expect(lines.length).toBeGreaterThan(1);
    const rows = all(html, /<tr>([\s\S]*?)<\/tr>/g);
    expect(rows.length).toBeGreaterThan(2);
    const widths = rows.map((row) => all(row, /<(t[hd])/g).length);
    expect(new Set(widths).size).toBe(1);
  });

  test('has no number in it that is none', () => {
    expect(html).not.toMatch(/NaN|Infinity|undefined|\[object/);
  });

  test('has no style attribute, which a strict page would refuse', () => {
    expect(html).not.toMatch(/\sstyle=/);
  });

  test('says that it does not answer to the hand yet', () => {
    expect(html).toContain(`data-widget="${spec.id}"`);
    expect(html).not.toContain('data-ready');
    const withoutDisabledSets = html.replace(/<fieldset disabled[\s\S]*?<\/fieldset>/g, '');
    for (const input of all(withoutDisabledSets, /(<input[^>]*>)/g)) expect(input).toMatch(/\sdisabled=""/);
    expect(html).not.toContain('role="slider"');
  });

  test('is the page’s heading in an embed and a lesser one in the essay', () => {
    expect(html).toMatch(/<h3[^>]*>/);
    expect(html).not.toMatch(/<h1/);
    expect(render(Widget, { props: { headingLevel: 1 } }).body).toMatch(/<h1[^>]*>/);
  });

  test('reports its results in full precision, the essay’s', () => {
    const results = [...html.matchAll(/<data value="([^"]*)" data-result="([^"]*)"/g)];
    expect(results.length).toBeGreaterThan(0);
    for (const [, value, name] of results) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(Number.isFinite(Number(value ?? Number.NaN))).toBe(true);
    }
    const said = new Map<string, string>();
    for (const [, value = '', name = ''] of results) {
      expect(said.get(name) ?? value).toBe(value);
      said.set(name, value);
    }
  });

  test('names nothing twice, and every reference finds what it names', () => {
    const ids = all(html, /\sid="([^"]*)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    const references = [
      ...all(html, /\s(?:for|aria-describedby|aria-labelledby|aria-controls)="([^"]*)"/g),
      ...all(html, /url\(#([^)]*)\)/g),
    ];
    expect(references.length).toBeGreaterThan(0);
    for (const reference of references) expect(ids).toContain(reference);
  });

  test('twice on one page shares no id and no radio group with itself', () => {
    const Two: Component = (renderer) => ({ ...Widget(renderer, {}), ...Widget(renderer, {}) });
    const both = render(Two).body;
    const ids = all(both, /\sid="([^"]*)"/g);
    expect(ids.length).toBe(2 * all(html, /\sid="([^"]*)"/g).length);
    expect(new Set(ids).size).toBe(ids.length);
    const groups = (markup: string) => new Set(all(markup, /type="radio"[^>]*name="([^"]*)"/g)).size;
    expect(groups(both)).toBe(2 * groups(html));
  });

  test('is the same each time it is drawn', () => {
    expect(render(Widget, { props: {} }).body).toBe(html);
  });
});
