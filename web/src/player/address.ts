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
 * that, and writes it into every address that the player loads. A manifest may lead to another host, where the first part
 * of the path is a token that ends as ours does: it is followed again for the next one.
 */
export class Address {
  readonly #renewal: string | undefined;
  readonly #former = new Set<string>();
  readonly #elsewhere = new Set<string>();
  #led: { folder: string; by: string } | undefined;
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
    const there = [...this.#elsewhere].find((each) => uri.startsWith(each));
    if (there) return uri.replace(there, await this.#lead());
    const folder = folderOf(this.#manifest);
    for (const former of this.#former) if (uri.includes(former)) return uri.replace(former, folder);
    return uri;
  }

  /** A manifest came from another host. */
  leads(uri: string): void {
    const { origin, pathname } = new URL(uri, location.href);
    if (origin === location.origin) return;
    const folder = `${origin}/${pathname.split('/')[1]}/`;
    if (this.#elsewhere.has(folder)) return;
    this.#elsewhere.add(folder);
    this.#led = { folder, by: this.#manifest };
  }

  /** Whether it was an address of this video until a fresh one came: what was asked for on the way may be refused. */
  isFormer(uri: string): boolean {
    return [...this.#former].some((former) => uri.includes(former));
  }

  /**
   * Asks for a fresh address, at most once at a time; undefined where there is none to be had now. What came a moment
   * ago is still fresh.
   */
  async renew(): Promise<Playback | undefined> {
    if (!this.#renewal) return this.#again();
    if (Date.now() - this.#asked < PAUSE) return this.#asking;
    this.#asked = Date.now();
    this.#asking = this.#ask(this.#renewal);
    return this.#asking;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** The folder of that host, with the token that is good now. */
  async #lead(): Promise<string> {
    if (this.#led?.by !== this.#manifest) {
      const answer = await fetch(this.#manifest, { cache: 'no-store' }).catch(() => undefined);
      if (answer?.ok) this.leads(answer.url);
      if (answer?.ok && this.#led) this.#led.by = this.#manifest;
    }
    return this.#led?.folder ?? '';
  }

  /** What everybody may watch has no other address, but perhaps another token elsewhere. */
  async #again(): Promise<Playback | undefined> {
    if (!this.#led) return undefined;
    const former = this.#led.folder;
    this.#led = { folder: former, by: '' };
    return (await this.#lead()) === former ? undefined : { manifest: this.#manifest, position: 0 };
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
