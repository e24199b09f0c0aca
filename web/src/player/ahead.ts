import { make } from '../dom';

/** So many seconds before the end, or so large a share of the whole. */
const SECONDS = 20;
const SHARE = 0.1;

/** The part of the network's state that not all browsers tell. */
interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

/** The part of Turbo that keeps pages; pages without it load as they are. */
interface Turbo {
  session?: { preloader?: { preloadURL(link: HTMLAnchorElement): Promise<void> } };
}

/**
 * Near the end of a video: fetches the page of the next lesson, and the first seconds of its video in the quality that
 * plays now. Not for those who save data, nor on a slow line.
 */
export function lookAhead(video: HTMLVideoElement, nextUrl: string, height: () => number): () => void {
  const stop = (): void => video.removeEventListener('timeupdate', onTime);
  const onTime = (): void => {
    const { duration, currentTime } = video;
    if (!duration || duration - currentTime > Math.max(SECONDS, duration * SHARE)) return;
    stop();
    if (mayLookAhead()) void fetchAhead(nextUrl, height()).catch(() => undefined);
  };
  video.addEventListener('timeupdate', onTime);
  return stop;
}

function mayLookAhead(): boolean {
  const { connection } = navigator as Navigator & { connection?: Connection };
  return !connection?.saveData && !/2g$/.test(connection?.effectiveType ?? '');
}

async function fetchAhead(nextUrl: string, height: number): Promise<void> {
  const href = new URL(nextUrl, location.href).href;
  const { Turbo } = window as { Turbo?: Turbo };
  if (!new URL(href).pathname.startsWith('/learn/')) return fetchStart(await manifestOfPage(href), height, 0);
  void Turbo?.session?.preloader?.preloadURL(make('a', { href })).catch(() => undefined);
  const answer = await quietly(`${href}/playback`);
  if (!answer.ok || answer.redirected) return;
  const { manifest, position } = (await answer.json()) as { manifest: string; position: number };
  await fetchStart(manifest, height, position);
}

async function manifestOfPage(href: string): Promise<string> {
  const page = await (await quietly(href)).text();
  return new DOMParser().parseFromString(page, 'text/html').querySelector('cw-player')?.getAttribute('src') ?? '';
}

/** The opening of picture and sound, and the segment at which the next lesson will begin. */
async function fetchStart(manifest: string, height: number, position: number): Promise<void> {
  if (!manifest) return;
  const address = new URL(manifest, location.href).href;
  const answer = await quietly(address, {}, 'manual');
  if (answer.type === 'opaqueredirect') return; // another host does not take our word for what a prefetch is
  const lines = (await answer.text()).split('\n');
  const pictures = lines.flatMap((line, at) =>
    line.startsWith('#EXT-X-STREAM-INF') && line.includes('RESOLUTION') ? [{ height: Number(/RESOLUTION=\d+x(\d+)/.exec(line)?.[1] ?? 0), uri: lines[at + 1] ?? '' }] : []);
  const picture = pictures.find((one) => one.height === height) ?? pictures.at(-1);
  const sound = lines.map((line) => /TYPE=AUDIO.*URI="([^"]+)"/.exec(line)?.[1]).find(Boolean);
  await Promise.all([picture?.uri, sound].map((uri) => uri && fetchSegment(new URL(uri, address).href, position)));
}

async function fetchSegment(playlist: string, position: number): Promise<void> {
  const lines = (await (await quietly(playlist)).text()).split('\n');
  const opening = /URI="([^"]+)",BYTERANGE="(\d+)@(\d+)"/.exec(lines.find((line) => line.startsWith('#EXT-X-MAP')) ?? '');
  if (!opening) return;
  const file = new URL(opening[1] ?? '', playlist).href;
  await fetchRange(file, Number(opening[3]), Number(opening[2]));
  let until = 0;
  for (const line of lines) {
    if (line.startsWith('#EXTINF:')) until += Number.parseFloat(line.slice(8));
    const range = /^#EXT-X-BYTERANGE:(\d+)@(\d+)/.exec(line);
    if (range && until > position) return fetchRange(file, Number(range[2]), Number(range[1]));
  }
}

async function fetchRange(file: string, from: number, length: number): Promise<void> {
  const answer = await quietly(file, { Range: `bytes=${from}-${from + length - 1}` });
  await answer.arrayBuffer();
}

const quietly = (url: string, headers: Record<string, string> = {}, redirect: RequestRedirect = 'follow'): Promise<Response> =>
  fetch(url, { headers: { 'X-Sec-Purpose': 'prefetch', ...headers }, priority: 'low', redirect } as RequestInit);
