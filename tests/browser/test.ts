import { test as base, expect } from '@playwright/test';
import { type Place, sites } from '../../scripts/sites.ts';
import { addressVariable } from './global-setup.ts';
import { Host } from './host.ts';
import { settled, watch } from './watch.ts';

export interface Site {
  /** '/' or '/sub/' */
  base: string;
  origin: string;
  /** The full address of a path of the site: `url('widgets/')`, `url('embed/v1/scarcity/?lead=2y')`. */
  url(path?: string): string;
}

export interface Options {
  place: Place;
}

interface Fixtures {
  site: Site;
  /** Names what the browser is expected to complain of. Each must come; anything else fails the test. */
  expectMessages(...patterns: RegExp[]): void;
  expected: RegExp[];
}

interface WorkerFixtures {
  host: Host;
}

export const test = base.extend<Fixtures & Options, WorkerFixtures>({
  place: ['root', { option: true }],

  site: async ({ place }, use) => {
    const address = process.env[addressVariable[place]];
    if (!address) throw new Error('The sites are served by the global setup, which has not run.');
    const url = (path = '') => new URL(path.replace(/^\//, ''), address).href;
    await use({ base: sites[place].base, origin: new URL(address).origin, url });
  },

  baseURL: async ({ site }, use) => {
    await use(site.url());
  },

  host: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const host = await Host.open();
      await use(host);
      await host.close();
    },
    { scope: 'worker' },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: as above.
  expected: async ({}, use) => {
    await use([]);
  },

  expectMessages: async ({ expected }, use) => {
    await use((...patterns) => expected.push(...patterns));
  },

  context: async ({ context, site, host, expected }, use) => {
    const problems = watch(context, [site.origin, host.origin]);
    await use(context);
    await settled(context);
    const unexpected = problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
    expect.soft(unexpected, 'the browser complained').toEqual([]);
    const missing = expected.filter((pattern) => !problems.some((problem) => pattern.test(problem)));
    expect.soft(missing, 'expected complaints that never came').toEqual([]);
  },
});

export { expect };
