/** At most as long as the server lets an address play. */
const LONGEST = 4 * 3_600_000;
/** Between two tries to get a fresh address. */
const PAUSE = 5_000;
/** After a try that brought none. */
const AGAIN = 60_000;

/** What the server answers to somebody who asks for a fresh address. */
interface Playback {
  manifest: string;
  /** Seconds into the video, perhaps told by another device. */
  position: number;
}

/**
 * Where a video lies: `/media/{token}/{video}/…`. A token is over after some hours; this asks for the next one before
 * that, and writes it into every address that the player loads.
 */
export class Address {
  readonly #renewal: string | undefined;
  readonly #former = new Set<string>();
  #manifest: string;
  #received: number;
  #asking: Promise<Playback | undefined> | undefined;
  #asked = 0;
  #timer = 0;

  /**
   * @param renewal where a fresh address is to be had; undefined for what everybody may watch
   * @param received when the server wrote `manifest`, by the clock of this device
   */
  constructor(manifest: string, renewal: string | undefined, received: number) {
    this.#manifest = manifest;
    this.#renewal = renewal;
    this.#received = received;
    this.#wait();
  }

  get manifest(): string {
    return this.#manifest;
  }

  /** The same address as it has to be now. Asks for a token first where the one at hand is nearly over. */
  async current(uri: string): Promise<string> {
    if (this.#ends() - Date.now() < this.#margin() / 2) await this.renew();
    const folder = folderOf(this.#manifest);
    for (const former of this.#former) if (uri.includes(former)) return uri.replace(former, folder);
    return uri;
  }

  /** Asks for a fresh address, at most once at a time; undefined where there is none to be had now. */
  async renew(): Promise<Playback | undefined> {
    if (!this.#renewal || Date.now() - this.#asked < PAUSE) return this.#asking;
    this.#asked = Date.now();
    this.#asking = this.#ask(this.#renewal).finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #ask(renewal: string): Promise<Playback | undefined> {
    try {
      const answer = await fetch(renewal, { headers: { Accept: 'application/json' }, cache: 'no-store' });
      if (!answer.ok || answer.redirected) return this.#later();
      const playback = (await answer.json()) as Playback;
      this.#take(playback.manifest);
      return playback;
    } catch {
      return this.#later();
    }
  }

  #later(): undefined {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.renew(), AGAIN);
  }

  #take(manifest: string): void {
    const folder = folderOf(this.#manifest);
    this.#former.delete(folderOf(manifest));
    if (folder !== folderOf(manifest)) this.#former.add(folder);
    this.#manifest = manifest;
    this.#received = Date.now();
    this.#wait();
  }

  /** When the token is over by the clock of this device. Where that clock is wrong, its word is not taken. */
  #ends(): number {
    const ends = Number(/\/media\/[^/.]+\.(\d+)\./.exec(this.#manifest)?.[1] ?? NaN) * 1000;
    if (Number.isNaN(ends) || !this.#renewal) return Infinity;
    const left = ends - this.#received;
    return this.#received + (left > 0 && left <= LONGEST ? left : LONGEST);
  }

  #margin(): number {
    return (this.#ends() - this.#received) / 4;
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const ends = this.#ends();
    if (ends < Infinity)
      this.#timer = window.setTimeout(() => void this.renew(), Math.max(PAUSE, ends - this.#margin() - Date.now()));
  }
}

const folderOf = (manifest: string): string => manifest.replace(/[^/]*$/, '').replace(/^https?:\/\/[^/]+/, '');
