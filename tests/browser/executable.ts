import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from 'playwright-core';
import { bundledChromium } from './bundled-chromium.ts';

export interface Candidate {
  from: string;
  path: string;
}

export interface Machine {
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
}

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  // Glyphs keep their designed advance widths, so that text is as wide here as on a reader's screen.
  '--font-render-hinting=none',
  // Nothing outside this machine can be reached, whatever a page asks for.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/** The places where a browser is usually installed, in the order they are tried. */
export function installedCandidates({ env, platform }: Machine): Candidate[] {
  const own = { from: "Playwright's own", path: chromium.executablePath() };
  return [own, ...systemPaths({ env, platform }).map((path) => ({ from: 'installed', path }))];
}

function systemPaths({ env, platform }: Machine): string[] {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return roots.flatMap((root) => (root ? programs.map((program) => `${root}\\${program}`) : []));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

/** How to start a Chromium on this machine: spread it into Playwright's launch options. */
export function chromiumLaunch(): LaunchOptions {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH names ${chosen}, which does not exist.`);
    return { executablePath: chosen, args: QUIET };
  }
  const candidates = installedCandidates(process);
  const found = candidates.find(({ path }) => existsSync(path));
  if (found) return { executablePath: found.path, args: QUIET };

  const bundled = bundledChromium();
  if (bundled) return { ...bundled, args: QUIET };
  throw new Error(noBrowser(candidates));
}

export function noBrowser(candidates: readonly Candidate[]): string {
  return [
    'No Chromium was found. Tried:',
    ...candidates.map(({ from, path }) => `  ${path} (${from})`),
    '  the one that comes with the npm packages (@sparticuz/chromium, Linux on x64 only)',
    'Install Chrome or Chromium, or run "npx playwright install chromium",',
    'or set CHROMIUM_PATH to the full path of a Chromium, Chrome or Edge program.',
  ].join('\n');
}
