/** As long as everybody who starts at once takes to fetch the page a second time. */
const JITTER = 2000;
const NAME = 'cw-exam';

/**
 * Keeps the page of an attempt, what it is made of and what its questions show on this device, so that a reload without a
 * connection works: the service worker answers from there.
 */
export async function keepPage(worker: string, form: string, markup: string[]): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return;
  await navigator.serviceWorker.register(worker, { scope: '/attempts/' });
  await new Promise((later) => setTimeout(later, Math.random() * JITTER));
  const cache = await caches.open(NAME);
  const parts = [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[href], script[src]')]
    .map((part) => ('href' in part ? part.href : part.src));
  const shown = markup.flatMap((html) => [...html.matchAll(/\ssrc="(\/[^"]+)"/g)].map((found) => found[1]!.replaceAll('&amp;', '&')));
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/assets/'));
  const icons = document.documentElement.dataset['icons'];
  const wanted = new Set([location.pathname, form, ...parts, ...shown, ...loaded, ...(icons ? [icons] : [])]
    .map((url) => new URL(url, location.href)).filter((url) => url.origin === location.origin).map((url) => url.pathname + url.search));
  await Promise.all([...wanted].map(async (url) => {
    if (url.startsWith('/assets/') && (await cache.match(url))) return;
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok && !answer.redirected) await cache.put(url, answer);
  }));
}

/** After the end, nothing of an attempt stays on the device. */
export async function forgetPage(base: string): Promise<void> {
  if (!('caches' in window)) return;
  const cache = await caches.open(NAME);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname === base || pathname.startsWith(`${base}/`)) await cache.delete(request);
  }
}
