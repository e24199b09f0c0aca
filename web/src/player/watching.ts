import { memory } from '../dom';
import type { Elsewhere } from './seat';

type Range = [from: number, to: number];

/** Where a student left a video on this device: `ranges` are seconds seen that the server has not been told. */
interface Place {
  position: number;
  ranges: Range[];
  at: number;
  told: boolean;
}

const MOST_PLACES = 60;
const EVERY = 15_000;

/**
 * Keeps where a student stands and which seconds were seen, and tells the server: every 15 seconds, on pause and on
 * leaving. What could not be told waits in the browser, with the moment at which it was true, and is told when a page
 * of the lesson opens again.
 *
 * `POST url`, form fields: `position` (seconds), `watched` (ranges of whole seconds, `0-15,40-52`, the end not
 * included), `ended` (`1` once at the end), `age` (seconds since then, absent = now), `still` (`true` where it does not
 * play). 409 = it was heard, but another browser has this one's seat.
 */
export class Watching {
  readonly #url: string;
  readonly #viewer: string;
  readonly #video: HTMLVideoElement;
  readonly #elsewhere: (elsewhere: Elsewhere) => void;
  #ranges: Range[] = [];
  #last = -1;
  #told = 0;
  #timer = 0;
  #ended = false;

  /**
   * @param viewer who watches; another student on this device has places of their own
   * @param elsewhere hears that another browser has the seat of this one
   */
  constructor(url: string, viewer: string, video: HTMLVideoElement, elsewhere: (elsewhere: Elsewhere) => void) {
    this.#url = url;
    this.#viewer = viewer;
    this.#video = video;
    this.#elsewhere = elsewhere;
    video.addEventListener('timeupdate', () => this.#tick());
    video.addEventListener('seeking', () => (this.#last = -1));
    video.addEventListener('play', () => (this.#ended = false));
    video.addEventListener('pause', () => void this.save());
    video.addEventListener('ended', () => {
      this.#ended = true;
      void this.save();
    });
    this.#timer = window.setInterval(() => !video.paused && void this.save(), EVERY);
    addEventListener('pagehide', this.#leave);
    document.addEventListener('visibilitychange', this.#hide);
    addEventListener('online', this.#online);
    void this.#tellLate();
  }

  /** Where to begin: where this device or another stood last, the server's `age` being in seconds. */
  start(fromServer: number, age: number): number {
    const place = this.#places()[this.#key];
    const own = place && (Date.now() - place.at) / 1000 < age;
    return (this.#told = own ? place.position : fromServer);
  }

  /** Whether the server's position is another device's: neither where this one stands nor what it has told. */
  elsewhere(fromServer: number): boolean {
    return Math.abs(fromServer - this.#told) > 2 && Math.abs(fromServer - this.#video.currentTime) > 2;
  }

  async save(): Promise<void> {
    const body = this.#body(this.#video.paused);
    if (!body) return;
    const telling = this.#ranges;
    this.#keep(telling, false);
    this.#ranges = [];
    if (await this.#tell(body)) {
      this.#keep(this.#ranges, true);
    } else {
      this.#ranges = merge([...telling, ...this.#ranges]);
      this.#told = -1;
      this.#keep(this.#ranges, false);
    }
  }

  stop(): void {
    this.#leave();
    clearInterval(this.#timer);
    removeEventListener('pagehide', this.#leave);
    document.removeEventListener('visibilitychange', this.#hide);
    removeEventListener('online', this.#online);
  }

  /** On leaving there is no time to hear the answer; without a network it stays here. */
  #leave = (): void => this.#tellAtOnce(true);

  #tellAtOnce(still: boolean): void {
    const body = this.#body(still);
    if (!body) return;
    const told = navigator.onLine && navigator.sendBeacon(this.#url, body);
    this.#keep(told ? [] : this.#ranges, told);
    if (told) this.#ranges = [];
  }

  #hide = (): void => {
    if (document.visibilityState === 'hidden') this.#tellAtOnce(this.#video.paused);
  };

  #online = (): void => void this.save();

  /** What a page of this lesson could not tell before it was left. */
  async #tellLate(): Promise<void> {
    const place = this.#places()[this.#key];
    if (!place || place.told) return;
    const body = form(place.position, place.ranges);
    body.set('age', String(Math.max(0, Math.round((Date.now() - place.at) / 1000))));
    if (await this.#tell(body)) this.#put({ ...place, ranges: [], told: true });
    else this.#ranges = merge([...place.ranges, ...this.#ranges]);
  }

  /** Whether it need not be told again: it was heard, or will never be. */
  async #tell(body: URLSearchParams): Promise<boolean> {
    try {
      const answer = await fetch(this.#url, { method: 'POST', body, keepalive: true });
      if (answer.status === 409) this.#elsewhere((await answer.json()) as Elsewhere);
      return answer.ok || answer.status === 409 || answer.status === 404 || answer.status === 422;
    } catch {
      return false;
    }
  }

  #tick(): void {
    const now = this.#video.currentTime;
    const step = now - this.#last;
    if (this.#last >= 0 && step > 0 && step < 2 * Math.max(1, this.#video.playbackRate))
      this.#ranges = merge([...this.#ranges, [this.#last, now]]);
    this.#last = now;
  }

  #body(still: boolean): URLSearchParams | undefined {
    const position = this.#video.currentTime;
    if (this.#video.readyState < 1 || (Math.abs(position - this.#told) < 0.5 && !this.#ranges.length)) return undefined;
    this.#told = position;
    const body = form(position, this.#ranges);
    if (this.#ended) body.set('ended', '1');
    if (still) body.set('still', 'true');
    return body;
  }

  get #key(): string {
    return `${this.#viewer} ${this.#url}`;
  }

  #keep(ranges: Range[], told: boolean): void {
    this.#put({ position: this.#ended ? 0 : this.#video.currentTime, ranges, at: Date.now(), told });
  }

  #put(place: Place): void {
    const places = Object.entries({ ...this.#places(), [this.#key]: place });
    places.sort(([, one], [, other]) => other.at - one.at);
    memory.set('cw-places', JSON.stringify(Object.fromEntries(places.slice(0, MOST_PLACES))));
  }

  #places(): Record<string, Place> {
    return JSON.parse(memory.get('cw-places') ?? '{}') as Record<string, Place>;
  }
}

/** Whole seconds, rounded: two ranges that touch still do, and none is longer than what was seen by more than one. */
function form(position: number, ranges: Range[]): URLSearchParams {
  return new URLSearchParams({
    position: String(Math.round(position * 100) / 100),
    watched: ranges
      .map(([from, to]) => [Math.round(from), Math.round(to)] as const)
      .filter(([from, to]) => from < to)
      .slice(0, 200)
      .map((range) => range.join('-'))
      .join(','),
  });
}

/** Ranges in order, those that touch made one. */
function merge(ranges: Range[]): Range[] {
  const merged: Range[] = [];
  for (const [from, to] of [...ranges].sort((one, other) => one[0] - other[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1] + 0.5) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
