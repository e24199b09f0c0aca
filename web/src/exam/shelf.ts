import type { Action, Batch, Given, Response, State } from './contract';
import type { Reading } from './clock';

/** One thing that happened and is not yet in a batch. */
export interface Entry {
  id: number;
  given: Given | null;
  action: Action | null;
}

/** A batch on this device. `acked`: when the server acknowledged it, by the wall; kept for a while after that. */
export interface Kept extends Batch {
  submits: boolean;
  acked: number | null;
}

/** Where this browser stands in an attempt. */
export interface Marker {
  epoch: number;
  seq: number;
  position: number;
  time: Reading;
  sectionTime: Reading;
  state: State | null;
}

/** What one attempt keeps on this device; every promise is kept once it lies on the disk. */
export interface Shelf {
  /** Adds what happened, and the newest state of its question. */
  append(entry: Entry, response: Response | null): Promise<void>;
  entries(): Promise<Entry[]>;
  responses(): Promise<Response[]>;
  /** Replaces what is known of all questions. */
  keepResponses(responses: Response[]): Promise<void>;
  batches(): Promise<Kept[]>;
  /** Takes entries off and puts the batch that they became, both or neither. */
  fold(last: number, batch: Kept, marker: Marker): Promise<void>;
  /** Puts batches in the place of all others, and takes all entries off where they are in these. */
  replace(batches: Kept[], marker: Marker, dropEntries: boolean): Promise<void>;
  keepBatch(batch: Kept): Promise<void>;
  dropBatch(batch: Kept): Promise<void>;
  marker(): Promise<Marker | undefined>;
  keepMarker(marker: Marker): Promise<void>;
  /** After the end. */
  clear(): Promise<void>;
}

const NAME = 'cw-exam';
const ENTRIES = 'entries';
const RESPONSES = 'responses';
const BATCHES = 'batches';
const MARKERS = 'markers';

/** In IndexedDB; in memory where the browser has none, as in some private windows. */
export async function openShelf(attempt: string): Promise<Shelf> {
  try {
    return new DeviceShelf(await open(), attempt);
  } catch {
    return new MemoryShelf();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      const database = request.result;
      database.createObjectStore(ENTRIES, { keyPath: ['attempt', 'id'] });
      database.createObjectStore(RESPONSES, { keyPath: ['attempt', 'position'] });
      database.createObjectStore(BATCHES, { keyPath: ['attempt', 'epoch', 'seq'] });
      database.createObjectStore(MARKERS, { keyPath: 'attempt' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
  });
}

class DeviceShelf implements Shelf {
  constructor(
    private readonly database: IDBDatabase,
    private readonly attempt: string,
  ) {}

  append(entry: Entry, response: Response | null): Promise<void> {
    return this.#write([ENTRIES, RESPONSES], (entries, responses) => {
      entries!.put({ attempt: this.attempt, ...entry });
      if (response) responses!.put({ attempt: this.attempt, ...response });
    });
  }

  entries(): Promise<Entry[]> {
    return this.#all<Entry>(ENTRIES);
  }

  responses(): Promise<Response[]> {
    return this.#all<Response>(RESPONSES);
  }

  keepResponses(responses: Response[]): Promise<void> {
    return this.#write([RESPONSES], (store) => {
      store!.delete(this.#range);
      for (const response of responses) store!.put({ attempt: this.attempt, ...response });
    });
  }

  batches(): Promise<Kept[]> {
    return this.#all<Kept>(BATCHES);
  }

  fold(last: number, batch: Kept, marker: Marker): Promise<void> {
    return this.#write([ENTRIES, BATCHES, MARKERS], (entries, batches, markers) => {
      entries!.delete(IDBKeyRange.bound([this.attempt, 0], [this.attempt, last]));
      batches!.put({ attempt: this.attempt, ...batch });
      markers!.put({ attempt: this.attempt, ...marker });
    });
  }

  replace(replacement: Kept[], marker: Marker, dropEntries: boolean): Promise<void> {
    return this.#write([ENTRIES, BATCHES, MARKERS], (entries, batches, markers) => {
      if (dropEntries) entries!.delete(this.#range);
      batches!.delete(this.#range);
      for (const batch of replacement) batches!.put({ attempt: this.attempt, ...batch });
      markers!.put({ attempt: this.attempt, ...marker });
    });
  }

  keepBatch(batch: Kept): Promise<void> {
    return this.#write([BATCHES], (store) => void store!.put({ attempt: this.attempt, ...batch }));
  }

  dropBatch({ epoch, seq }: Kept): Promise<void> {
    return this.#write([BATCHES], (store) => void store!.delete([this.attempt, epoch, seq]));
  }

  async marker(): Promise<Marker | undefined> {
    return done(this.database.transaction(MARKERS).objectStore(MARKERS).get(this.attempt)) as Promise<Marker | undefined>;
  }

  keepMarker(marker: Marker): Promise<void> {
    return this.#write([MARKERS], (store) => void store!.put({ attempt: this.attempt, ...marker }));
  }

  clear(): Promise<void> {
    return this.#write([ENTRIES, RESPONSES, BATCHES, MARKERS], (...stores) => {
      for (const store of stores) store.delete(store.name === MARKERS ? this.attempt : this.#range);
    });
  }

  get #range(): IDBKeyRange {
    return IDBKeyRange.bound([this.attempt], [this.attempt, []]);
  }

  #all<T>(store: string): Promise<T[]> {
    return done(this.database.transaction(store).objectStore(store).getAll(this.#range)) as Promise<T[]>;
  }

  #write(names: string[], work: (...stores: IDBObjectStore[]) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction(names, 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => resolve();
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('not kept'));
      work(...names.map((name) => transaction.objectStore(name)));
    });
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not read'));
  });
}

/** Lasts as long as the page. */
export class MemoryShelf implements Shelf {
  #entries: Entry[] = [];
  #responses = new Map<number, Response>();
  #batches: Kept[] = [];
  #marker: Marker | undefined;

  async append(entry: Entry, response: Response | null): Promise<void> {
    this.#entries.push({ ...entry });
    if (response) this.#responses.set(response.position, response);
  }

  async entries(): Promise<Entry[]> {
    return [...this.#entries];
  }

  async responses(): Promise<Response[]> {
    return [...this.#responses.values()];
  }

  async keepResponses(responses: Response[]): Promise<void> {
    this.#responses = new Map(responses.map((response) => [response.position, response]));
  }

  async batches(): Promise<Kept[]> {
    return this.#batches.map((batch) => ({ ...batch })).sort((a, b) => a.epoch - b.epoch || a.seq - b.seq);
  }

  async fold(last: number, batch: Kept, marker: Marker): Promise<void> {
    this.#entries = this.#entries.filter((entry) => entry.id > last);
    this.#marker = marker;
    await this.keepBatch(batch);
  }

  async replace(batches: Kept[], marker: Marker, dropEntries: boolean): Promise<void> {
    if (dropEntries) this.#entries = [];
    this.#batches = [...batches];
    this.#marker = marker;
  }

  async keepBatch(batch: Kept): Promise<void> {
    await this.dropBatch(batch);
    this.#batches.push({ ...batch });
  }

  async dropBatch({ epoch, seq }: Kept): Promise<void> {
    this.#batches = this.#batches.filter((batch) => batch.epoch !== epoch || batch.seq !== seq);
  }

  async marker(): Promise<Marker | undefined> {
    return this.#marker && { ...this.#marker };
  }

  async keepMarker(marker: Marker): Promise<void> {
    this.#marker = { ...marker };
  }

  async clear(): Promise<void> {
    this.#entries = [];
    this.#responses.clear();
    this.#batches = [];
    this.#marker = undefined;
  }
}
