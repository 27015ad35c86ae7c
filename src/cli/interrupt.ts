import { exitCodes } from './errors';
import { watchNpm } from './parents';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * npm and npx pass on a Ctrl-C that the terminal has already sent to the whole process group: signals so close
 * together are one.
 */
const oneRequest = 500; // ms

/**
 * What Ctrl-C does, and the end of the npm that started the process. Normally it ends the process at once, and the browser
 * with it; while `during` runs, the first one asks for a graceful end and only the next one ends the process.
 */
export class Interrupts {
  private stop: (() => void) | undefined;
  private askedAt: number | undefined;
  private readonly unwatch: () => void;

  constructor(
    private readonly exit: (code: number) => void = process.exit,
    watch = watchNpm,
  ) {
    for (const signal of signals) process.on(signal, this.handle);
    // The signal that ended npm may have come here, too: then it was asked for already.
    this.unwatch = watch(() => {
      if (!this.asked) this.handle();
    });
  }

  /** Whether a graceful end was asked for. */
  get asked(): boolean {
    return this.askedAt !== undefined;
  }

  /** Runs `body`; an interrupt meanwhile calls `stop`, once. */
  async during<Result>(stop: () => void, body: () => Promise<Result>): Promise<Result> {
    this.stop = stop;
    try {
      return await body();
    } finally {
      this.stop = undefined;
    }
  }

  /** Listens no longer: the process ends by a signal as it would without this. */
  dispose(): void {
    for (const signal of signals) process.off(signal, this.handle);
    this.unwatch();
  }

  private readonly handle = (): void => {
    const now = performance.now();
    if (this.askedAt !== undefined && now - this.askedAt < oneRequest) return;
    if (this.askedAt !== undefined || !this.stop) {
      this.exit(exitCodes.interrupted);
      return;
    }
    this.askedAt = now;
    this.stop();
  };
}
