import { compile } from '@mdx-js/mdx';
import { expect, test } from 'vitest';
import { remarkCitations } from '../../src/integrations/remark-citations.ts';

const placesIn = async (value: string) => {
  const path = `${process.cwd()}/content/sections/5-mine.mdx`;
  const compiled = await compile({ value, path }, { jsx: true, remarkPlugins: [remarkCitations] });
  return [...String(compiled).matchAll(/<(\w+)[^>]* place="([^"]*)"/g)].map(([, name, place]) => [
    name,
    place,
  ]);
};

test.each([
  '<Claim id="a" holds="1 < lead" along="lead" otherwise="No.">Yes.</Claim>',
  '<Fact id="G46" />',
  '<Figure widget="no-such" />',
  '<Guess of="nothing" />',
  '<Scrub of="nothing" />',
  '<Term id="nothing" />',
  '<Value of="nothing" />',
])('what %s has wrong can be told with its file and line', async (element) => {
  const name = /\w+/.exec(element)?.[0];
  expect(await placesIn(`One.\n\nTwo ${element}\n`)).toEqual([[name, 'content/sections/5-mine.mdx:3']]);
  expect(await placesIn(`${element}\n`)).toEqual([[name, 'content/sections/5-mine.mdx:1']]);
});
