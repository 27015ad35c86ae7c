/** Waiting for workers, which may fail, take too long, or no longer be wanted. */

/** It took longer than allowed. */
export class TooSlow extends Error {
  override name = 'TooSlow';
}

/**
 * The result, unless the worker fails or the run is cancelled first.
 * @throws the worker's failure, or the signal's reason.
 */
export async function guard<Result>(
  { failure }: { failure: Promise<never> },
  signal: AbortSignal,
  result: Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted();
  let stop = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([result, failure, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** A number of seconds that may be spent on something, bit by bit. */
export class Budget {
  private left: number;

  constructor(private readonly seconds: number) {
    this.left = seconds * 1000;
  }

  /** Whether this many milliseconds are left. */
  has(milliseconds: number): boolean {
    return this.left > milliseconds;
  }

  /** Restores the whole budget. */
  renew(): void {
    this.left = this.seconds * 1000;
  }

  /** Waits for the result as long as the budget lasts. @throws TooSlow */
  async spend<Result>(result: Promise<Result>): Promise<Result> {
    const start = performance.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      const end = () => reject(new TooSlow(`took longer than the limit of ${this.seconds} s`));
      timer = setTimeout(end, Math.max(0, this.left));
    });
    try {
      return await Promise.race([result, late]);
    } finally {
      clearTimeout(timer);
      this.left -= performance.now() - start;
    }
  }
}
