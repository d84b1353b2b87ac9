import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LaunchOptions } from 'playwright-core';

const project = fileURLToPath(new URL('../../', import.meta.url));
const cache = join(project, 'node_modules/.cache');

/**
 * The Chromium that comes packed in `@sparticuz/chromium`, unpacked once below node_modules, with its own
 * libraries and one font. It needs nothing of the system, so it runs where no browser can be installed.
 */
export function bundledChromium(): Pick<LaunchOptions, 'executablePath' | 'env'> | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const manifest = join(project, 'node_modules/@sparticuz/chromium/package.json');
  if (!existsSync(manifest)) return undefined;
  const { version }: { version: string } = JSON.parse(readFileSync(manifest, 'utf8'));

  const home = join(cache, `chromium-${version}`);
  if (!existsSync(home)) unpack(home);
  const libraries = [join(home, 'al2023/lib'), process.env.LD_LIBRARY_PATH];
  return {
    executablePath: join(home, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: libraries.filter(Boolean).join(':'),
      // Only the packed font, also where the system has others: a fallback looks the same on every machine.
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  };
}

// The package unpacks into the temporary folder and takes any `chromium` already there, even one that another
// process is still writing. So each process unpacks apart, and whoever is done first moves it into place.
function unpack(home: string): void {
  mkdirSync(cache, { recursive: true });
  const staging = mkdtempSync(join(cache, 'unpacking-chromium-'));
  const code = `const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();`;
  try {
    execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: project,
      // The runtime's name makes the package unpack its libraries too.
      env: { ...process.env, TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    writeFileSync(join(staging, 'fonts.conf'), fontsConfig(home));
    renameSync(staging, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function fontsConfig(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${home}/fonts/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`;
}
