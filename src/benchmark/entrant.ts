import { Budget, guard, TooSlow } from './guard';
import type { Peer } from './peer-names';
import type { Connection } from './peers/connect';
import type { PeerPort } from './peers/port';
import type { Row } from './result';
import { type Measured, rowOf } from './row';
import type { Shape, Task } from './workload';

export interface EntrantOptions {
  /** The preset that the shape comes from. */
  case: string;
  peer: Peer;
  /** The shape as requested; the task's may have fewer steps. */
  shape: Shape;
  task: Task;
  factor: number;
  connection: Connection<PeerPort>;
  /** Runs wanted, and seconds that all of them together may take. */
  runs: number;
  limit: number;
  signal: AbortSignal;
}

/** A peer within one case and phase: what it was asked to do, and the outcome. */
/** Milliseconds for other peers' threads to fall asleep. */
const SETTLING = 100;
/** Milliseconds; in longer runs the state of the caches does not matter. */
const SHORT_RUN = 1000;

export class Entrant {
  readonly measured: Measured = { status: 'ok', times: [], parity: { ok: false, error: null } };
  private readonly budget: Budget;
  private isOver = false;
  private isClosed = false;

  constructor(private readonly options: EntrantOptions) {
    this.budget = new Budget(options.limit);
  }

  get peer(): Peer {
    return this.options.peer;
  }

  get task(): Task {
    return this.options.task;
  }

  /** Loads the library. This uses no budget: the network is not the peer's fault. */
  async load(): Promise<void> {
    await this.attempt((port) => this.spend(port.open(this.peer.backend)));
    this.budget.renew();
  }

  /** @param check compares the first result with the reference. */
  async warmUp(check: (outputs: NonNullable<CheckedOutputs>) => Promise<CheckResult>): Promise<void> {
    await this.attempt(async (port) => {
      const { compile } = await this.spend(port.prepare(this.task));
      const { wall, outputs } = await this.spend(port.run(true));
      const { parity, reason } = await check(outputs ?? {});
      Object.assign(this.measured, { compile, warmup: wall, parity });
      if (reason !== null) Object.assign(this.measured, { status: 'wrong', reason });
    });
  }

  /**
   * One counted run, if there is time for it. A peer whose runs are short runs once more before, uncounted: between
   * its runs the others have filled the caches, and their threads may still be spinning, neither of which happens to
   * someone who uses one library. @returns whether it ran.
   */
  async run(): Promise<boolean> {
    // The first one is tried in any case, a later one if half as long again as the last one would be enough.
    if (!this.budget.has(1.5 * (this.measured.times.at(-1) ?? 0))) this.isOver = true;
    if (this.isOver || this.measured.status !== 'ok') return false;
    // The first run compiles, so it predicts nothing.
    const isShort = (this.measured.times.at(-1) ?? 0) < SHORT_RUN;
    await this.attempt(async (port) => {
      await new Promise((resolve) => setTimeout(resolve, SETTLING));
      if (isShort) await this.spend(port.run(false));
      const { wall, dispatches } = await this.spend(port.run(false));
      this.measured.times.push(wall);
      this.measured.dispatches = dispatches;
    });
    return true;
  }

  /** GPU time and memory; left out where finding out takes too long. */
  async inspect(): Promise<void> {
    if (this.measured.status !== 'ok' || this.isClosed) return;
    this.budget.renew();
    const { port } = this.options.connection;
    try {
      Object.assign(this.measured, await this.spend(port.inspect()));
    } catch (error) {
      this.options.signal.throwIfAborted();
      this.close();
      this.measured.gpuNote ??= `could not be measured: ${(error as Error).message}`;
    }
  }

  /** Ends the worker. */
  close(): void {
    this.options.connection.close();
    this.isClosed = true;
  }

  row(): Row {
    const { case: name, peer, shape, task, factor, runs, limit } = this.options;
    const cutShort = this.isOver ? { runs, limit } : null;
    return rowOf({ case: name, peer, shape, task, factor, cutShort, measured: this.measured });
  }

  /** Does something with the peer; if that fails, the peer is out and its row says why. */
  private async attempt(work: (port: Connection<PeerPort>['port']) => Promise<void>): Promise<void> {
    try {
      await work(this.options.connection.port);
    } catch (error) {
      this.options.signal.throwIfAborted();
      this.close();
      this.isOver = true;
      const slow = error instanceof TooSlow;
      // Runs that finished in time still count.
      if (slow && this.measured.times.length > 0) return;
      Object.assign(this.measured, { status: slow ? 'skipped' : 'failed', reason: (error as Error).message });
    }
  }

  private spend<Result>(result: Promise<Result>): Promise<Result> {
    const { connection, signal } = this.options;
    return guard(connection, signal, this.budget.spend(result));
  }
}

type CheckedOutputs = Awaited<ReturnType<PeerPort['run']>>['outputs'];
type CheckResult = { parity: Measured['parity']; reason: string | null };
