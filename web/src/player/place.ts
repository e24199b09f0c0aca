/**
 * Keeps the second at which a viewer stands, also while the engine begins anew with the same video, as it does when the
 * decoder fails: it would go on with what it loaded last, some seconds further, and hear nothing of who seeks meanwhile.
 */
export class Place {
  readonly #video: HTMLVideoElement;
  #stands: number | undefined;
  #back: number | undefined;

  constructor(video: HTMLVideoElement) {
    this.#video = video;
    video.addEventListener('timeupdate', this.#onTime);
    video.addEventListener('emptied', () => (this.#back = this.#stands));
    video.addEventListener('canplay', this.#onData);
  }

  /** Undefined = at the beginning, or where the video is to begin by itself. */
  get second(): number | undefined {
    return this.#back ?? this.#stands;
  }

  /** To a second: now, or as soon as there is data. */
  go(second: number): void {
    this.#stands = second;
    if (this.#video.readyState > 0) this.#video.currentTime = second;
    else this.#back = second;
  }

  /** The video has ended: whoever plays again begins again. */
  forget(): void {
    this.#stands = this.#back = undefined;
  }

  #onTime = (): void => {
    const { currentTime } = this.#video;
    if (this.#back === undefined && currentTime > 0) this.#stands = currentTime;
  };

  #onData = (): void => {
    const back = this.#back;
    this.#back = undefined;
    if (back !== undefined && Math.abs(this.#video.currentTime - back) > 0.5) this.#video.currentTime = back;
  };
}
