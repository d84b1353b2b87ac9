import { expect, test } from '../browser/test.ts';

const kinds = [
  '',
  '404.html',
  'widgets/',
  'embed/',
  'embed/scarcity/',
  'embed/v1/queue/',
  'figure/loop/lucent-winstar/',
  'talk/',
  'talk/the-law/',
  'talk/the-law/presenter/',
  'talk/the-law/handout/',
  'talk/the-law/print/',
  'talk/widget/queue/',
];

/** What anyone may frame. */
const isEmbed = (path: string) => /^embed\/./.test(path);

for (const path of kinds) {
  test(`/${path} runs under its own strict policy without breaking it once`, async ({ page, site }) => {
    await page.addInitScript(() => {
      const broken: string[] = [];
      Object.assign(window, { broken });
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
        broken.push(`${violatedDirective}: ${blockedURI} ${sample}`);
      });
    });
    const response = await page.goto(site.url(path));
    const policy = response?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(response?.headers()['cache-control']).toBe(
      path === '404.html' ? 'no-cache' : 'public, max-age=0, must-revalidate',
    );
    expect(policy.includes('frame-ancestors')).toBe(!isEmbed(path));
    // Everything that can be opened is, so that whatever it loads and draws is seen.
    for (const summary of await page.locator('summary:visible').all()) await summary.click();
    await page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    expect(await page.evaluate('broken')).toEqual([]);
    expect(
      await page
        .locator('[style]')
        .evaluateAll((all) =>
          all.map((one) => one.outerHTML.slice(0, 80)).filter((html) => html.includes('onload')),
        ),
    ).toEqual([]);
  });
}

test('the policy is enforced: a script that it does not name does not run', async ({
  page,
  site,
  expectMessages,
}) => {
  expectMessages(/Content Security Policy|violates/);
  await page.goto(site.url('embed/scarcity/'));
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.head.append(script);
    return 'ran' in window;
  });
  expect(ran).toBe(false);
});

test('a page that is no embed can’t be framed by others, and an embed can', async ({
  page,
  site,
  host,
  expectMessages,
}) => {
  expectMessages(/frame-ancestors/, /chrome-error|ERR_BLOCKED_BY_RESPONSE/);
  const others = ['widgets/', 'embed/', 'talk/', '404.html'];
  const frames = others.map((path) => `<iframe title="${path}" src="${site.url(path)}"></iframe>`).join('');
  await page.goto(
    host.page(
      `<link rel="icon" href="data:,">${frames}<iframe title="open" src="${site.url('embed/v1/split/')}"></iframe>`,
    ),
  );
  await expect(page.frameLocator('iframe[title=open]').locator('h1')).toBeVisible();
  for (const path of others)
    await expect(page.frameLocator(`iframe[title="${path}"]`).locator('h1'), path).toHaveCount(0);
});

test('where nothing is, the policy is as strict, however deep', async ({ request, site }) => {
  for (const path of ['nothing', 'nothing/', 'nothing/at/all/', 'figure/nothing/', 'talk/nothing/']) {
    const response = await request.get(site.url(path));
    expect(response.status(), path).toBe(404);
    const policy = response.headers()['content-security-policy'];
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("frame-ancestors 'self'");
    expect(policy?.match(/default-src/g), path).toHaveLength(1);
  }
});

test('a talk in one file is saved rather than opened, by whatever link', async ({ page, site }) => {
  await page.goto(site.url('talk/'));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.evaluate((address) => location.assign(address), site.url('talk-the-law.html')),
  ]);
  expect(download.suggestedFilename()).toBe('talk-the-law.html');
  await expect(page).toHaveURL(site.url('talk/'));
});

test('what is shared is shared, and what is hashed is kept', async ({ page, request, site }) => {
  await page.goto(site.url('embed/v1/scarcity/'));
  const files = await page
    .locator('link[rel=preload], link[rel=stylesheet], script[src]')
    .evaluateAll((all) =>
      all.map((one) =>
        one instanceof HTMLScriptElement ? one.src : one instanceof HTMLLinkElement ? one.href : '',
      ),
    );
  expect(files.length).toBeGreaterThan(3);
  for (const file of [
    ...files,
    site.url('model/v1.js'),
    site.url('widgets.json'),
    site.url('figure/scarcity/essay/poster.png'),
  ]) {
    const headers = (await request.get(file)).headers();
    expect(headers['access-control-allow-origin'], file).toBe('*');
    expect(headers['x-content-type-options'], file).toBe('nosniff');
    if (file.includes('/_astro/')) expect(headers['cache-control'], file).toContain('immutable');
    if (file.includes('/v1/')) expect(headers['cache-control'], file).toBe('public, max-age=86400');
  }
});
