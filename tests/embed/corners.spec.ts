import { expect, test } from '../browser/test.ts';
import { ScarcityFigure } from '../e2e/figure.ts';

const widths = [320, 680, 900];
const leads = [0.25, 2, 7];
const shares = [0, 0.5, 1];

interface Words {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The words that are drawn in each of the figure's pictures, with the panel's own box. */
function drawn(figure: ScarcityFigure): Promise<{ panel: Words; pictures: Words[][] }> {
  return figure.root.evaluate((root) => {
    const boxOf = (element: Element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { text: element.textContent ?? '', left, right, top, bottom };
    };
    const seen = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('[opacity="0"]') === null;
    const pictures = [...root.querySelectorAll('svg')].map((svg) =>
      [...svg.querySelectorAll('text')].filter(seen).map(boxOf),
    );
    return { panel: { ...boxOf(root), text: 'panel' }, pictures };
  });
}

/** A line of text is drawn a little smaller than its box: this much may be shared. */
const HAIR = 2;
const clash = (a: Words, b: Words) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > HAIR &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > HAIR;

for (const doubling of ['1.5mo', '7mo', '5y']) {
  for (const scale of ['log', 'linear']) {
    test(`with a doubling every ${doubling} on a ${scale} scale, no words in the picture touch or leave the panel`, async ({
      page,
      site,
    }) => {
      const wrong: string[] = [];
      // Fonts come in time or not at all: a page seen before has them.
      await page.goto(site.url('embed/scarcity/'));
      for (const lead of leads) {
        for (const share of shares) {
          const state = `doubling=${doubling}&lead=${lead}y&commit=${lead * share}y&scale=${scale}`;
          await page.goto(site.url(`embed/scarcity/?${state}`));
          const figure = await new ScarcityFigure(page).ready();
          for (const width of widths) {
            await page.setViewportSize({ width, height: 900 });
            // Drawn for this width, not yet for the one before.
            await expect(async () => {
              const [svg, picture] = await Promise.all([
                figure.chart.getAttribute('viewBox'),
                figure.root.locator('.picture').evaluate((one) => one.clientWidth),
              ]);
              expect(svg?.split(' ')[2]).toBe(String(picture));
            }).toPass();
            const { panel, pictures } = await drawn(figure);
            const where = `?${state} at ${width} px:`;
            expect(pictures[0]?.length, where).toBeGreaterThan(6);
            for (const words of pictures) {
              for (const [index, a] of words.entries()) {
                if (
                  a.left < panel.left ||
                  a.right > panel.right ||
                  a.top < panel.top ||
                  a.bottom > panel.bottom
                )
                  wrong.push(`${where} “${a.text}” leaves the panel`);
                for (const b of words.slice(index + 1))
                  if (clash(a, b)) wrong.push(`${where} “${a.text}” touches “${b.text}”`);
              }
            }
          }
        }
      }
      expect(wrong).toEqual([]);
    });
  }
}
