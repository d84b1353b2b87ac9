import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';

const TALKS = ['the-law', 'not-a-circle-a-queue'] as const;

/** How many steps a talk has, by its own data. */
async function stepsOf(page: Page, address: string): Promise<number> {
  await page.goto(address);
  const deck: { slides: { steps: unknown[] }[] } = JSON.parse(
    (await page.locator('#deck').textContent()) ?? '',
  );
  return deck.slides.reduce((sum, { steps }) => sum + steps.length, 0);
}

for (const talk of TALKS) {
  test(`${talk}: a page a step, each drawn by the server at that state`, async ({ browser, page, site }) => {
    const steps = await stepsOf(page, site.url(`talk/${talk}/`));
    const context = await browser.newContext({ javaScriptEnabled: false });
    const paper = await context.newPage();
    await paper.goto(site.url(`talk/${talk}/print/`));
    await expect(paper.locator('.sheet')).toHaveCount(steps);
    const sheets = await paper.locator('.sheet').all();
    for (const [index, sheet] of sheets.entries()) {
      await expect(sheet.locator('footer .number')).toHaveText(String(index + 1));
      await expect(sheet.locator('footer .address')).toContainText(`talk/${talk}/`);
    }
    if (talk === 'the-law') {
      const lead = (step: number) =>
        paper.locator(`.sheet[data-slide=meet][data-step="${step}"] input[name=lead]`).getAttribute('value');
      expect([await lead(1), await lead(2), await lead(3)]).toEqual(['2', '3', '2']);
    }

    await page.goto(site.url(`talk/${talk}/print/`), { waitUntil: 'networkidle' });
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(steps);
    // Text stays text, and nothing is a picture of itself.
    expect(pdf).toContain('/Font');
    expect(pdf).not.toMatch(/\/Subtype\s*\/Image/);
    await context.close();
  });

  test(`${talk}: nothing on paper stands out of its page or on other words`, async ({ page, site }) => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.goto(site.url(`talk/${talk}/print/`));
    await page.evaluate(() => document.fonts.ready);
    const out = await page.locator('.sheet').evaluateAll((sheets) =>
      sheets.flatMap((sheet) => {
        const page = sheet.getBoundingClientRect();
        const foot = sheet.querySelector(':scope > footer')?.getBoundingClientRect();
        const shown = [...sheet.querySelectorAll('p, text, h1, h2')].filter((each) => {
          const { width } = each.getBoundingClientRect();
          return width > 1 && getComputedStyle(each).visibility === 'visible';
        });
        return shown.flatMap((each) => {
          const box = each.getBoundingClientRect();
          const isOut = box.left < page.left - 1 || box.right > page.right + 1 || box.top < page.top - 1;
          const isUnder = !each.closest('footer') && foot !== undefined && box.bottom > foot.top + 30;
          return isOut || isUnder ? [`${sheet.getAttribute('data-slide')}: ${each.textContent}`] : [];
        });
      }),
    );
    expect(out).toEqual([]);
  });

  test(`${talk}: the handout has every slide, its notes, and the sources`, async ({ page, site }) => {
    await page.goto(site.url(`talk/${talk}/handout/`));
    const slides = await page.locator('.sheet').count();
    await expect(page.locator('.speaking')).toHaveCount(slides);
    for (const notes of await page.locator('.speaking').all())
      await expect(notes.locator('.notes').first()).not.toBeEmpty();
    await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
  });
}

test('the script that makes the PDFs is there for whoever wants them', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(scripts.pdf).toContain('scripts/pdf.ts');
});
