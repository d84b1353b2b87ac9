import { spawnSync } from 'node:child_process';
import { projectFolder, sites } from './sites.ts';

// One after the other: both builds write the same content cache. Each is told everything anew, so that a
// BASE_PATH or TRIALS left in the shell doesn't change the ordinary one.
for (const { folder, env } of Object.values(sites)) {
  const { BASE_PATH: _base, SITE_URL: _site, TRIALS: _trials, ...rest } = process.env;
  const astro = `${projectFolder}node_modules/astro/bin/astro.mjs`;
  const { status } = spawnSync(process.execPath, [astro, 'build', '--outDir', folder], {
    cwd: projectFolder,
    env: { ...rest, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
