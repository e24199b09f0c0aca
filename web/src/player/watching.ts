import { memory } from '../dom';

type Range = [from: number, to: number];

/** What this browser knows: `sent` = the server has been told, perhaps a moment ago. */
interface Kept {
  position: number;
  ranges: Range[];
  at: number;
  sent: boolean;
}

/** As long as a page that was just opened may know less than this browser does. */
const MOMENT = 30_000;

/**
 * Keeps where a student stands and which seconds were seen, and tells the server: every 15 seconds, on pause and on
 * leaving. What could not be sent waits here, and across pages in the browser.
 *
 * `POST url`, form fields: `position` (seconds), `duration`, `watched` (ranges of whole seconds, `0-15,40-52`, the end
 * not included), `ended` (`1` once at the end).
 */
export class Watching {
  readonly #url: string;
  readonly #video: HTMLVideoElement;
  #ranges: Range[] = [];
  #last = -1;
  #sent = -1;
  #timer = 0;
  #ended = false;

  constructor(url: string, video: HTMLVideoElement) {
    this.#url = url;
    this.#video = video;
    const kept = this.#kept();
    if (kept && !kept.sent) this.#ranges = kept.ranges;
    video.addEventListener('timeupdate', () => this.#tick());
    video.addEventListener('seeking', () => (this.#last = -1));
    video.addEventListener('pause', () => void this.save());
    video.addEventListener('ended', () => {
      this.#ended = true;
      void this.save();
    });
    this.#timer = window.setInterval(() => !video.paused && void this.save(), 15_000);
    addEventListener('pagehide', this.#leave);
    document.addEventListener('visibilitychange', this.#hide);
    addEventListener('online', this.#online);
  }

  /** Where to begin: what this device knows and the server does not, else what the server said. */
  start(fromServer: number): number {
    return this.#kept()?.position ?? fromServer;
  }

  async save(): Promise<void> {
    const body = this.#body();
    if (!body) return;
    const sending = this.#ranges;
    this.#keep(false);
    this.#ranges = [];
    try {
      const answer = await fetch(this.#url, { method: 'POST', body, keepalive: true });
      if (answer.status >= 500) throw new Error(String(answer.status));
      if (!this.#ranges.length) memory.set(this.#key, null);
    } catch {
      this.#ranges = merge([...sending, ...this.#ranges]);
      this.#sent = -1;
      this.#keep(false);
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
  #leave = (): void => {
    const body = this.#body();
    if (!body) return;
    const sent = navigator.onLine && navigator.sendBeacon(this.#url, body);
    this.#keep(sent);
    if (sent) this.#ranges = [];
  };

  #hide = (): void => {
    if (document.visibilityState === 'hidden') this.#leave();
  };

  #online = (): void => void this.save();

  #tick(): void {
    const now = this.#video.currentTime;
    const step = now - this.#last;
    if (this.#last >= 0 && step > 0 && step < 2 * Math.max(1, this.#video.playbackRate))
      this.#ranges = merge([...this.#ranges, [this.#last, now]]);
    this.#last = now;
  }

  #body(): URLSearchParams | undefined {
    const position = Math.round(this.#video.currentTime * 100) / 100;
    if (this.#video.readyState < 1 || (position === this.#sent && !this.#ranges.length)) return undefined;
    this.#sent = position;
    return new URLSearchParams({
      position: String(position),
      duration: String(Math.round(this.#video.duration * 100) / 100),
      watched: this.#ranges.map(([from, to]) => [Math.floor(from), Math.ceil(to)].join('-')).join(','),
      ...(this.#ended ? { ended: '1' } : {}),
    });
  }

  get #key(): string {
    return `cw-unsent:${this.#url}`;
  }

  #keep(sent: boolean): void {
    const kept: Kept = { position: this.#video.currentTime, ranges: this.#ranges, at: Date.now(), sent };
    memory.set(this.#key, JSON.stringify(kept));
  }

  #kept(): Kept | null {
    const kept = JSON.parse(memory.get(this.#key) ?? 'null') as Kept | null;
    return kept && kept.sent && Date.now() - kept.at > MOMENT ? null : kept;
  }
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
