import { make, text } from '../dom';

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
/** As long as a picture may stand still before somebody is told why. */
const SILENT = 3_000;
/** As long as the line may be bad before the sound alone is offered. */
const BAD = 12_000;

/** What the line asks of the player. */
interface Player {
  readonly video: HTMLVideoElement;
  /** Goes on loading where it stopped. */
  retry(): void;
  /** A line over the picture, with what one can do; empty = nothing. */
  say(words: string, stay?: boolean, ...more: Node[]): void;
  /** Whether there is a rendition without a picture, and the picture is shown now. */
  hasSoundOnly(): boolean;
  soundOnly(): void;
}

/** Keeps watch over the connection: words when the picture stands still, tries that grow rarer, and sound alone. */
export class Line {
  readonly #player: Player;
  #tries = 0;
  #timer = 0;
  #words = 0;
  #still = 0;
  #broken = false;

  constructor(player: Player) {
    this.#player = player;
    const { video } = player;
    video.addEventListener('waiting', this.#onWaiting);
    for (const event of ['playing', 'timeupdate', 'pause']) video.addEventListener(event, this.#onGoing);
    addEventListener('online', this.#onOnline);
  }

  /** Loading has failed: tries again, soon at first. */
  failed(): void {
    this.#broken = true;
    clearTimeout(this.#timer);
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#tries++);
    this.#timer = window.setTimeout(() => this.#player.retry(), wait);
    const { video } = this.#player;
    if (!video.paused && video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA) this.#onWaiting();
  }

  /** Something has arrived. */
  works(): void {
    this.#tries = 0;
    this.#broken = false;
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#words);
    removeEventListener('online', this.#onOnline);
  }

  #onWaiting = (): void => {
    if (this.#still) return;
    this.#still = performance.now();
    this.#words = window.setTimeout(this.#tell, SILENT);
  };

  #tell = (): void => {
    const long = performance.now() - this.#still;
    const offer = long >= BAD && navigator.onLine && this.#player.hasSoundOnly();
    const words = this.#broken || !navigator.onLine ? text('player.lost') : text('player.slow');
    this.#player.say(words, true, ...(offer ? [this.#button()] : []));
    if (!offer) this.#words = window.setTimeout(this.#tell, Math.max(1000, BAD - long));
  };

  #button(): HTMLButtonElement {
    const button = make('button', { class: 'btn', type: 'button' }, text('player.sound-only'));
    button.addEventListener('click', () => this.#player.soundOnly());
    return button;
  }

  #onGoing = (event: Event): void => {
    const { video } = this.#player;
    const goes = event.type === 'pause' || video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA;
    if (!goes || !this.#still) return;
    this.#still = 0;
    clearTimeout(this.#words);
    this.#player.say('');
  };

  #onOnline = (): void => {
    this.#tries = 0;
    if (this.#broken) this.#player.retry();
  };
}
