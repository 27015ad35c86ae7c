/** Numbers of consecutive steps. */
export interface StepNumbers {
  loss: number[];
  accuracy: number[];
  gradientNorm: number[];
}

/**
 * Receives the steps' loss, accuracy and gradient norm without making the device wait: a group of steps is read while the
 * next ones are queued, and the numbers arrive in order.
 */
export class StepLog {
  private reads: Promise<void>[] = [];

  /** @param deliver takes each group's numbers; what it throws comes out of `settle`. */
  constructor(private readonly deliver: (numbers: StepNumbers) => void) {}

  /** Takes a group of steps that is being read. */
  add(numbers: Promise<StepNumbers>): void {
    const earlier = this.reads.at(-1) ?? Promise.resolve();
    const read = (async () => {
      const [group] = await Promise.all([numbers, earlier]);
      this.deliver(group);
      // A read that failed stays, so that `settle` throws.
      this.reads.shift();
    })();
    // `settle` throws the error; until then it must not count as unhandled.
    read.catch(() => undefined);
    this.reads.push(read);
  }

  /** Waits for the steps that were added so far, not for any that are added meanwhile. */
  async delivered(): Promise<void> {
    await this.reads.at(-1);
  }

  /** Waits until at most `allowed` groups are still on their way. */
  async settle(allowed: number): Promise<void> {
    while (this.reads.length > allowed) await this.reads[0];
  }
}
