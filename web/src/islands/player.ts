import { clock, icon, make, text } from '../dom';
import { Address } from '../player/address';
import { lookAhead } from '../player/ahead';
import { chaptersOf, followChapters } from '../player/chapters';
import type { Engine, Text } from '../player/engine';
import { Line } from '../player/line';
import { offerSeat, takeSeat, type Elsewhere } from '../player/seat';
import { shareWithSystem } from '../player/media-session';
import { Place } from '../player/place';
import { bindShortcuts } from '../player/shortcuts';
import { offerNext } from '../player/up-next';
import { Watching } from '../player/watching';
import { watermark } from '../player/watermark';

/** As long as a page may be out of sight before another device is asked for. */
const AWAY = 30_000;
/** After so long without a failure the next one is the first again. */
const CALM = 60_000;

/**
 * Plays a video over HLS and resumes at the second.
 *
 *     <cw-player src="…/master.m3u8" poster="…" label="IAM policies" start="252" eager data-thumbnails="…/storyboard.vtt"
 *         data-position-age="3600" data-viewer="12" data-album="AWS" data-playback-url="/learn/…/playback"
 *         data-progress-url="/learn/…/position" data-next-url="/learn/…" data-next-title="Roles" data-seats>
 *       <video controls preload="none" playsinline poster="…" src="…/master.m3u8"><track kind="captions" …></video>
 *     </cw-player>
 *
 * The video inside plays where there is no script and HLS is native. `eager`: the first seconds are fetched before the
 * click. `data-seats`: it is counted at how many browsers somebody watches. `?t=83` in the address of the page starts there. The element stays as it is while a video plays; what lies over
 * the picture goes into it, after `.box`. Events: `cw-time` (detail = seconds), `cw-ended`.
 */
export class Player extends HTMLElement {
  video!: HTMLVideoElement;
  #before = '';
  #box: HTMLElement | undefined;
  #start: HTMLButtonElement | undefined;
  #message: HTMLElement | undefined;
  #engine: Engine | undefined;
  #loading: Promise<void> | undefined;
  #watching: Watching | undefined;
  #address: Address | undefined;
  #line: Line | undefined;
  #texts: Text[] = [];
  #undo: (() => void)[] = [];
  #closeNext: (() => void) | undefined;
  #closeSeat: (() => void) | undefined;
  #hideMessage = 0;
  #refused = 0;
  #failures = 0;
  #failedAt = 0;
  #idle = 0;
  #again = 0;
  #wanted = false;
  #place: Place | undefined;
  #away = 0;
  #soundOnly = false;

  connectedCallback(): void {
    if (this.#box) return;
    this.#before = this.innerHTML;
    this.dataset['island'] = 'player';
    this.dataset['rendered'] ??= String(Date.now());
    this.video = this.querySelector('video') ?? make('video', { playsinline: '', preload: 'none' });
    this.video.controls = false;
    this.video.removeAttribute('src');
    this.#texts = [...this.video.querySelectorAll('track')].map(({ src, srclang, label }) => ({ src, language: srclang, label }));
    this.video.replaceChildren();
    this.#place = new Place(this.video);
    this.#box = make('div', { class: 'box' }, this.video);
    this.#message = make('div', { class: 'message', role: 'status', hidden: '' });
    const { progressUrl, viewer, playbackUrl } = this.dataset;
    if (progressUrl) this.#watching = new Watching(progressUrl, viewer ?? '', this.video, (where) => this.#stopFor(where));
    this.#address = new Address(this.getAttribute('src') ?? '', playbackUrl, this.#rendered);
    const seconds = this.#resumeAt();
    const label = this.getAttribute('label') ?? '';
    this.#start = make('button', { class: 'start', type: 'button', 'aria-label': text('player.play', label) },
      make('span', {}, icon('play')), ...(seconds > 0 ? [make('small', {}, text('player.resume', clock(seconds)))] : []));
    this.#start.addEventListener('click', () => void this.play());
    if (!this.#seats) this.#start.addEventListener('pointerenter', () => void this.#load(), { once: true });
    this.replaceChildren(this.#box, this.#start, this.#message);
    this.video.addEventListener('timeupdate', () => this.#onTime());
    this.video.addEventListener('ended', () => this.#onEnded());
    this.video.addEventListener('play', () => this.#onPlay());
    this.video.addEventListener('pause', this.#onPause);
    this.#undo = [bindShortcuts(this), followChapters((to) => this.#goTo(to))];
    if (this.dataset['watermark']) this.#undo.push(watermark(this.#box, this.dataset['watermark']));
    document.addEventListener('turbo:before-cache', this.#reset);
    document.addEventListener('visibilitychange', this.#onVisible);
    if (this.hasAttribute('eager')) this.#idle = window.setTimeout(() => void this.#load(), 200);
  }

  disconnectedCallback(): void {
    this.#reset();
  }

  async play(): Promise<void> {
    if (this.#closeSeat) return;
    this.#wanted = true;
    this.#start?.classList.add('waiting');
    await this.#load();
    await this.video.play().catch(() => undefined);
  }

  toggle(): void {
    if (this.video.paused) void this.play();
    else this.video.pause();
  }

  /** To a second; begins to play when it has not yet. */
  seek(seconds: number): void {
    this.#place?.go(Math.max(0, Math.min(seconds, this.video.duration || seconds)));
    if (this.#start?.isConnected && this.video.readyState === 0) void this.play();
  }

  toggleCaptions(): void {
    this.#engine?.toggleCaptions();
  }

  toggleFullScreen(): void {
    if (this.#engine) this.#engine.toggleFullScreen();
    else void this.video.requestFullscreen?.();
  }

  /** Shows a line over the picture for a moment, or until something else is said; nothing = takes it away. */
  say(words: string, stay = false, ...more: Node[]): void {
    if (!this.#message) return;
    clearTimeout(this.#hideMessage);
    this.#message.replaceChildren(words, ...more);
    this.#message.hidden = words === '';
    if (!stay) this.#hideMessage = window.setTimeout(() => this.#message && (this.#message.hidden = true), 2500);
  }

  get #seats(): boolean {
    return this.dataset['seats'] !== undefined;
  }

  /** As fast as it plays, or will once it has data again. */
  get rate(): number {
    return this.#engine?.rate ?? this.video.playbackRate;
  }

  set rate(rate: number) {
    if (this.#engine) this.#engine.rate = rate;
    else this.video.playbackRate = rate;
  }

  get #rendered(): number {
    return Number(this.dataset['rendered']);
  }

  #resumeAt(): number {
    const linked = new URLSearchParams(location.search).get('t') ?? '';
    if (/^\d{1,6}(\.\d+)?$/.test(linked)) return Number(linked);
    const { positionAge } = this.dataset;
    const age = positionAge ? Number(positionAge) + (Date.now() - this.#rendered) / 1000 : Infinity;
    const given = Number(this.getAttribute('start') ?? 0);
    return this.#watching?.start(given, age) ?? given;
  }

  /** From a link in the page: the picture comes into sight. */
  #goTo(seconds: number): void {
    this.scrollIntoView({ block: 'nearest' });
    this.seek(seconds);
  }

  #load(): Promise<void> {
    this.#loading ??= this.#begin(this.#place?.second ?? this.#resumeAt())
      .catch((failed: unknown) => this.#onFailed(failed, text('player.failed')));
    return this.#loading;
  }

  /**
   * It did not even begin: perhaps the token is over, perhaps the network is away. Or it broke off, and the engine cannot
   * go on with what it has. Who asked for it need not ask again.
   */
  async #onFailed(failed: unknown, words: string): Promise<void> {
    console.warn(failed);
    this.#loading = undefined;
    this.#start?.classList.remove('waiting');
    const unasked = this.#start?.isConnected && !this.#wanted;
    if (unasked || (await this.#seatless()) || this.#again) return;
    this.say(words, true);
    if (Date.now() - this.#failedAt > CALM) this.#failures = 0;
    this.#failedAt = Date.now();
    const wait = Math.min(30_000, 1000 * 2 ** this.#failures++);
    this.#again = window.setTimeout(() => void this.#tryAgain(), wait);
  }

  /** From the same second on; what was paused stays so. */
  async #tryAgain(): Promise<void> {
    this.#again = 0;
    await this.#address?.renew();
    await (this.#wanted ? this.play() : this.#load());
    if (this.#loading) this.say('');
  }

  async #begin(seconds: number): Promise<void> {
    const address = this.#address;
    if (!address) return;
    if (!('MediaSource' in window || 'ManagedMediaSource' in window)) return this.#beginNative(address.manifest, seconds);
    loadStyle();
    const { shakaEngine, supported } = await import('../player/engine');
    if (!supported() || !this.#box) return this.#beginNative(address.manifest, seconds);
    this.#engine ??= shakaEngine(this.#box, this.video, {
      interrupted: (status, uri) => void this.#onInterrupted(status, uri),
      broken: (failed) => void this.#onFailed(failed, text('player.broken')),
      arrived: () => {
        this.#refused = 0;
        this.#line?.works();
      },
      current: (uri) => address.current(uri),
      led: (uri) => address.leads(uri),
    });
    this.#line ??= new Line({
      video: this.video,
      retry: () => this.#engine?.retry(),
      say: (...words) => this.say(...words),
      hasSoundOnly: () => !this.#soundOnly && (this.#engine?.hasSound ?? false),
      soundOnly: () => void this.#playSound(true),
    });
    await this.#engine.load(address.manifest, seconds, this.#texts);
    this.#decorate();
  }

  /** Chapters and thumbnails; both want addresses that are whole. */
  #decorate(): void {
    const chapters = chaptersOf(document);
    if (chapters.length) this.#engine?.addChapters(chapters);
    const { thumbnails } = this.dataset;
    if (thumbnails) this.#engine?.addThumbnails(new URL(thumbnails, location.href).href);
  }

  async #beginNative(source: string, seconds: number): Promise<void> {
    if (!this.video.canPlayType('application/vnd.apple.mpegurl')) {
      this.say(text('player.unsupported'), true);
      return;
    }
    this.video.controls = true;
    this.video.src = source;
    this.video.addEventListener('loadedmetadata', () => (this.video.currentTime = seconds), { once: true });
    this.video.addEventListener('error', () => void this.#renewNative(), { once: true });
  }

  /** A browser that loads by itself cannot be given a token on its way: it begins again, at the same second. */
  async #renewNative(): Promise<void> {
    const { currentTime } = this.video;
    if (await this.#seatless()) return;
    const playback = await this.#address?.renew();
    if (!playback) return this.say(text('player.over'), true);
    await this.#beginNative(playback.manifest, currentTime);
    await this.video.play().catch(() => undefined);
  }

  /** With the sound alone, for a line that is too thin; a button brings the picture back. */
  async #playSound(alone: boolean): Promise<void> {
    this.#soundOnly = alone;
    this.say('');
    try {
      await this.#engine?.soundOnly(alone);
      this.#decorate();
    } catch (failed) {
      void this.#onFailed(failed, text('player.failed'));
    }
    this.querySelector('.sound-only')?.remove();
    if (!alone) return;
    const back = make('button', { class: 'btn sound-only', type: 'button' }, text('player.picture'));
    back.addEventListener('click', () => void this.#playSound(false));
    this.append(back);
  }

  /** Whether there is no seat for this browser, which is said over the picture. */
  async #seatless(): Promise<boolean> {
    const elsewhere = this.#seats ? await takeSeat() : undefined;
    if (elsewhere) this.#stopFor(elsewhere);
    return elsewhere !== undefined;
  }

  /** Nothing plays here until somebody says so. */
  #stopFor(elsewhere: Elsewhere): void {
    if (this.#closeSeat || !this.#box) return;
    this.video.pause();
    this.say('');
    this.#closeSeat = offerSeat(this, elsewhere, () => void this.#playHere());
  }

  async #playHere(): Promise<void> {
    await takeSeat(true);
    this.#closeSeat?.();
    this.#closeSeat = undefined;
    if (this.#engine) this.#engine.retry();
    else this.#loading = undefined;
    await this.play();
  }

  /** What cannot be decoded pauses too, and so does what is loaded anew: nobody asked for that. */
  #onPause = (): void => {
    if (!this.video.error && this.video.readyState > HTMLMediaElement.HAVE_NOTHING) this.#wanted = false;
  };

  #onTime(): void {
    this.#tell('cw-time', this.video.currentTime);
  }

  #onPlay(): void {
    if (this.#closeSeat) return this.video.pause();
    this.#wanted = true;
    const first = this.#start?.isConnected;
    if (!first) void this.#seatless();
    this.#start?.remove();
    this.#closeNext?.();
    this.say('');
    if (!first) return;
    const { nextUrl, album } = this.dataset;
    const link = (selector: string) => document.querySelector<HTMLElement>(selector);
    const next = link('[data-hotkey="n"], a[rel=next]');
    const previous = link('[data-hotkey="p"], a[rel=prev]');
    this.#undo.push(shareWithSystem({
      video: this.video,
      seek: (to) => this.seek(to),
      play: () => this.play(),
      next: next ? () => next.click() : undefined,
      previous: previous ? () => previous.click() : undefined,
    }, this.getAttribute('label') ?? document.title, album ?? '', this.getAttribute('poster')));
    if (nextUrl) this.#undo.push(lookAhead(this.video, nextUrl, () => this.#engine?.height ?? 0));
  }

  #onEnded(): void {
    const go = this.#tell('cw-ended', this.video.currentTime);
    const { nextUrl, nextTitle } = this.dataset;
    this.#place?.forget();
    if (go && nextUrl) this.#closeNext = offerNext(this, nextUrl, nextTitle ?? '', () => void this.play());
  }

  /** The connection is gone, or the token is over: the place is kept, and it goes on by itself. */
  async #onInterrupted(status: number, uri: string): Promise<void> {
    if (![401, 403, 404, 410].includes(status)) return this.#line?.failed();
    if (this.#address?.isFormer(uri)) return this.#engine?.retry();
    if (await this.#seatless()) return;
    this.#refused += 1;
    const playback = this.#refused < 4 ? await this.#address?.renew() : undefined;
    if (playback) this.#engine?.retry();
    else if (navigator.onLine) this.say(text('player.over'), true);
    else this.#line?.failed();
  }

  /** Back from another window, or from sleep: perhaps another device went on meanwhile. */
  #onVisible = (): void => {
    if (document.visibilityState === 'hidden') this.#away = Date.now();
    else if (this.#away && Date.now() - this.#away > AWAY && this.video.paused) void this.#catchUp();
  };

  async #catchUp(): Promise<void> {
    const playback = await this.#address?.renew();
    if (!playback || !this.video.paused || !this.#watching?.elsewhere(playback.position)) return;
    this.setAttribute('start', String(playback.position));
    this.dataset['positionAge'] = '0';
    this.dataset['rendered'] = String(Date.now());
    if (this.video.readyState === 0) return;
    this.video.currentTime = playback.position;
    this.say(text('player.elsewhere', clock(playback.position)));
  }

  #reset = (): void => {
    if (!this.#box) return;
    clearTimeout(this.#idle);
    clearTimeout(this.#again);
    this.#again = 0;
    this.#watching?.stop();
    this.#address?.stop();
    this.#line?.stop();
    this.#closeNext?.();
    this.#closeSeat?.();
    this.#undo.forEach((undo) => undo());
    void this.#engine?.destroy();
    document.removeEventListener('turbo:before-cache', this.#reset);
    document.removeEventListener('visibilitychange', this.#onVisible);
    this.#closeSeat = this.#box = this.#engine = this.#loading = this.#watching = this.#address = this.#line = undefined;
    this.#place = undefined;
    delete this.dataset['island'];
    this.innerHTML = this.#before;
  };

  #tell(name: string, detail: number): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, cancelable: true }));
  }
}

let styled = false;
function loadStyle(): void {
  if (styled) return;
  styled = true;
  document.head.append(make('link', { rel: 'stylesheet', href: PLAYER_CSS }));
}

customElements.define('cw-player', Player);
