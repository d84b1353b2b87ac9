import { expect, test } from '../browser/test.ts';

const pages = ['', 'embed/scarcity/', '404.html'];

test('every link within the site leads to a page, and to a place on it that exists', async ({
  page,
  site,
}) => {
  const wanted = new Map<string, Set<string>>();
  for (const path of pages) {
    await page.goto(site.url(path));
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids).size, `ids on /${path} are unique`).toBe(ids.length);
    const links = await page
      .locator('a[href]')
      .evaluateAll((all) => all.flatMap((a) => (a instanceof HTMLAnchorElement ? a.href : [])));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      const { origin, href, hash, pathname } = new URL(link);
      if (origin !== site.origin) continue;
      expect(pathname.startsWith(site.base), `${link} on /${path} stays below ${site.base}`).toBe(true);
      const address = href.slice(0, href.length - hash.length);
      wanted.set(address, (wanted.get(address) ?? new Set()).add(decodeURIComponent(hash.slice(1))));
    }
  }
  expect(wanted.size).toBeGreaterThan(0);
  for (const [address, hashes] of wanted) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(200);
    const missing = await page.evaluate(
      (ids) => ids.filter((id) => id !== '' && document.getElementById(id) === null),
      [...hashes],
    );
    expect(missing, `places on ${address}`).toEqual([]);
  }
});

test('a link to a figure far down goes straight there, and wakes nothing on the way', async ({
  page,
  site,
}) => {
  await page.goto(site.url('#queue'));
  await expect(page.locator('[data-widget=queue]')).toHaveAttribute('data-ready');
  await expect(page.locator('#queue')).toBeInViewport();
  await expect(page.locator('[data-widget=bottleneck]')).not.toHaveAttribute('data-ready');
});
