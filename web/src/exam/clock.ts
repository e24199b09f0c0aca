/** How much the two clocks of a browser may part before it must have slept. */
const SLEPT = 3000;

/** Minutes before the end at which the time that is left is said. */
export const MILESTONES = [10, 5, 1];

/** What is known of the time, so that it can be told again after a reload without a connection. */
export interface Reading {
  remaining: number | null;
  wall: number;
}

/**
 * Counts down from what the server said last. The clock of the machine may be wrong or be set meanwhile: it counts by
 * `performance.now()`, and only from one page to the next by the wall.
 */
export class Countdown {
  #remaining: number | null = null;
  #at = 0;
  #lag: number;

  constructor(
    private readonly now: () => number = () => performance.now(),
    private readonly wall: () => number = () => Date.now(),
  ) {
    this.#lag = wall() - now();
  }

  /** As the server says. */
  set(remaining: number | null): void {
    this.#remaining = remaining;
    this.#at = this.now();
    this.#lag = this.wall() - this.now();
  }

  /** After a reload without a connection: a clock that was set back gives nobody more time. */
  restore({ remaining, wall }: Reading): void {
    this.set(remaining === null ? null : remaining - Math.max(0, this.wall() - wall));
  }

  reading(): Reading {
    return { remaining: this.left, wall: this.wall() };
  }

  /** Milliseconds, never below 0; null = without a limit. */
  get left(): number | null {
    return this.#remaining === null ? null : Math.max(0, this.#remaining - (this.now() - this.#at));
  }

  get isUp(): boolean {
    return this.left === 0;
  }

  /** Whether the machine slept, or its clock was set, since the server last said something. */
  slept(): boolean {
    const lag = this.wall() - this.now();
    const gone = Math.abs(lag - this.#lag) > SLEPT;
    this.#lag = lag;
    return gone;
  }
}

/** The milestone that was passed between two moments, in minutes. */
export function passed(before: number | null, after: number | null): number | undefined {
  if (before === null || after === null) return undefined;
  return MILESTONES.findLast((minutes) => before > minutes * 60_000 && after <= minutes * 60_000);
}

/** What is said when time was given or taken, or the machine slept: a text and its values; undefined = not worth a word. */
export function shifted(before: number | null, after: number | null): [string, ...number[]] | undefined {
  if (before === null) return undefined;
  if (after === null) return ['runner.time-free'];
  if (Math.abs(after - before) < 10_000) return undefined;
  const minutes = Math.max(1, Math.round(Math.abs(after - before) / 60_000));
  return [after > before ? 'runner.time-more' : 'runner.time-less', minutes, Math.ceil(after / 60_000)];
}
