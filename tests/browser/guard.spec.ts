import { expect, test } from './test.ts';
import { settled, watch } from './watch.ts';

const misbehaviour: readonly { what: string; html: string; problem: RegExp }[] = [
  { what: 'logs', html: '<script>console.log("left behind")</script>', problem: /console\.log: left behind/ },
  { what: 'warns', html: '<script>console.warn("careful")</script>', problem: /console\.warning: careful/ },
  { what: 'throws', html: '<script>throw new Error("broken")</script>', problem: /uncaught: .*broken/ },
  {
    what: 'rejects',
    html: '<script>Promise.reject(new Error("broken"))</script>',
    problem: /uncaught: .*broken/,
  },
  { what: 'misses a file', html: '<img src="/missing.png" alt="">', problem: /answered 404: .*missing\.png/ },
  {
    what: 'asks another host',
    html: '<img src="https://elsewhere.example/pixel.png" alt="">',
    problem: /request to another host: .*pixel\.png/,
  },
  {
    what: 'frames a page that throws',
    html: `<iframe srcdoc="<script>throw new Error('broken')</script>"></iframe>`,
    problem: /uncaught: .*broken/,
  },
];

for (const { what, html, problem } of misbehaviour) {
  test(`it is noticed when a page ${what}`, async ({ browser, host }) => {
    const context = await browser.newContext();
    const problems = watch(context, [host.origin]);
    const page = await context.newPage();
    await page.goto(host.page(html));
    await settled(context);
    expect(problems.join('\n')).toMatch(problem);
    await context.close();
  });
}

test('what is noticed fails the test (so this one fails, as it should)', async ({ page, host }) => {
  test.fail();
  await page.goto(host.page('<script>console.log("left behind")</script>'));
});

test('an expected complaint passes', async ({ page, host, expectMessages }) => {
  expectMessages(/left behind/);
  await page.goto(host.page('<script>console.log("left behind")</script>'));
});

test('a host page is of another origin and may frame an embed', async ({ page, host, site }) => {
  expect(host.origin).not.toBe(site.origin);
  await page.goto(host.page(`<iframe src="${site.url('embed/v1/scarcity/')}" title="The embed"></iframe>`));
  await expect(page.frameLocator('iframe').locator('h1')).toHaveCount(1);
});
