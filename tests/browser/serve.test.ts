import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Served, serve } from '../../scripts/serve.ts';

let folder: string;
let root: Served;
let sub: Served;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-'));
  const site = join(folder, 'site');
  await mkdir(join(site, 'page'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(site, 'index.html'), '<h1>Home</h1>');
  await writeFile(join(site, '404.html'), '<h1>Lost</h1>');
  await writeFile(join(site, 'page/index.html'), '<h1>Page</h1>');
  await writeFile(join(site, 'plain.html'), '<h1>Plain</h1>');
  await writeFile(join(site, 'font.woff2'), '');
  [root, sub] = await Promise.all([serve(site), serve(site, '/sub/')]);
});

afterAll(async () => {
  await Promise.all([root.close(), sub.close()]);
  await rm(folder, { recursive: true });
});

describe('the static server answers as plain hosts do', () => {
  test.each([
    ['', 200, '<h1>Home</h1>'],
    ['page/', 200, '<h1>Page</h1>'],
    ['page/?lead=2y', 200, '<h1>Page</h1>'],
    ['plain', 200, '<h1>Plain</h1>'],
    ['plain.html', 200, '<h1>Plain</h1>'],
    ['plain/', 404, '<h1>Lost</h1>'],
    ['missing', 404, '<h1>Lost</h1>'],
    ['missing/', 404, '<h1>Lost</h1>'],
  ])('%j with %i', async (path, status, body) => {
    for (const { url } of [root, sub]) {
      const response = await fetch(url + path);
      expect(response.status).toBe(status);
      expect(await response.text()).toBe(body);
    }
  });

  test('a folder without its slash is sent to the slash, with its query', async () => {
    const response = await fetch(`${sub.url}page?lead=2y`, { redirect: 'manual' });
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe('/sub/page/?lead=2y');
  });

  test('a file says its type', async () => {
    expect((await fetch(`${root.url}font.woff2`)).headers.get('content-type')).toBe('font/woff2');
    expect((await fetch(root.url)).headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  test('nothing is served outside the base path', async () => {
    const response = await fetch(new URL('/page/', sub.url));
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('<h1>');
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/page/..%2f..%2fsecret.txt',
    '/%',
    '/%00',
  ])('nothing is served outside the folder: %s', async (path) => {
    const { status, body } = await raw(root.url, path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain('secret');
  });
});

// fetch would tidy the path before it is sent.
function raw(url: string, path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { path }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject).end();
  });
}
