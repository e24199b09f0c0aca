import type { Api } from './api';
import type { Action, Given, Response, Saved } from './contract';
import type { Outbox } from './outbox';

/** What the post tells of what it meets. */
export interface Receiver {
  changed(): void;
  said(key: string, ...values: (string | number)[]): void;
  heard(saved: Saved): void;
  /** Another tab or device holds the attempt. */
  stale(): Promise<void>;
  /** The server has fallen back behind what it acknowledged; resolves to whether this tab holds the attempt again. */
  fellBack(): Promise<boolean>;
  /** The server does not take a batch at all. */
  refused(): Promise<void>;
  over(url?: string): Promise<void>;
}

/** A batch leaves so long after its first entry. */
const GATHERING = 900;
const LONGEST_WAIT = 30_000;

/** Brings to the server what the outbox holds, again and again until it is there. */
export class Post {
  /** `lost`: no connection. `gone`: signed out. */
  line: 'ok' | 'lost' | 'gone' = 'ok';
  savedAt: Date | undefined;
  /** Whether this device could keep what was given. */
  keeps = true;
  /** Whether the next to the last batch hands in. */
  submits = false;
  open = false;

  #sending: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(
    private readonly api: Api,
    private readonly outbox: Outbox,
    private readonly receiver: Receiver,
  ) {}

  async put(given: Given | null, action: Action, response: Response | null): Promise<void> {
    this.#timer ??= setTimeout(() => void this.flush(), GATHERING);
    try {
      await this.outbox.put(given, action, response);
    } catch {
      this.keeps = false;
    }
    this.receiver.changed();
  }

  /** Sends all that waits, in its order. */
  flush(): Promise<void> {
    this.#sending ??= this.#send().finally(() => {
      this.#sending = undefined;
      this.receiver.changed();
    });
    return this.#sending;
  }

  /** After a while that grows with each failure. */
  later(work: () => void, least = 0): void {
    clearTimeout(this.#timer);
    const wait = Math.min(LONGEST_WAIT, 1000 * 2 ** this.#failures++);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      work();
    }, Math.max(least, wait * (0.8 + Math.random() * 0.4)));
  }

  /** The connection is perhaps back. */
  hope(): void {
    this.#failures = 0;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.open = this.submits = false;
  }

  async #send(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.open) {
      const batch = await this.outbox.next(this.submits);
      if (!batch) return;
      const reply = batch.submits ? await this.api.submit(batch) : await this.api.save(batch);
      if (reply.kind === 'lost') return this.#lost('lost', reply.after);
      if (reply.kind === 'denied' && [401, 403, 404].includes(reply.status)) return this.#lost('gone', LONGEST_WAIT);
      this.#failures = 0;
      this.line = 'ok';
      if (reply.kind === 'stale') {
        if (reply.epoch >= this.outbox.epoch) return this.receiver.stale();
        if (await this.receiver.fellBack()) continue;
        return this.#lost('lost', 0);
      }
      await this.outbox.acknowledge(batch);
      if (reply.kind === 'refused') for (const { position, reason } of reply.body.refused)
        this.receiver.said('runner.refused', position + 1, reason);
      if (reply.kind === 'denied') return this.receiver.refused();
      if ('url' in reply.body) return this.receiver.over(reply.body.url);
      this.savedAt = new Date();
      this.receiver.heard(reply.kind === 'refused' ? reply.body.saved : reply.body);
    }
  }

  #lost(line: 'lost' | 'gone', least: number): void {
    this.line = line;
    this.later(() => void this.flush(), least);
  }
}
