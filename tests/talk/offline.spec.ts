import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtFolder, sites } from '../../scripts/sites.ts';
import { expect, test } from '../browser/test.ts';
import { agree, TalkWindow } from './window.ts';

test.describe('one file, opened from disk', () => {
  for (const talk of ['the-law', 'not-a-circle-a-queue']) {
    test(`${talk}: it is small enough, asks for nothing, and the speaker’s window is in step with it`, async ({
      context,
      page,
      place,
    }) => {
      const file = join(builtFolder(sites[place]), `talk-${talk}.html`);
      expect(statSync(file).size).toBeLessThanOrEqual(1_500_000);
      const address = pathToFileURL(file).href;
      const asked: string[] = [];
      context.on('request', (request) => asked.push(request.url()));

      const audience = await TalkWindow.open(page, `${address}#/meet`);
      const [opened] = await Promise.all([context.waitForEvent('page'), audience.press('s')]);
      const speaker = await new TalkWindow(opened).ready();
      await speaker.isAt('meet');
      await speaker.slider('lead').press('ArrowRight');
      await expect.poll(() => speaker.value('lead')).toBeGreaterThan(2);
      await agree(speaker, audience, 'lead');
      await audience.page.bringToFront();
      await audience.slider('lead').press('End');
      await agree(audience, speaker, 'lead');

      await audience.page.reload();
      await audience.ready();
      await audience.isAt('meet');
      await expect.poll(() => audience.value('lead')).toBe(7);
      await speaker.press('Escape');
      await speaker.press('PageDown');
      await audience.isAt('meet', 2);

      // Every widget of the talk, without a network.
      await speaker.press('Home');
      await speaker.isAt('opening');
      for (const [slide, step] of await speaker.steps()) {
        await audience.isAt(slide, step);
        await audience.ready();
        await speaker.press('PageDown');
      }
      expect(asked.filter((url) => !url.startsWith(address) && !url.startsWith('data:'))).toEqual([]);
    });
  }

  test('two windows opened by hand are in step, too', async ({ context, page, place }) => {
    const address = pathToFileURL(join(builtFolder(sites[place]), 'talk-the-law.html')).href;
    const audience = await TalkWindow.open(page, `${address}#/meet`);
    const speaker = await TalkWindow.open(context, `${address}?presenter`);
    await speaker.isAt('meet');
    await speaker.press('PageDown');
    await audience.isAt('meet', 2);
  });
});

test('after one visit the talk is there without a network, and says so', async ({
  context,
  site,
  expectMessages,
}) => {
  const speaker = await TalkWindow.open(context, site.url('talk/the-law/presenter/'));
  await expect(speaker.page.locator('[data-state]')).toContainText('ready offline', { timeout: 40_000 });
  await context.setOffline(true);
  // Another talk, never visited.
  const audience = await TalkWindow.open(context, site.url('talk/not-a-circle-a-queue/#/queue'));
  await audience.isAt('queue');
  await speaker.page.reload();
  await speaker.ready();
  await context.setOffline(false);
  expectMessages();
});
