import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'zod';

export const collections = {
  /** The essay's prose, one file a section, read in the order of `order`. */
  sections: defineCollection({
    loader: glob({
      base: './content/sections',
      pattern: '*.mdx',
      generateId: ({ entry }) => entry.replace(/^\d+-|\.mdx$/g, ''),
    }),
    schema: z.strictObject({
      title: z.string().min(1, 'the heading, without its number'),
      /** The section's number in the essay; notes at the end have none. */
      number: z.int().min(0).optional(),
      order: z.int().min(0, 'its place in the reading order'),
    }),
  }),
  /** The talks, one file a deck. */
  talks: defineCollection({
    loader: glob({ base: './content/talks', pattern: '*.mdx' }),
    schema: z.strictObject({
      title: z.string().min(1),
      /** What it is about, in a sentence. */
      about: z.string().min(1),
      /** How long it takes; the times of its slides add up to it. */
      minutes: z.int().min(1),
      order: z.int().min(0, 'its place in the list of talks'),
    }),
  }),
};
