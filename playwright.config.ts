import { defineConfig, devices } from '@playwright/test';
import { chromiumLaunch } from './tests/browser/executable.ts';
import type { Options } from './tests/browser/test.ts';

// `npm run build:sites` builds what is tested: dist/ at "/" and dist-sub/ at "/sub/".
export default defineConfig<Options>({
  testDir: 'tests',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/browser/global-setup.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // A stalled machine fails no submission; what passes only the second time is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  // For two slow cores; a test that needs long here is too long.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    launchOptions: chromiumLaunch(),
  },
  projects: [
    { name: 'root', use: { place: 'root' } },
    // The same site below a path: what has to do with addresses is walked twice, what a hand does is not.
    {
      name: 'sub',
      use: { place: 'sub' },
      testMatch: 'e2e/{addresses,doubling,links,prose,smoke,two-figures,without-script,yours}.spec.ts',
    },
  ],
});
