import { Budget, guard, TooSlow } from './guard';
import type { Peer } from './peer-names';
import type { Connection } from './peers/connect';
import type { PeerPort } from './peers/port';
import type { Row } from './result';
import { type Measured, rowOf } from './row';
import type { Shape, Task } from './workload';

export interface EntrantOptions {
  /** The preset that the shape is from. */
  case: string;
  peer: Peer;
  /** As asked for; the task's shape may have fewer steps. */
  shape: Shape;
  task: Task;
  factor: number;
  connection: Connection<PeerPort>;
  /** Runs that are wanted, and seconds that all of them together may take. */
  runs: number;
  limit: number;
  signal: AbortSignal;
}

/** A peer within one case and phase: what it was asked to do, and what came of it. */
/** Milliseconds that other peers' threads get to fall asleep. */
const SETTLING = 100;
/** Milliseconds; longer runs hide what they find in the caches. */
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

  /** Loads the library. That takes from no budget: what comes over the network is not the peer's fault. */
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
   * One counted run, if there is time for it. A peer whose runs are short runs once more before, uncounted: between two of
   * its runs the others have filled the caches, and their threads may still be waiting actively, neither of which
   * happens to somebody who uses one library. @returns whether it ran.
   */
  async run(): Promise<boolean> {
    // The first one is tried in any case; a later one where half as long again as the last one would do.
    if (!this.budget.has(1.5 * (this.measured.times.at(-1) ?? 0))) this.isOver = true;
    if (this.isOver || this.measured.status !== 'ok') return false;
    // Of the first run, which compiles, one cannot tell.
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

  /** GPU time and memory; without them where finding out takes too long. */
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

  /** Does something with the peer; if it fails, the peer is out and its row says why. */
  private async attempt(work: (port: Connection<PeerPort>['port']) => Promise<void>): Promise<void> {
    try {
      await work(this.options.connection.port);
    } catch (error) {
      this.options.signal.throwIfAborted();
      this.close();
      this.isOver = true;
      const slow = error instanceof TooSlow;
      // Runs that were finished in time still count.
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
