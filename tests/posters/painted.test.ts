import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { Painter, plainFonts } from '../../src/integrations/posters/painted.ts';
import { Styles } from '../../src/integrations/posters/styles.ts';
import { below, isSvg } from '../../src/integrations/posters/tree.ts';

/** A drawing as it comes out, with these style sheets and this inside. */
function painted(sheet: string, inside: string, panel = 860): string {
  const page = parse(
    `<html><body><div class="panel"><svg class="x" viewBox="0 0 10 10">${inside}</svg></div></body></html>`,
  );
  const svg = [...below(page)].find(isSvg);
  if (svg === undefined) throw new Error('no drawing');
  return new Painter(new Styles([sheet], { page: 1280, panel })).markup(svg, { width: 10, height: 10 });
}

const line = '<path class="curve demand" d="M0,0L1,1"></path>';

describe('a drawing takes its paint along, as a browser would give it', () => {
  test.each([
    ['the later of two', '.curve{fill:red}.demand{fill:blue}', 'fill="blue"'],
    ['the more specific of two', 'path.curve{fill:red}.demand{fill:blue}', 'fill="red"'],
    ['what is in no layer', '@layer a{path.curve.demand{fill:red}}.curve{fill:blue}', 'fill="blue"'],
    [
      'the later layer',
      '@layer a,b;@layer b{.curve{fill:blue}}@layer a{path.curve{fill:red}}',
      'fill="blue"',
    ],
    ['what is important', '.curve{fill:blue!important}.curve.demand{fill:red}', 'fill="blue"'],
    [':where counts nothing', '.curve{fill:blue}:where(.demand.curve){fill:red}', 'fill="blue"'],
    [':is counts its most', ':is(path,.none .a){fill:blue}.curve{fill:red}', 'fill="blue"'],
    ['a condition that holds', '@container (inline-size>=35rem){.curve{fill:blue}}', 'fill="blue"'],
    ['variables from further up', '.panel{--a:light-dark(blue,red)}.curve{fill:var(--a)}', 'fill="blue"'],
    ['the colour of the words', '.panel{color:blue}.curve{fill:currentColor}', 'fill="blue"'],
  ])('%s', (_, sheet, wanted) => {
    expect(painted(sheet, line)).toContain(wanted);
  });

  test('not what only a hand, a dark page or a printer sees', () => {
    const sheet =
      '.curve:hover{fill:red}@media print{.curve{fill:red}}@supports not (color:red){.curve{fill:red}}';
    expect(painted(sheet, line)).not.toContain('red');
  });

  test('a sheet goes before an attribute', () => {
    expect(painted('.a{fill:blue}', '<path class="a" fill="red"></path>')).toContain('fill="blue"');
    expect(painted('', '<path fill="red"></path>')).toContain('fill="red"');
  });

  test('it keeps what is drawn, and leaves out what nobody sees', () => {
    const out = painted(
      '.gone{display:none}.pale{opacity:0}text{fill:red}',
      '<!--[--><text class="said" tabindex="0" aria-label="x" x="1.23456">A &lt; B</text><path class="gone"></path><path class="pale"></path><circle class="halo"></circle>',
    );
    expect(out).toBe(
      '<svg viewBox="0 0 10 10" width="10" height="10" overflow="visible"><text x="1.23" fill="red">A &lt; B</text></svg>',
    );
  });

  test('a sheet that asks for more than is known stops the build', () => {
    expect(() => painted('@scope (.a){.b{fill:red}}', line)).toThrow('@scope');
    expect(() => painted('.curve{fill:var(--nothing)}', line)).toThrow('--nothing');
  });
});

test('fonts have their own names, and what a reader may have instead', () => {
  expect(
    plainFonts(
      '"Instrument Sans-30e6f5a5ddf98dc5", "Instrument Sans-30e6f5a5ddf98dc5 fallback: Arial", sans-serif',
    ),
  ).toBe("'Instrument Sans', sans-serif");
});
