import { expect, test } from '../browser/test.ts';
import { framed, heightOf, iframe, openHost } from './framing.ts';

const embed = 'embed/v1/scarcity/';

test('with embed.js a frame is as high as what is in it, up and down', async ({ page, site, host }) => {
  await openHost(
    page,
    host,
    `${iframe(site.url(embed))}<script async src="${site.url('embed/v1/embed.js')}"></script>`,
  );
  const figure = await framed(page);
  const body = () =>
    page
      .frameLocator('iframe')
      .locator('body')
      .evaluate((one) => Math.ceil(one.getBoundingClientRect().height));
  await expect.poll(async () => (await heightOf(page)) - (await body())).toBe(0);
  const before = await body();
  await figure.root.locator('summary', { hasText: 'Assumptions' }).click();
  await expect.poll(body).toBeGreaterThan(before);
  await expect.poll(async () => (await heightOf(page)) - (await body())).toBe(0);
  await figure.root.locator('summary', { hasText: 'Assumptions' }).click();
  await expect.poll(() => heightOf(page)).toBe(before);
});

test('<compute-widget> has its state in its attributes, both ways', async ({ page, site, host }) => {
  await openHost(
    page,
    host,
    `<compute-widget name="scarcity" doubling="1y"><a href="#x">In words</a></compute-widget>
     <script src="${site.url('embed/v1/embed.js')}"></script>`,
  );
  const widget = page.locator('compute-widget');
  const figure = await framed(page);
  await expect.poll(async () => (await figure.world()).doubling).toBe(1);
  await expect(page.getByRole('link', { name: 'In words' })).toBeHidden();
  await expect(page.locator('iframe')).toHaveAttribute('title', 'Interactive figure: scarcity');

  await widget.evaluate((one) => {
    const changes: unknown[] = [];
    Object.assign(window, { changes });
    one.addEventListener('statechange', (event) =>
      changes.push(event instanceof CustomEvent && event.detail),
    );
    one.setAttribute('lead', '3y');
  });
  await expect.poll(async () => (await figure.world()).lead).toBe(3);
  await figure.slider('doubling').press('End');
  await expect(widget).toHaveAttribute('doubling', '5y');
  await expect(widget).toHaveAttribute('lead', '3y');
  await widget.evaluate((one) => one.removeAttribute('lead'));
  await expect.poll(async () => (await figure.world()).lead).toBe(2);
  // The figure is there before its page has heard of it.
  await expect
    .poll(() => page.evaluate('changes'))
    .toEqual([
      { cause: 'api', state: expect.objectContaining({ doubling: '1y', lead: '3y' }) },
      { cause: 'user', state: expect.objectContaining({ doubling: '5y', lead: '3y' }) },
      { cause: 'api', state: expect.objectContaining({ doubling: '5y', lead: '2y' }) },
    ]);

  await widget.evaluate((one) => one.setAttribute('doubling', '<img src=x onerror=alert(1)>'));
  await expect(widget).toHaveAttribute('doubling', '5y');
});
