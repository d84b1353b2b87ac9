import { createServer } from 'node:http';
import { close, listen } from '../../scripts/serve.ts';

/** Somebody else's site: it serves whatever pages a test writes, from another origin than ours. */
export class Host {
  readonly #pages = new Map<string, { html: string; headers: Record<string, string> }>();
  readonly #server = createServer((request, response) => {
    const page = this.#pages.get(new URL(request.url ?? '/', 'http://host').pathname);
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(page?.html);
  });
  #origin = '';

  static async open(): Promise<Host> {
    const host = new Host();
    // By name, where our site is served by number: another site to the browser, not just another port.
    host.#origin = (await listen(host.#server)).replace('127.0.0.1', 'localhost');
    return host;
  }

  get origin(): string {
    return this.#origin;
  }

  /** Serves this HTML, with these response headers, and says its address. */
  page(html: string, headers: Record<string, string> = {}): string {
    const path = `/${this.#pages.size + 1}/`;
    this.#pages.set(path, { html, headers });
    return this.#origin + path;
  }

  async close(): Promise<void> {
    await close(this.#server);
  }
}
