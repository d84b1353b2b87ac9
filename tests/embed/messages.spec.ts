import { widgetFolders } from '../../src/integrations/widget-folders.ts';
import { expect, test } from '../browser/test.ts';
import type { World } from '../e2e/figure.ts';
import { ask, framed, iframe, openHost, said, tell } from './framing.ts';

const embed = 'embed/v1/scarcity/';
const ids = widgetFolders(new URL('../../', import.meta.url)).map(({ id }) => id);

test('a frame says hello, and its height, to the page around it', async ({ page, site, host }) => {
  await openHost(page, host, iframe(site.url(embed)));
  await framed(page);
  const [hello] = await said(page, 'hello');
  expect(hello).toEqual({
    ns: 'queue',
    v: 1,
    type: 'hello',
    widget: 'scarcity',
    build: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    schema: expect.objectContaining({
      doubling: expect.objectContaining({ kind: 'quantity', unit: 'years', default: '7mo' }),
      scale: { kind: 'choice', label: 'Scale', default: 'log', options: ['log', 'linear'] },
    }),
  });
  const [size] = await said(page, 'size');
  expect(size).toEqual({ ns: 'queue', v: 1, type: 'size', height: expect.any(Number) });
});

test('a frame that is not shown has no height to tell, and tells it once it is', async ({
  page,
  site,
  host,
}) => {
  await openHost(page, host, iframe(site.url(embed), 'width="680" height="500" style="display:none"'));
  const heights = async () => (await said(page, 'size')).map(({ height }) => Number(height));
  const show = (display: string) =>
    page.locator('iframe').evaluate((frame, value) => {
      frame.style.display = value;
    }, display);
  await expect.poll(async () => (await said(page, 'hello')).length).toBe(1);
  await tell(page, { ns: 'queue', v: 1, type: 'init' });
  await ask(page, { type: 'get' });
  expect(await heights()).toEqual([]);
  await show('block');
  await expect.poll(heights).not.toEqual([]);
  await show('none');
  await tell(page, { ns: 'queue', v: 1, type: 'init' });
  await ask(page, { type: 'get' });
  expect(Math.min(...(await heights()))).toBeGreaterThan(400);
});

test('a host gets the state, sets it, and is told of what a hand changes', async ({ page, site, host }) => {
  await openHost(page, host, iframe(site.url(`${embed}?lead=3y`), 'width="680" height="1000"'));
  const figure = await framed(page);
  const got = await ask(page, { type: 'get' });
  expect(got).toMatchObject({
    type: 'state',
    cause: 'api',
    state: { doubling: '7mo', lead: '3y', commit: '0y', ceiling: expect.any(String), scale: 'log' },
  });

  const set = await ask(page, { type: 'set', state: { doubling: '1y', lead: 2, scale: 'linear' } });
  expect(set).toMatchObject({
    type: 'state',
    cause: 'api',
    state: { doubling: '1y', lead: '2y', scale: 'linear' },
  });
  await expect.poll(() => figure.world()).toEqual({ doubling: 1, lead: 2, commit: 0 });

  await figure.slider('lead').press('End');
  await expect
    .poll(async () => (await said(page, 'state')).at(-1))
    .toMatchObject({ cause: 'user', state: { doubling: '1y', lead: '7y' } });
  // What a host sets can be taken back by the reader.
  await figure.root.getByRole('button', { name: 'Undo' }).click();
  await figure.root.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await ask(page, { type: 'get' })).state).toEqual(got.state);

  const back = await ask(page, { type: 'set', state: { lead: null } });
  expect(back.state).toMatchObject({ lead: '2y' });
});

interface Listed {
  id: string;
  presets: { query: string }[];
}

for (const id of ids) {
  test(`every preset of ${id} comes back as it was sent`, async ({ page, site, host, request }) => {
    const listed: Listed[] = await (await request.get(site.url('widgets.json'))).json();
    const queries = listed.find((one) => one.id === id)?.presets.map(({ query }) => query) ?? [];
    expect(queries.length).toBeGreaterThan(0);
    const open = async (query: string) => {
      await openHost(page, host, iframe(site.url(`embed/v1/${id}/${query}`), 'width="680" height="1000"'));
      await framed(page, id);
      return (await ask(page, { type: 'get' })).state;
    };
    const home = await open('');
    for (const query of queries) {
      const asked = await open(query);
      const wanted = Object.fromEntries(new URLSearchParams(query));
      expect(asked, query).toMatchObject(wanted);
      expect((await ask(page, { type: 'set', state: home })).state, query).toEqual(home);
      // What its address says, and no more: what a choice brings comes along in both.
      const { state } = await ask(page, { type: 'set', state: wanted });
      expect(state, query).toEqual(asked);
      await ask(page, { type: 'set', state: home });
      // The whole of it, as it was got.
      expect((await ask(page, { type: 'set', state })).state, query).toEqual(state);
      expect((await ask(page, { type: 'get' })).state, query).toEqual(state);
    }
  });
}

test('a host that moves the figure leaves one step to undo, beside the reader’s own', async ({
  page,
  site,
  host,
}) => {
  await openHost(page, host, iframe(site.url(embed), 'width="680" height="1000"'));
  const figure = await framed(page);
  const move = (...leads: number[]) =>
    page.evaluate((all) => {
      const frame = document.querySelector('iframe')?.contentWindow;
      for (const lead of all) frame?.postMessage({ ns: 'queue', v: 1, type: 'set', state: { lead } }, '*');
    }, leads);
  const undo = figure.root.getByRole('button', { name: 'Undo' });
  const lead = async () => (await figure.world()).lead;
  // What is so already is no step, and what follows no part of the one before.
  await figure.slider('doubling').press('End');
  await move(2, 3, 3.5, 4, 5, 6);
  await expect.poll(lead).toBe(6);
  await figure.slider('lead').press('End');
  await move(1, 1.5);
  await expect.poll(lead).toBe(1.5);
  const states: World[] = [];
  for (let step = 0; step < 4; step++) {
    await undo.click();
    states.push(await figure.world());
  }
  expect(states.map((state) => [state.lead, Math.round(state.doubling * 12)])).toEqual([
    [7, 60],
    [6, 60],
    [2, 60],
    [2, 7],
  ]);
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
});

test('keys that a deck would want are passed on, unless the figure uses them', async ({
  page,
  site,
  host,
}) => {
  await openHost(page, host, iframe(site.url(embed), 'width="680" height="1000"'));
  const figure = await framed(page);
  await figure.root
    .getByRole('button', { name: 'Share' })
    .or(figure.root.locator('summary').first())
    .first()
    .focus();
  for (const key of ['PageDown', 'f', 'B', '.', 'Escape', 'a', 'Control+f', 'Tab'])
    await page.keyboard.press(key);
  await figure.slider('lead').focus();
  for (const key of ['PageDown', 'PageUp', 'b']) await page.keyboard.press(key);
  await expect
    .poll(async () => (await said(page, 'key')).map(({ key }) => key))
    .toEqual(['PageDown', 'f', 'b', '.', 'Escape', 'b']);
});

test('a frame takes the theme it is told', async ({ page, site, host }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openHost(page, host, iframe(site.url(embed)));
  const figure = await framed(page);
  const html = page.frameLocator('iframe').locator('html');
  const ground = () => figure.root.evaluate((root) => getComputedStyle(root).backgroundColor);
  const light = await ground();
  await tell(page, { ns: 'queue', v: 1, type: 'init', id: 'mine', theme: 'dark' });
  await expect(html).toHaveAttribute('data-theme', 'dark');
  expect(await ground()).not.toBe(light);
  await expect.poll(async () => (await said(page, 'hello')).at(-1)).toMatchObject({ id: 'mine' });
  await tell(page, { ns: 'queue', v: 1, type: 'theme', value: 'auto' });
  await expect(html).not.toHaveAttribute('data-theme');
  expect(await ground()).toBe(light);
});
