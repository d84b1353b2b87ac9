import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { builtFolder, sites } from '../../scripts/sites.ts';
import { expect, test } from '../browser/test.ts';
import { read } from './for-ever.ts';

/** The public names of the model, and a question to each. */
const questions = Object.fromEntries(Object.entries(read().model).map(([name, { asked }]) => [name, asked]));

/**
 * What a module of functions answers, as text. Runs in the browser and in Node alike, whose engines may differ
 * in a power's last bit.
 */
async function ask({
  url,
  asked,
}: {
  url: string;
  asked: Readonly<Record<string, unknown>>;
}): Promise<string[]> {
  const model = await import(url);
  const toTen = (_: string, value: unknown) => (typeof value === 'number' ? value.toPrecision(10) : value);
  return Object.entries(asked).map(
    ([name, question]) => `${name} ${JSON.stringify(model[name](question), toTen)}`,
  );
}

const folder = builtFolder(sites.root);

test('the model gives the same numbers in a browser and in Node', async ({ page, site }) => {
  await page.goto(site.url('404.html'));
  const here = await ask({ url: pathToFileURL(`${folder}/model/v1.js`).href, asked: questions });
  const there = await page.evaluate(ask, { url: site.url('model/v1.js'), asked: questions });
  expect(there).toEqual(here);
  expect(here).toContain('steadyScarcity "10.76720154"');
});

test('what the module exports is what is promised, and its types name every one', async ({ page, site }) => {
  await page.goto(site.url('404.html'));
  const exported = await page.evaluate(
    async (url) => Object.keys(await import(url)),
    site.url('model/v1.js'),
  );
  expect(exported.sort()).toEqual(Object.keys(questions).sort());

  const types = readFileSync(`${folder}/model/v1.d.ts`, 'utf8');
  for (const name of exported)
    expect(types).toMatch(new RegExp(`export declare (function|const) ${name}\\b`));
  // Nothing of this house is needed to read them.
  expect(types).not.toMatch(/from ['"]|import\(|#model/);
});

test('a question out of range is answered with a RangeError that names the argument', async ({
  page,
  site,
}) => {
  await page.goto(site.url('404.html'));
  const error = await page.evaluate(async (url) => {
    const { steadyScarcity } = await import(url);
    try {
      return String(steadyScarcity({ doublingYears: 0, leadYears: 2, commitYears: 0 }));
    } catch (thrown) {
      return thrown instanceof RangeError ? thrown.message : `not a RangeError: ${thrown}`;
    }
  }, site.url('model/v1.js'));
  expect(error).toContain('doublingYears');
  expect(error).toContain('0.1');
});
