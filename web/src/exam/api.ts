import type { Batch, Form, Refused, Released, Saved, State } from './contract';

/**
 * What became of a request. `stale`: another tab or device holds the attempt. `refused`: answers that fit no question; the
 * others are saved. `denied`: not now, or not to this person. `lost`: nobody knows whether it arrived.
 */
export type Reply<T> =
  | { kind: 'ok'; body: T }
  | { kind: 'stale'; epoch: number }
  | { kind: 'refused'; body: Refused }
  | { kind: 'denied'; status: number }
  | { kind: 'lost'; after: number };

export interface Handed {
  state: string;
  url: string;
}

/** The requests of one attempt. */
export interface Api {
  form(section: number): Promise<Reply<Form>>;
  lease(holder: string): Promise<Reply<State>>;
  state(): Promise<Reply<State>>;
  save(batch: Batch): Promise<Reply<Saved>>;
  submit(batch: Batch): Promise<Reply<Handed>>;
  /** Makes the answer that is kept there final. */
  release(epoch: number, seq: number, position: number): Promise<Reply<Released>>;
  leave(epoch: number, section: number): Promise<Reply<State>>;
  endBreak(): Promise<Reply<State>>;
}

/** Longer than this, a request counts as lost. */
const PATIENCE = 15_000;

/** Browsers let no more than 64 KB outlive a page. */
const MOST_KEPT_ALIVE = 20_000;

/** Over HTTP, below `/attempts/{code}`. */
export function apiAt(base: string): Api {
  return {
    form: (section) => ask(`${base}/form?section=${section}`, 'GET'),
    lease: (holder) => ask(`${base}/lease`, 'POST', { holder }),
    state: () => ask(`${base}/state`, 'GET'),
    save: ({ epoch, seq, answers, log }) => ask(`${base}/responses`, 'POST', { epoch, seq, answers, log }),
    submit: ({ epoch, seq, answers, log }) => ask(`${base}/submission`, 'POST', { epoch, seq, answers, log }),
    release: (epoch, seq, position) => ask(`${base}/releases`, 'POST', { epoch, seq, position, answer: null }),
    leave: (epoch, section) => ask(`${base}/sections`, 'POST', { epoch, from: section }),
    endBreak: () => ask(`${base}/break`, 'DELETE'),
  };
}

async function ask<T>(url: string, method: string, sent?: unknown): Promise<Reply<T>> {
  const body = sent === undefined ? undefined : JSON.stringify(sent);
  try {
    const answer = await fetch(url, {
      method,
      headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body }),
      // a page that is being closed still gets this through
      keepalive: document.visibilityState === 'hidden' && (body?.length ?? 0) < MOST_KEPT_ALIVE,
      signal: AbortSignal.timeout(PATIENCE),
    });
    return await read<T>(answer);
  } catch {
    return { kind: 'lost', after: 0 };
  }
}

async function read<T>(answer: Response): Promise<Reply<T>> {
  if (answer.status >= 500 || answer.status === 429 || answer.status === 408) {
    await answer.body?.cancel();
    return { kind: 'lost', after: Number(answer.headers.get('Retry-After') ?? 0) * 1000 };
  }
  // a sign-in page instead of the answer, or a proxy that speaks for itself
  if (!answer.headers.get('Content-Type')?.includes('json')) {
    await answer.body?.cancel();
    return answer.ok ? { kind: 'lost', after: 0 } : { kind: 'denied', status: answer.status };
  }
  const body: unknown = await answer.json();
  if (answer.ok) return { kind: 'ok', body: body as T };
  const { error, epoch } = body as { error?: string; epoch?: number };
  if (answer.status === 409 && error === 'lease') return { kind: 'stale', epoch: epoch ?? 0 };
  if (answer.status === 422 && error === 'answers') return { kind: 'refused', body: body as Refused };
  return { kind: 'denied', status: answer.status };
}
