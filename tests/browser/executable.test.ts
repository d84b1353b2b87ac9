import { describe, expect, test } from 'vitest';
import { installedCandidates, noBrowser } from './executable.ts';

describe('looking for a browser', () => {
  test("Playwright's own comes before the system's", () => {
    const [first, ...others] = installedCandidates({ env: { PATH: '/usr/bin' }, platform: 'linux' });
    expect(first?.from).toBe("Playwright's own");
    expect(others.map(({ path }) => path)).toContain('/usr/bin/chromium');
  });

  test('an absent variable of the system names no path', () => {
    const env = { PROGRAMFILES: 'C:\\Program Files' };
    const paths = installedCandidates({ env, platform: 'win32' }).map(({ path }) => path);
    expect(paths).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
    expect(paths.join()).not.toContain('undefined');
  });

  test('finding none names what was tried and how to choose one', () => {
    const message = noBrowser(installedCandidates({ env: {}, platform: 'darwin' }));
    expect(message).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(message).toContain('CHROMIUM_PATH');
  });
});
