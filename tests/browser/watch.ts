import type { BrowserContext } from '@playwright/test';

/**
 * Notes everything that a reader with the developer tools open would see go wrong, in every page and frame of
 * a context. The list that comes back grows as it happens.
 */
export function watch(context: BrowserContext, origins: readonly string[]): string[] {
  const problems: string[] = [];

  context.on('console', (message) => {
    const { url, lineNumber } = message.location();
    problems.push(`console.${message.type()}: ${message.text()} (${url}:${lineNumber + 1})`);
  });
  context.on('weberror', (webError) => {
    problems.push(`uncaught: ${webError.error().stack ?? webError.error().message}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'unknown';
    // Leaving a page aborts what it was still loading.
    if (reason !== 'net::ERR_ABORTED') problems.push(`request failed: ${request.url()} (${reason})`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) problems.push(`answered ${response.status()}: ${response.url()}`);
  });
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^https?:$/.test(protocol) && !origins.includes(origin)) {
      problems.push(`request to another host: ${request.url()}`);
    }
  });
  return problems;
}

/** Waits until every frame has answered once: what it said before that has then arrived here. */
export async function settled(context: BrowserContext): Promise<void> {
  const frames = context.pages().flatMap((page) => page.frames());
  await Promise.allSettled(frames.map((frame) => frame.evaluate('0')));
}
