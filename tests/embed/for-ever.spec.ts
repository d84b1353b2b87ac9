import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { APIRequestContext, Page } from '@playwright/test';
import { builtFolder, sites } from '../../scripts/sites.ts';
import { widgetFolders } from '../../src/integrations/widget-folders.ts';
import { expect, type Site, test } from '../browser/test.ts';
import { ScarcityFigure } from '../e2e/figure.ts';
import { type Exchange, path, query, read, said } from './for-ever.ts';
import { ask, framed, iframe, openHost, type Said, said as saidBy, saidInAll, tell } from './framing.ts';

/**
 * Everything that was ever given out. Nothing leaves the file, and nothing in it changes: what can't be kept goes
 * on as it was, beside a `v2`. `KEEP=1 npx playwright test tests/embed/for-ever.spec.ts --project=root --workers=1`
 * adds what is new.
 */
const promised = read();
const ids = widgetFolders(new URL('../../', import.meta.url)).map(({ id }) => id);
const KEEPS = process.env.KEEP === '1';
const HOW = 'KEEP=1 npx playwright test tests/embed/for-ever.spec.ts --project=root --workers=1 adds it';

type Host = Parameters<typeof openHost>[1];

test('every file that was given out is there', async ({ request, site }) => {
  const ofWidgets = Object.keys(promised.states).flatMap((id) =>
    promised.embeds.map((folder) => `${folder}${id}/`),
  );
  const ofFigures = Object.entries(promised.figures).flatMap(([id, states]) =>
    Object.keys(states).flatMap((state) => promised.files.map((file) => `figure/${id}/${state}/${file}`)),
  );
  for (const address of [...promised.addresses, ...ofWidgets, ...ofFigures]) {
    const response = await request.get(site.url(address));
    expect(response.status(), address).toBe(200);
    const type = { png: 'image/png', svg: 'image/svg+xml', json: 'application/json', js: 'text/javascript' };
    const is = Object.entries(type).find(([ending]) => address.endsWith(`.${ending}`))?.[1];
    expect(response.headers()['content-type'], address).toContain(is ?? 'text/');
  }
});

for (const [id, states] of Object.entries(promised.states)) {
  test(`every state of ${id} that was given out is shown as it was, whole`, async ({ page, site, host }) => {
    test.setTimeout(180_000);
    for (const [asked, whole] of Object.entries(states))
      expect(await shownAt(page, site, host, id, asked), asked).toEqual(said(whole));
  });
}

for (const [id, states] of Object.entries(promised.figures)) {
  test(`every page of ${id} that was given out gives the frame of its state, whole`, async ({
    page,
    site,
    host,
    request,
  }) => {
    test.setTimeout(180_000);
    for (const [state, whole] of Object.entries(states)) {
      const given = await frameOf(request, site, id, state);
      expect(said(given), state).toEqual(said(whole));
      expect(await shownAt(page, site, host, id, whole), state).toEqual(said(whole));
    }
  });
}

test('every option that was given out is understood beside a state', async ({ page, site }) => {
  for (const option of promised.options) {
    const [asked, hash = ''] = option.split('#');
    await page.goto(site.url(`embed/v1/scarcity/${asked}&lead=3y${hash && `#${hash}`}`));
    const { root } = await new ScarcityFigure(page).ready();
    await expect(root.locator('[data-answer]')).toContainText('3 years');
    const [name = '', value = ''] = new URLSearchParams(asked).entries().next().value ?? [];
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
  expect(await saidBy(page, 'error')).toHaveLength(errors.length);
});

for (const [id, conversation] of Object.entries(promised.conversations)) {
  test(`${id} answers what it was told as it did`, async ({ page, site, host }) => {
    await openHost(page, host, iframe(site.url(`embed/v1/${id}/`)));
    await framed(page, id);
    for (const { say, hear } of conversation) {
      const answer = await answerTo(page, say);
      expect(answer, JSON.stringify(say)).toMatchObject({ ...hear });
      expect(answer.state, JSON.stringify(say)).toEqual(hear?.state);
    }
  });
}

test('the list of widgets has every field that it had, of its kind', async ({ request, site }) => {
  const list: unknown = await (await request.get(site.url('widgets.json'))).json();
  const kept = promised.fields['widgets.json'] ?? {};
  expect(kindsIn(list)).toMatchObject(kept);
  if (KEEPS) {
    keep((file) => {
      file.fields['widgets.json'] = { ...kindsIn(list), ...kept };
    });
  } else expect(Object.keys(kindsIn(list)).sort(), HOW).toEqual(Object.keys(kept).sort());
});

test('the model says what it said', async () => {
  const model = await import(pathToFileURL(`${builtFolder(sites.root)}/model/v1.js`).href);
  const toTen = (_: string, value: unknown) => (typeof value === 'number' ? value.toPrecision(10) : value);
  for (const [name, { asked, says }] of Object.entries(promised.model)) {
    const answer = JSON.stringify(model[name](asked), toTen);
    // What would fill pages is kept by its hash.
    const hash = `sha256-${createHash('sha256').update(answer).digest('base64')}`;
    expect(says.startsWith('sha256-') ? hash : answer, name).toBe(says);
  }
});

for (const id of ids) {
  test(`what ${id} gives out is in the file`, async ({ page, site, host, request }) => {
    test.setTimeout(180_000);
    const listed: Listed = await (await request.get(site.url('widgets.json'))).json();
    const gallery = await (await request.get(site.url('widgets/'))).text();
    const pages = [...gallery.matchAll(new RegExp(`href="[^"]*/figure/${id}/([^"/]+)/"`, 'g'))];
    const figures = Object.fromEntries(
      await Promise.all(
        pages.map(async ([, state = '']) => [state, await frameOf(request, site, id, state)] as const),
      ),
    );
    await openHost(page, host, iframe(site.url(`embed/v1/${id}/`)));
    await framed(page, id);
    const states = await singly(page);
    for (const preset of listed.find((one) => one.id === id)?.presets ?? [])
      if (preset.query !== '')
        states[preset.query] = query(await shownAt(page, site, host, id, preset.query));
    const conversation = await talkWith(page, site, host, id);
    if (KEEPS) {
      keep((file) => {
        const grown = (kept: Record<string, string> | undefined, now: Record<string, string>) => ({
          ...kept,
          ...Object.fromEntries(
            Object.entries(now).map(([name, whole]) => [
              name,
              query({ ...said(whole), ...said(kept?.[name] ?? '') }),
            ]),
          ),
        });
        file.states[id] = grown(file.states[id], states);
        file.figures[id] = grown(file.figures[id], figures);
        file.conversations[id] ??= conversation;
      });
    } else {
      expect(promised.states[id], HOW).toMatchObject(states);
      expect(promised.figures[id], HOW).toMatchObject(figures);
      expect(promised.conversations[id], HOW).toBeDefined();
    }
  });
}

type Listed = { id: string; presets: { query: string }[] }[];

/** The whole state that a frame at an address says it is in. */
async function shownAt(
  page: Page,
  site: Site,
  host: Host,
  id: string,
  asked: string,
): Promise<Record<string, string>> {
  await openHost(page, host, iframe(site.url(`embed/v1/${id}/${asked}`)));
  await framed(page, id);
  return Object((await ask(page, { type: 'get' })).state);
}

/** The query of the frame that a figure page gives to others. */
async function frameOf(request: APIRequestContext, site: Site, id: string, state: string): Promise<string> {
  const { html } = await (await request.get(site.url(`figure/${id}/${state}/oembed.json`))).json();
  const address = /<iframe src="([^"]*)"/.exec(html)?.[1] ?? '';
  return new URL(address.replaceAll('&amp;', '&')).search;
}

/** Each word of a figure's choices, and both ends of its quantities, each alone in an address: the state it stands for. */
async function singly(page: Page): Promise<Record<string, string>> {
  const home = (await ask(page, { type: 'get' })).state;
  const schema = Object((await saidBy(page, 'hello'))[0]?.schema);
  const states: Record<string, string> = { '': query(Object(home)) };
  for (const [key, { options, min, max }] of Object.entries<{ options?: string[]; min: number; max: number }>(
    schema,
  )) {
    for (const value of options ?? [min, max]) {
      await ask(page, { type: 'set', state: home });
      const state = Object((await ask(page, { type: 'set', state: { [key]: value } })).state);
      states[query({ [key]: String(state[key]) })] = query(state);
    }
  }
  return states;
}

/** What a host may say to a figure, and what it answers just now. */
async function talkWith(page: Page, site: Site, host: Host, id: string): Promise<Exchange[]> {
  await openHost(page, host, iframe(site.url(`embed/v1/${id}/`)));
  await framed(page, id);
  const schema: Record<string, { kind: string; unit?: string; options?: string[]; max?: number }> = Object(
    (await saidBy(page, 'hello'))[0]?.schema,
  );
  const keys = Object.entries(schema).map(([key, { kind, unit }]) => [key, unit ? { kind, unit } : { kind }]);
  const [number] = Object.entries(schema).find(([, { kind }]) => kind === 'quantity') ?? [''];
  const choice = Object.entries(schema).find(([, { kind }]) => kind === 'choice');
  const told = [
    { type: 'get' },
    { type: 'set', state: { [number]: schema[number]?.max } },
    ...(choice === undefined ? [] : [{ type: 'set', state: { [choice[0]]: choice[1].options?.at(-1) } }]),
    { type: 'set', state: { [number]: null } },
    { type: 'set', state: { [number]: 'x' } },
  ];
  const exchanges: Exchange[] = [
    {
      say: { ns: 'queue', v: 1, type: 'init', id: 'kept' },
      hear: { ns: 'queue', v: 1, type: 'hello', widget: id, id: 'kept', schema: Object.fromEntries(keys) },
    },
  ];
  for (const [index, one] of told.entries()) {
    const say = { ns: 'queue', v: 1, ...one, re: index + 1 };
    exchanges.push({ say, hear: await answerTo(page, say) });
  }
  return exchanges;
}

/** What a frame says to this, known by its mark. */
async function answerTo(page: Page, say: Exchange['say']): Promise<Said> {
  const before = (await saidBy(page)).length;
  await tell(page, say);
  const answer = async () =>
    (await saidBy(page)).slice(before).find(({ re, id }) => (re ?? id) === (say.re ?? say.id));
  await expect.poll(answer, JSON.stringify(say)).toBeDefined();
  return (await answer()) ?? {};
}

/** The kind of thing in each field of a list, in whatever depth. */
function kindsIn(value: unknown, at = ''): Record<string, string> {
  if (Array.isArray(value)) return Object.assign({}, ...value.map((one) => kindsIn(one, `${at}[]`)));
  if (typeof value !== 'object' || value === null) return { [at]: typeof value };
  return Object.assign({}, ...Object.entries(value).map(([key, one]) => kindsIn(one, `${at}.${key}`)));
}

function keep(add: (file: ReturnType<typeof read>) => void): void {
  const file = read();
  add(file);
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
