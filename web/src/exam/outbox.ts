import type { Action, Given, Response, State } from './contract';
import type { Entry, Kept, Marker, Shelf } from './shelf';

/** What the server takes at once. */
const MOST_ANSWERS = 100;
const MOST_ACTIONS = 200;
const MOST_CHARACTERS = 60_000; // of four bytes each at most

/** As long as an acknowledged batch is kept: a database that fails over may have lost the newest. */
const KEPT = 60_000;

const NEW: Marker = {
  epoch: 0, seq: 0, position: -1, time: { remaining: null, wall: 0 }, sectionTime: { remaining: null, wall: 0 }, state: null,
};

/**
 * What is on its way to the server. Everything lies on this device before it counts as given; batches go one after the
 * other in the order of (epoch, seq), and each keeps its number until it is acknowledged.
 */
export class Outbox {
  #entries: Entry[] = [];
  #batches: Kept[] = [];
  #marker = NEW;
  #known = false;
  #lastId = 0;
  #closed = false;

  constructor(
    private readonly shelf: Shelf,
    private readonly wall: () => number = () => Date.now(),
  ) {}

  /** Reads what an earlier page of this browser left. */
  async load(): Promise<void> {
    const [entries, batches, marker] = await Promise.all([this.shelf.entries(), this.shelf.batches(), this.shelf.marker()]);
    this.#closed = false;
    this.#entries = entries;
    this.#batches = batches;
    this.#known = marker !== undefined;
    this.#marker = marker ?? NEW;
    this.#lastId = entries.at(-1)?.id ?? 0;
  }

  /** Where this browser stood; undefined = it was never in this attempt. */
  get marker(): Marker | undefined {
    return this.#known ? this.#marker : undefined;
  }

  get epoch(): number {
    return this.#marker.epoch;
  }

  /** The tab has lost the attempt to another: nothing more is written. */
  close(): void {
    this.#closed = true;
  }

  /** Resolves once it lies on the disk. */
  async put(given: Given | null, action: Action | null, response: Response | null): Promise<void> {
    if (this.#closed) return;
    const entry: Entry = { id: (this.#lastId = Math.max(this.#lastId + 1, this.wall() * 1000)), given, action };
    this.#entries.push(entry);
    await this.shelf.append(entry, response);
  }

  async mark(part: Partial<Marker>): Promise<void> {
    if (this.#closed) return;
    this.#marker = { ...this.#marker, ...part };
    this.#known = true;
    await this.shelf.keepMarker(this.#marker);
  }

  /** The newest of each position that the server has not acknowledged. */
  unsent(): Map<number, Given> {
    const all = [...this.#batches.filter((batch) => batch.acked === null).flatMap((batch) => batch.answers),
      ...this.#entries.flatMap(({ given }) => given ?? [])];
    return merged(all);
  }

  /** Positions whose answers are on this device only. */
  get waiting(): number {
    return [...this.unsent().values()].filter((given) => given.changes > 0).length;
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0 && this.#batches.every((batch) => batch.acked !== null);
  }

  /** Whether the attempt was handed in here and the server does not know it yet. */
  get submits(): boolean {
    return this.#batches.some((batch) => batch.submits && batch.acked === null);
  }

  /** What goes next: the oldest batch that is not acknowledged, or a new one of what has happened since. */
  async next(submits = false): Promise<Kept | undefined> {
    const oldest = this.#batches.find((batch) => batch.acked === null);
    if (oldest || this.#closed) return oldest;
    const taken = portion(this.#entries);
    if (taken.length === 0 && !submits) return undefined;
    const last = taken.length === this.#entries.length;
    return this.#fold(taken, submits && last);
  }

  /** A number for a request that goes beside the batches. */
  async number(): Promise<number> {
    await this.mark({ seq: this.#marker.seq + 1 });
    return this.#marker.seq;
  }

  async acknowledge(batch: Kept): Promise<void> {
    const now = this.wall();
    batch.acked = now;
    const over = this.#batches.filter((one) => one.acked !== null && now - one.acked > KEPT);
    this.#batches = this.#batches.filter((one) => !over.includes(one));
    if (this.#closed) return;
    await this.shelf.keepBatch(batch);
    for (const one of over) await this.shelf.dropBatch(one);
  }

  /** The server stands before what it acknowledged: what it lost goes once more. */
  revive(epoch: number, seq: number): boolean {
    const lost = this.#batches.filter((batch) => batch.acked !== null && this.wall() - batch.acked <= KEPT
      && (batch.epoch > epoch || (batch.epoch === epoch && batch.seq > seq)));
    for (const batch of lost) batch.acked = null;
    return lost.length > 0;
  }

  /** This browser holds the attempt under a new epoch: what waits is numbered anew, but for what has arrived after all. */
  async restamp(state: State): Promise<void> {
    const arrived = new Map(state.responses.map((response) => [response.position, response.seq]));
    let seq = Math.max(this.#marker.seq, state.seq);
    const waiting = this.#batches.filter((batch) => batch.acked === null && batch.epoch !== state.epoch
      && (batch.answers.length === 0 || !batch.answers.some((given) => arrived.get(given.position) === batch.seq)));
    const rest = this.#batches.filter((batch) => batch.epoch === state.epoch || batch.acked !== null);
    const stamped = waiting.map((batch) => ({ ...batch, epoch: state.epoch, seq: ++seq }));
    this.#batches = [...rest, ...stamped];
    this.#marker = { ...this.#marker, epoch: state.epoch, seq };
    this.#known = true;
    await this.shelf.replace(this.#batches, this.#marker, false);
  }

  /** Of what waits here, only some is to go; the rest is forgotten. */
  async choose(state: State, positions: Set<number>): Promise<void> {
    const chosen = [...this.unsent().values()].filter((given) => positions.has(given.position));
    const seq = Math.max(this.#marker.seq, state.seq) + 1;
    this.#entries = [];
    this.#batches = chosen.length === 0 ? [] : [{ epoch: state.epoch, seq, answers: chosen, log: [], submits: false, acked: null }];
    this.#marker = { ...this.#marker, epoch: state.epoch, seq };
    this.#known = true;
    await this.shelf.replace(this.#batches, this.#marker, true);
  }

  async clear(): Promise<void> {
    this.#closed = true;
    await this.shelf.clear();
  }

  async #fold(taken: Entry[], submits: boolean): Promise<Kept> {
    const batch: Kept = {
      epoch: this.#marker.epoch,
      seq: this.#marker.seq + 1,
      answers: [...merged(taken.flatMap(({ given }) => given ?? [])).values()],
      log: taken.flatMap(({ action }) => action ?? []),
      submits,
      acked: null,
    };
    this.#marker = { ...this.#marker, seq: batch.seq };
    this.#known = true;
    this.#entries = this.#entries.slice(taken.length);
    this.#batches.push(batch);
    await this.shelf.fold(taken.at(-1)?.id ?? 0, batch, this.#marker);
    return batch;
  }
}

/** The newest of each position, with its time and changes summed. */
function merged(all: Given[]): Map<number, Given> {
  const newest = new Map<number, Given>();
  for (const given of all) {
    const before = newest.get(given.position);
    newest.set(given.position, {
      ...given,
      ms: given.ms + (before?.ms ?? 0),
      changes: given.changes + (before?.changes ?? 0),
      left: given.left || (before?.left ?? false),
    });
  }
  return newest;
}

/** As many of the oldest as one batch may hold. */
function portion(entries: Entry[]): Entry[] {
  const positions = new Set<number>();
  let actions = 0;
  let characters = 0;
  const end = entries.findIndex(({ given, action }, at) => {
    if (given) positions.add(given.position);
    if (action) actions += 1;
    characters += JSON.stringify(given)?.length ?? 0;
    return at > 0 && (positions.size > MOST_ANSWERS || actions > MOST_ACTIONS || characters > MOST_CHARACTERS);
  });
  return end < 0 ? entries : entries.slice(0, end);
}
