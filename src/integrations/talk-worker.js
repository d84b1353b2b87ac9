// Keeps the pages of the talks, and all they load, on a machine that has seen one. The build fills in what. A new
// build's list waits until no window of the old one is left, so that no talk loses its files while it is given.

const NAME = 'NAME';
const FILES = ['FILES'];

addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(NAME);
      await cache.addAll(FILES);
    })(),
  );
});

addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((name) => name.startsWith('talks ') && name !== NAME);
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  // An address holds a talk's state in its query; the page is the same.
  event.respondWith(
    (async () => {
      const cache = await caches.open(NAME);
      return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
    })(),
  );
});
