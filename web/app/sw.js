// Keeps the page for use offline. The build puts in the names of its files; a new build is a new worker.
//
// Only GET requests to the page's own origin are answered, only with files of the build; nothing else is kept.

const VERSION = '__VERSION__';
/** What the first visit needs. */
const FIRST = __FIRST__;
/** What only some files need: fetched quietly afterwards, so that nobody waits for it. */
const LATER = __LATER__;
const CACHE = `report-model-${VERSION}`;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FIRST)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith('report-model-') && name !== CACHE) await caches.delete(name);
      }
      await self.clients.claim();
      const cache = await caches.open(CACHE);
      // One after the other; what fails is fetched when it is needed.
      for (const file of LATER) await cache.add(file).catch(() => undefined);
    })(),
  );
});

self.addEventListener('message', ({ data }) => {
  if (data === 'take over') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(
    (async () => {
      const cache = await caches.open(CACHE);
      const kept = await cache.match(request.mode === 'navigate' ? './index.html' : request, { ignoreSearch: true });
      return kept ?? fetch(request);
    })(),
  );
});
