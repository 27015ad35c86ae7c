/** One thing at a time: see {@link createLatest}. */
export interface Latest<Input> {
  /** Replaces whatever is still waiting. */
  ask(input: Input): void;
  /** Forgets what is waiting and what is under way, whose answer may never come. */
  drop(): void;
}

interface LatestOptions<Input, Output> {
  work(input: Input): Promise<Output>;
  /** @param milliseconds since its work began. */
  onAnswer(output: Output, input: Input, milliseconds: number): void;
  onProblem(error: Error): void;
}

/** Works on one input at a time; of those that arrive meanwhile, only the last one counts. */
export function createLatest<Input, Output>({
  work,
  onAnswer,
  onProblem,
}: LatestOptions<Input, Output>): Latest<Input> {
  let waiting: { input: Input } | null = null;
  let isBusy = false;
  let generation = 0;

  async function go(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    const mine = generation;
    while (waiting) {
      const { input }: { input: Input } = waiting;
      waiting = null;
      const start = performance.now();
      try {
        const output = await work(input);
        if (mine !== generation) return;
        onAnswer(output, input, performance.now() - start);
      } catch (error) {
        if (mine !== generation) return;
        onProblem(error as Error);
      }
    }
    isBusy = false;
  }

  return {
    ask(input) {
      waiting = { input };
      void go();
    },
    drop() {
      generation += 1;
      waiting = null;
      isBusy = false;
    },
  };
}
