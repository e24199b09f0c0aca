// The service worker of exams: a page of an attempt that is open can be loaded again without a connection.
export {};

/** What this file needs of the worker's own global scope. */
interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listener: (event: { waitUntil(work: Promise<unknown>): void }) => void): void;
  addEventListener(type: 'fetch', listener: (event: { request: Request; respondWith(answer: Promise<Response>): void }) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}
const scope = self as unknown as WorkerScope;

const NAME = 'cw-exam';
/** So long a slow line is waited for before the copy on the device is shown. */
const PATIENCE = 6000;
const PAGE = /^\/attempts\/[^/]+$/;
const FORM = /^\/attempts\/[^/]+\/form$/;
const FILE = /^\/attempts\/[^/]+\/files\/|^\/assets\//;

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (FILE.test(pathname)) event.respondWith(deviceFirst(request));
  else if (FORM.test(pathname)) event.respondWith(networkFirst(request, true));
  else if (PAGE.test(pathname) || pathname === '/theme/tokens.css') event.respondWith(networkFirst(request, false));
});

/** Its address names its content: what is kept is right. */
async function deviceFirst(request: Request): Promise<Response> {
  return (await (await caches.open(NAME)).match(request.url)) ?? fetch(request);
}

/**
 * The newest where there is a connection; a server that is starting again counts as none.
 *
 * @param keeps whether it is kept from now on, such as the form of a section that has just been opened
 */
async function networkFirst(request: Request, keeps: boolean): Promise<Response> {
  const cache = await caches.open(NAME);
  const kept = await cache.match(request.url);
  const fresh = fetch(request).then(async (answer) => {
    if (kept && answer.status >= 500) return kept.clone();
    if ((kept || keeps) && answer.ok && !answer.redirected) await cache.put(request.url, answer.clone());
    return answer;
  });
  if (!kept) return fresh;
  const slow = new Promise<Response>((resolve) => setTimeout(() => resolve(kept.clone()), PATIENCE));
  return Promise.race([fresh.catch(() => kept.clone()), slow]);
}
