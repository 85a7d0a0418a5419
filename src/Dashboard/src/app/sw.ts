/// <reference lib="webworker" />
import { cleanupOutdatedCaches, matchPrecache, precache } from 'workbox-precaching';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

// The program of the pages lies on the device, and nothing that anybody has read: what officers need without a network they keep under
// their names in the
// browser's database (onDevice.ts). The page itself is asked of the server first, so a newer one is what is opened next; nobody is reloaded
// under a form.
precache(self.__WB_MANIFEST);
cleanupOutdatedCaches();

const page = '/';
// What is no page: an answer of the server, or a file.
const others = /^\/(graphql|auth|imports|attachments|health|metrics|assets)(\/|$)|\.[a-z0-9]+$/i;
// A network that is there by name only: from then on what lies on the device is shown.
const longestWait = 8000;
// What a proxy says while the server behind it is away.
const away = new Set([502, 503, 504]);

async function openPage(request: Request): Promise<Response> {
  const kept = matchPrecache(page);
  const fresh = fetch(request).then(async (answer) => (away.has(answer.status) ? ((await kept) ?? answer) : answer));
  const late = new Promise<Response | undefined>((done) => setTimeout(() => void kept.then(done), longestWait));
  try {
    return (await Promise.race([fresh, late])) ?? (await fresh);
  } catch (fault) {
    const found = await kept;
    if (found) return found;
    throw fault;
  }
}

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== self.location.origin) return;
  if (event.request.mode === 'navigate' && !others.test(pathname)) event.respondWith(openPage(event.request));
  else if (pathname.startsWith('/assets/')) event.respondWith(matchPrecache(pathname).then((kept) => kept ?? fetch(event.request)));
});

// Somebody has agreed to the newer program.
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
});
