import { serve } from '../../scripts/serve.ts';
import { builtFolder, sites } from '../../scripts/sites.ts';

/** Where the workers find the served sites: environment variables are what Playwright hands on to them. */
export const addressVariable = { root: 'TEST_SITE_ROOT', sub: 'TEST_SITE_SUB' } as const;

export default async function serveSites(): Promise<() => Promise<void>> {
  const [root, sub] = await Promise.all([
    serve(builtFolder(sites.root), sites.root.base),
    serve(builtFolder(sites.sub), sites.sub.base),
  ]);
  process.env[addressVariable.root] = root.url;
  process.env[addressVariable.sub] = sub.url;
  return async () => {
    await Promise.all([root.close(), sub.close()]);
  };
}
