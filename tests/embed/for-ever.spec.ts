import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { widgetFolders } from '../../src/integrations/widget-folders.ts';
import { expect, test } from '../browser/test.ts';
import { ScarcityFigure } from '../e2e/figure.ts';
import { ask, framed, iframe, openHost, said, saidInAll, tell } from './framing.ts';

/**
 * Everything that was ever given out. Nothing leaves this file, and nothing in it changes: what can't be kept goes
 * on as it was, beside a `v2`. `KEEP=1 npx playwright test tests/embed/for-ever.spec.ts` adds what is new.
 */
const path = new URL('for-ever.json', import.meta.url);
const promised: {
  addresses: string[];
  options: string[];
  messages: { say: Record<string, unknown>; hear: Record<string, unknown> | null }[];
  /** By widget, each in the very words that a state is written in. */
  queries: Record<string, string[]>;
} = JSON.parse(readFileSync(path, 'utf8'));

const ids = widgetFolders(new URL('../../', import.meta.url)).map(({ id }) => id);
const KEEPS = process.env.KEEP === '1';

test('every file that was given out is there', async ({ request, site }) => {
  const ofWidgets = Object.keys(promised.queries).flatMap((id) => [`embed/${id}/`, `embed/v1/${id}/`]);
  for (const address of [...promised.addresses, ...ofWidgets]) {
    const response = await request.get(site.url(address));
    expect(response.status(), address).toBe(200);
  }
});

for (const [id, queries] of Object.entries(promised.queries)) {
  test(`every state of ${id} that was given out is shown as it was asked for`, async ({
    page,
    site,
    host,
  }) => {
    test.slow();
    for (const query of queries) {
      await openHost(page, host, iframe(site.url(`embed/v1/${id}/${query}`)));
      await framed(page, id);
      const { state } = await ask(page, { type: 'get' });
      expect(state, query).toMatchObject(Object.fromEntries(new URLSearchParams(query)));
    }
  });
}

test('every option that was given out is understood beside a state', async ({ page, site }) => {
  for (const option of promised.options) {
    const [query, hash = ''] = option.split('#');
    await page.goto(site.url(`embed/v1/scarcity/${query}&lead=3y${hash && `#${hash}`}`));
    const { root } = await new ScarcityFigure(page).ready();
    await expect(root.locator('[data-answer]')).toContainText('3 years');
    const [name = '', value = ''] = new URLSearchParams(query).entries().next().value ?? [];
    const isSaid = ['light', 'dark', 'bare', 'reduce', '1'].includes(value);
    expect(await page.locator('html').getAttribute(`data-${name}`), option).toBe(isSaid ? value : null);
    expect(new URL(page.url()).hash).toBe(hash && `#${hash}`);
  }
});

test('every message that was given out is answered as it was', async ({ page, site, host }) => {
  await openHost(page, host, iframe(site.url('embed/v1/scarcity/#?secret=Ab12Cd34Ef')));
  await framed(page);
  for (const { say, hear } of promised.messages) {
    const before = (await saidInAll(page)).length;
    await tell(page, say);
    if (hear === null) continue;
    await expect
      .poll(async () => (await saidInAll(page)).slice(before), JSON.stringify(say))
      .toContainEqual(expect.objectContaining(deeply(hear)));
  }
  // What needs no answer had none that says no.
  const errors = promised.messages.filter(({ hear }) => hear?.type === 'error');
  expect(await said(page, 'error')).toHaveLength(errors.length);
});

for (const id of ids) {
  test(`what ${id} gives out is in the file`, async ({ page, site, host, request }) => {
    const missing = (
      await givenOut(page, site, host, id, await (await request.get(site.url('widgets.json'))).json())
    ).filter((query) => !promised.queries[id]?.includes(query));
    if (KEEPS) keep(id, missing);
    else expect(missing, 'KEEP=1 npx playwright test tests/embed/for-ever.spec.ts adds them').toEqual([]);
  });
}

type Listed = { id: string; presets: { query: string }[] }[];

/** Its presets, each word of its choices, and both ends of its quantities. */
async function givenOut(
  page: Page,
  site: { url(path: string): string },
  host: Parameters<typeof openHost>[1],
  id: string,
  listed: Listed,
): Promise<string[]> {
  await openHost(page, host, iframe(site.url(`embed/v1/${id}/`)));
  await framed(page, id);
  const home = (await ask(page, { type: 'get' })).state;
  const schema = Object((await said(page, 'hello'))[0]?.schema);
  const queries = (listed.find((one) => one.id === id)?.presets ?? []).map(({ query }) => query);
  for (const [key, { options, min, max }] of Object.entries<{ options?: string[]; min: number; max: number }>(
    schema,
  )) {
    for (const value of options ?? [min, max]) {
      await ask(page, { type: 'set', state: home });
      const { state } = await ask(page, { type: 'set', state: { [key]: value } });
      queries.push(`?${new URLSearchParams({ [key]: String(Object(state)[key]) })}`);
    }
  }
  return [...new Set(queries)].filter((query) => query !== '');
}

function keep(id: string, missing: readonly string[]): void {
  const file: typeof promised = JSON.parse(readFileSync(path, 'utf8'));
  file.queries[id] = [...(file.queries[id] ?? []), ...missing];
  writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`);
}

/** Objects within it need only hold as much, too. */
function deeply(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      typeof one === 'object' && one !== null ? expect.objectContaining({ ...one }) : one,
    ]),
  );
}
