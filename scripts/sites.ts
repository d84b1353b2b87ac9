import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Place = 'root' | 'sub';

export interface Site {
  folder: string;
  base: string;
  /** What the build is told; the ordinary one is told nothing, as when someone just runs it. */
  env: Readonly<Record<string, string>>;
}

/** The site is built and tested twice: at the root of an address and below a path, as on project pages. */
export const sites: Readonly<Record<Place, Site>> = {
  root: { folder: 'dist', base: '/', env: {} },
  sub: {
    folder: 'dist-sub',
    base: '/sub/',
    // With the pages that exist only to be tested, which the ordinary site must not have.
    env: { BASE_PATH: '/sub/', SITE_URL: 'https://example.org', TRIALS: '1' },
  },
};

export const projectFolder = fileURLToPath(new URL('../', import.meta.url));

/** The built folder's full path; throws where there is none, since building takes longer than a test may. */
export function builtFolder({ folder }: Site): string {
  const path = `${projectFolder}${folder}`;
  if (existsSync(`${path}/index.html`)) return path;
  throw new Error(`${folder}/ holds no built site. Run "npm run build:sites" first.`);
}
