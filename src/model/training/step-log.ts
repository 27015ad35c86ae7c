import { concat, dispose, reshape, type Scalar, tidy } from '@tensorflow/tfjs-core';

/** Numbers of consecutive steps. */
export interface StepNumbers {
  loss: number[];
  accuracy: number[];
  gradientNorm: number[];
}

type StepScalars = Record<keyof StepNumbers, Scalar>;

/**
 * Reads the steps' loss, accuracy and gradient norm from the device without making it wait: steps are gathered into
 * groups, a group is read while the next ones are queued, and the numbers arrive in order.
 */
export class StepLog {
  private group: StepScalars[] = [];
  private reads: Promise<void>[] = [];

  /** @param deliver takes each group's numbers; what it throws comes out of `settle`. */
  constructor(private readonly deliver: (numbers: StepNumbers) => void) {}

  /** Takes over the step's scalars. */
  add({ loss, accuracy, gradientNorm }: StepScalars): void {
    this.group.push({ loss, accuracy, gradientNorm });
  }

  /** Steps added since the last `flush`. */
  get waiting(): number {
    return this.group.length;
  }

  /** Starts to read the steps added so far. */
  flush(): void {
    if (this.group.length === 0) return;
    const scalars = this.group.flatMap(({ loss, accuracy, gradientNorm }) => [loss, accuracy, gradientNorm]);
    this.group = [];
    const joined = tidy(() => concat(scalars.map((scalar) => reshape(scalar, [1]))));
    dispose(scalars);
    const earlier = this.reads.at(-1) ?? Promise.resolve();
    const values = joined.data();
    const read = (async () => {
      const [numbers] = await Promise.all([values, earlier]);
      joined.dispose();
      const column = (offset: number) => Array.from(numbers).filter((_, i) => i % 3 === offset);
      this.deliver({ loss: column(0), accuracy: column(1), gradientNorm: column(2) });
      // A read that failed stays, so that `settle` throws.
      this.reads.shift();
    })();
    // `settle` throws the error; until then it must not count as unhandled.
    read.catch(() => undefined);
    this.reads.push(read);
  }

  /** Waits for the steps whose reading has begun, not for any that begin meanwhile. */
  async delivered(): Promise<void> {
    await this.reads.at(-1);
  }

  /** Waits until at most `allowed` groups are still on their way. */
  async settle(allowed: number): Promise<void> {
    while (this.reads.length > allowed) await this.reads[0];
  }

  /** Disposes of steps that will not be read. */
  dispose(): void {
    for (const scalars of this.group) dispose(Object.values(scalars));
    this.group = [];
  }
}
