/** One tab of a browser at a time writes into an attempt; another may take it away. */
export class TabLock {
  #release: (() => void) | undefined;

  /** @param lost called when another tab has taken it */
  constructor(
    private readonly name: string,
    private readonly lost: () => void,
  ) {}

  /** Whether this tab has it now. `steal`: whoever has it loses it. */
  take(steal = false): Promise<boolean> {
    if (!navigator.locks) return Promise.resolve(true);
    return new Promise((resolve) => {
      const held = navigator.locks.request(this.name, steal ? { steal } : { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock ? new Promise<void>((release) => (this.#release = release)) : undefined;
      });
      held.catch(() => this.lost());
    });
  }

  release(): void {
    this.#release?.();
  }
}

/** What this tab calls itself, the same after a reload. */
export function holderOf(code: string): string {
  const key = `cw-holder-${code}`;
  try {
    const known = sessionStorage.getItem(key);
    if (known) return known;
    const fresh = crypto.randomUUID();
    sessionStorage.setItem(key, fresh);
    return fresh;
  } catch {
    return crypto.randomUUID();
  }
}
