import type { Action, Answer, Marks, Response } from './contract';
import type { Post } from './post';

/** Text is kept when nobody has typed for so long. */
const TYPING = 300;

/** What a student may change of a question. */
export interface Change {
  answer?: Answer | null;
  flagged?: boolean;
  marks?: Marks;
}

/** Writes down what a student does: at once in memory, on the disk right after, text when it rests. */
export class Pen {
  readonly responses = new Map<number, Response>();
  #position = 0;
  #since = 0;
  #typing: { position: number; timer: ReturnType<typeof setTimeout> } | undefined;
  readonly #opened = performance.now();

  constructor(private readonly post: Post) {}

  response(position: number): Response {
    return this.responses.get(position)
      ?? { position, answer: null, flagged: false, marks: {}, released: null, locked: false, seq: 0 };
  }

  /** Replaces all, as the server knows them. */
  install(responses: Iterable<Response>): void {
    this.responses.clear();
    for (const response of responses) this.responses.set(response.position, response);
  }

  set(position: number, part: Partial<Response>): void {
    this.responses.set(position, { ...this.response(position), ...part });
  }

  /** From now on, time counts for this question. */
  at(position: number): void {
    this.#position = position;
    this.#since = performance.now();
  }

  change(position: number, change: Change, kind: Action['kind'], typed: boolean): void {
    this.set(position, change);
    if (!typed) return void this.keep(position, 'answer' in change ? 1 : 0, kind);
    if (this.#typing && this.#typing.position !== position) void this.rest();
    clearTimeout(this.#typing?.timer);
    this.#typing = { position, timer: setTimeout(() => void this.rest(), TYPING) };
  }

  /** What was typed counts as given. */
  async rest(): Promise<void> {
    if (!this.#typing) return;
    const { position, timer } = this.#typing;
    clearTimeout(timer);
    this.#typing = undefined;
    await this.keep(position, 1, 'chosen');
  }

  /** @param changes 1 where the answer is another one now */
  keep(position: number, changes: number, kind: Action['kind'], left = false): Promise<void> {
    const { answer, flagged, marks } = this.response(position);
    const now = performance.now();
    const ms = position === this.#position ? Math.round(now - this.#since) : 0;
    if (position === this.#position) this.#since = now;
    const given = { position, answer, flagged, marks, ms, changes, left };
    return this.post.put(given, this.#action(kind, position), this.response(position));
  }

  note(kind: Action['kind']): Promise<void> {
    return this.post.put(null, this.#action(kind, this.#position), null);
  }

  #action(kind: Action['kind'], position: number): Action {
    return { at: Math.round(performance.now() - this.#opened), kind, position };
  }
}
