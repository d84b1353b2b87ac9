import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { headersFor, readHeaders } from './headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

export interface Served {
  /** The address of the site's first page; ends with a slash. */
  url: string;
  close(): Promise<void>;
}

interface Reply {
  status: number;
  headers: Record<string, string>;
  body: Buffer | string;
}

/**
 * Serves a built site as a static host does: no rewriting, no compression, one folder at one base path, with the
 * headers that its `_headers` asks for, if it is a host that reads them.
 */
export async function serve(folder: string, base = '/', port = 0, readsHeaders = true): Promise<Served> {
  const text = readsHeaders ? await readFile(join(folder, '_headers'), 'utf8').catch(() => '') : '';
  const rules = readHeaders(text);
  const server = createServer(async (request, response) => {
    const target = request.url ?? '/';
    const { status, headers, body } = await answer(folder, base, target);
    const asked = headersFor(rules, new URL(target, 'http://localhost').pathname);
    response.writeHead(status, { 'cache-control': 'no-cache', ...asked, ...headers });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  const origin = await listen(server, port);
  return { url: origin + base, close: () => close(server) };
}

/** Opens a server on this machine only, on any free port unless told which, and says its origin. */
export async function listen(server: Server, port = 0): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
}

export async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

async function answer(folder: string, base: string, target: string): Promise<Reply> {
  const { pathname, search } = new URL(target, 'http://localhost');
  const path = decoded(pathname);
  if (path === undefined) return { status: 400, headers: {}, body: 'Bad address' };
  if (!path.startsWith(base)) return { status: 404, headers: {}, body: `Nothing is served outside ${base}` };

  // URL has resolved plain dots; encoded ones are still in the path.
  const file = normalize(join(folder, path.slice(base.length)));
  if (!`${file}${sep}`.startsWith(normalize(folder + sep))) return notFound(folder);

  if (path.endsWith('/')) return (await found(join(file, 'index.html'))) ?? notFound(folder);
  const direct = await found(file);
  if (direct) return direct;
  if (await isFile(join(file, 'index.html'))) {
    return { status: 301, headers: { location: `${pathname}/${search}` }, body: '' };
  }
  return (await found(`${file}.html`)) ?? notFound(folder);
}

async function found(file: string, status = 200): Promise<Reply | undefined> {
  if (!(await isFile(file))) return undefined;
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  return { status, headers: { 'content-type': type }, body: await readFile(file) };
}

async function notFound(folder: string): Promise<Reply> {
  return (await found(join(folder, '404.html'), 404)) ?? { status: 404, headers: {}, body: 'Not found' };
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (it) => it.isFile(),
    () => false,
  );
}

function decoded(pathname: string): string | undefined {
  try {
    const path = decodeURIComponent(pathname);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}
