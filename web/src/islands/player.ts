import { clock, icon, make, text } from '../dom';
import type { Engine } from '../player/engine';
import { bindShortcuts } from '../player/shortcuts';
import { offerNext } from '../player/up-next';
import { Watching } from '../player/watching';
import { watermark } from '../player/watermark';

/**
 * Plays a video over HLS and resumes at the second.
 *
 *     <cw-player src="…/master.m3u8" poster="…" label="IAM policies" start="252" eager
 *         data-progress-url="/learn/…/progress" data-next-url="/learn/…" data-next-title="Roles">
 *       <video controls preload="none" playsinline poster="…" src="…/master.m3u8"><track kind="captions" …></video>
 *     </cw-player>
 *
 * The video inside plays where there is no script and HLS is native. `eager`: the first seconds are fetched before the
 * click. Events: `cw-time` (detail = seconds), `cw-ended`.
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
  #unbind: (() => void) | undefined;
  #closeNext: (() => void) | undefined;
  #endMark: (() => void) | undefined;
  #hideMessage = 0;
  #failures = 0;
  #idle = 0;

  connectedCallback(): void {
    if (this.#box) return;
    this.#before = this.innerHTML;
    this.dataset['island'] = 'player';
    this.video = this.querySelector('video') ?? make('video', { playsinline: '', preload: 'none' });
    this.video.controls = false;
    this.video.removeAttribute('src');
    this.video.replaceChildren();
    this.#box = make('div', { class: 'box' }, this.video);
    this.#message = make('div', { class: 'message', role: 'status', hidden: '' });
    const seconds = this.#resumeAt();
    const label = this.getAttribute('label') ?? '';
    this.#start = make('button', { class: 'start', type: 'button', 'aria-label': text('player.play', label) },
      make('span', {}, icon('play')), ...(seconds > 0 ? [make('small', {}, text('player.resume', clock(seconds)))] : []));
    this.#start.addEventListener('click', () => void this.play());
    this.#start.addEventListener('pointerenter', () => void this.#load(), { once: true });
    this.replaceChildren(this.#box, this.#start, this.#message);
    if (this.dataset['watermark']) this.#endMark = watermark(this.#box, this.dataset['watermark']);
    this.video.addEventListener('timeupdate', () => this.#tell('cw-time', this.video.currentTime));
    this.video.addEventListener('ended', () => this.#onEnded());
    this.video.addEventListener('play', () => this.#onPlay());
    this.#unbind = bindShortcuts(this);
    document.addEventListener('turbo:before-cache', this.#reset);
    addEventListener('online', this.#onOnline);
    if (this.hasAttribute('eager')) this.#idle = window.setTimeout(() => void this.#load(), 200);
  }

  disconnectedCallback(): void {
    this.#reset();
  }

  async play(): Promise<void> {
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
    const to = Math.max(0, Math.min(seconds, this.video.duration || seconds));
    if (this.video.readyState > 0) this.video.currentTime = to;
    else void this.#load(to).then(() => this.video.play());
  }

  toggleCaptions(): void {
    this.#engine?.toggleCaptions();
  }

  toggleFullScreen(): void {
    if (this.#engine) this.#engine.toggleFullScreen();
    else void this.video.requestFullscreen?.();
  }

  /** Shows a line over the picture for a moment. */
  say(words: string, stay = false): void {
    if (!this.#message) return;
    clearTimeout(this.#hideMessage);
    this.#message.textContent = words;
    this.#message.hidden = words === '';
    if (!stay) this.#hideMessage = window.setTimeout(() => this.#message && (this.#message.hidden = true), 2500);
  }

  #resumeAt(): number {
    const url = this.dataset['progressUrl'];
    if (url && !this.#watching) this.#watching = new Watching(url, this.video);
    const given = Number(this.getAttribute('start') ?? 0);
    return this.#watching?.start(given) ?? given;
  }

  #load(at?: number): Promise<void> {
    this.#loading ??= this.#begin(at ?? this.#resumeAt()).catch((failed: unknown) => {
      this.#loading = undefined;
      this.#start?.classList.remove('waiting');
      this.say(text('player.failed'), true);
      console.error(failed);
    });
    return this.#loading;
  }

  async #begin(seconds: number): Promise<void> {
    const source = this.getAttribute('src') ?? '';
    if (!('MediaSource' in window || 'ManagedMediaSource' in window)) return this.#beginNative(source, seconds);
    loadStyle();
    const { shakaEngine, supported } = await import('../player/engine');
    if (!supported() || !this.#box) return this.#beginNative(source, seconds);
    this.#engine = shakaEngine(this.#box, this.video, { interrupted: (status) => void this.#onInterrupted(status) });
    await this.#engine.load(source, seconds);
  }

  async #beginNative(source: string, seconds: number): Promise<void> {
    if (!this.video.canPlayType('application/vnd.apple.mpegurl')) {
      this.say(text('player.unsupported'), true);
      return;
    }
    this.video.controls = true;
    this.video.src = source;
    this.video.addEventListener('loadedmetadata', () => (this.video.currentTime = seconds), { once: true });
  }

  #onPlay(): void {
    this.#start?.remove();
    this.#closeNext?.();
    this.#failures = 0;
    this.say('');
    if ('mediaSession' in navigator)
      navigator.mediaSession.metadata = new MediaMetadata({
        title: this.getAttribute('label') ?? document.title,
        artwork: this.getAttribute('poster') ? [{ src: this.getAttribute('poster') ?? '' }] : [],
      });
  }

  #onEnded(): void {
    const go = this.#tell('cw-ended', this.video.currentTime);
    const { nextUrl, nextTitle } = this.dataset;
    if (go && nextUrl) this.#closeNext = offerNext(this, nextUrl, nextTitle ?? '', () => void this.play());
  }

  /** The connection is gone, or the token is over: the place is kept, and it goes on by itself. */
  async #onInterrupted(status: number): Promise<void> {
    this.#failures += 1;
    if ([401, 403, 404, 410].includes(status) && this.#failures < 4) {
      await this.#renew();
      return;
    }
    this.say(text('player.lost'), true);
    const wait = Math.min(30_000, 1000 * 2 ** this.#failures);
    setTimeout(() => navigator.onLine && this.#engine?.retry(), wait);
  }

  /** The page has a fresh token: takes the address of the video from a new copy of it. */
  async #renew(): Promise<void> {
    const page = await fetch(location.href).then((answer) => answer.text()).catch(() => '');
    const fresh = new DOMParser().parseFromString(page, 'text/html').querySelector('cw-player')?.getAttribute('src');
    if (!fresh || !this.#engine) return this.say(text('player.over'), true);
    const { currentTime, paused } = this.video;
    this.setAttribute('src', fresh);
    await this.#engine.load(fresh, currentTime);
    if (!paused) await this.video.play().catch(() => undefined);
  }

  #onOnline = (): void => {
    this.#engine?.retry();
    this.say('');
  };

  #reset = (): void => {
    if (!this.#box) return;
    clearTimeout(this.#idle);
    this.#watching?.stop();
    this.#closeNext?.();
    this.#endMark?.();
    this.#unbind?.();
    void this.#engine?.destroy();
    document.removeEventListener('turbo:before-cache', this.#reset);
    removeEventListener('online', this.#onOnline);
    this.#box = this.#engine = this.#loading = this.#watching = undefined;
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
