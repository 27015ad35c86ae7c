/**
 * Runs a benchmark: for each shape and phase it prepares the peers one after the other, checks the first result of each
 * against the reference, and then runs those that were right in turns, so that whatever slows the machine for a while
 * slows all of them. Only one of them computes at any time.
 */
import { type Peer, type PeerId, canRun, measuredShape, peerOf } from './peer-names';
import type { Connection } from './peers/connect';
import type { Inspection, PeerPort } from './peers/port';
import type { ReferencePort } from './peers/reference-worker';
import type { Row } from './result';
import { rowOf, type Measured } from './row';
import { type Settings, shapesOf } from './settings';
import { type Phase, phasesOf, type Shape, type Task } from './workload';

export interface Progress {
  shape: Shape;
  phase: Phase;
  /** What is being done, for people. */
  doing: string;
  /** Of the whole benchmark, 0 to 1. */
  share: number;
}

/** Where the peers come from. */
export interface Connections {
  peer(peer: Peer): Connection<PeerPort>;
  reference(): Connection<ReferencePort>;
}

export interface RunOptions {
  connections: Connections;
  onProgress(progress: Progress): void;
  /** Gets each row as soon as it is there; a later row of the same peer, case and phase takes its place. */
  onRow(row: Row): void;
  signal: AbortSignal;
}

/** The peer took longer than it may. */
class TooSlow extends Error {}

/** A peer within one case and phase. */
interface Entrant {
  peer: Peer;
  task: Task;
  factor: number;
  connection: Connection<PeerPort>;
  /** Milliseconds that it may still take. */
  left: number;
  measured: Measured;
}

/** @throws the signal's reason when it is aborted. */
export async function runBenchmark(settings: Settings, options: RunOptions): Promise<void> {
  const run = new BenchmarkRun(settings, options);
  try {
    await run.all();
  } finally {
    run.close();
  }
}

class BenchmarkRun {
  private readonly open = new Map<PeerId, Connection<PeerPort>>();
  private readonly reference: Connection<ReferencePort>;
  private done = 0;
  private total = 0;

  constructor(
    private readonly settings: Settings,
    private readonly options: RunOptions,
  ) {
    this.reference = options.connections.reference();
  }

  async all(): Promise<void> {
    const rounds = shapesOf(this.settings).flatMap((shape) =>
      phasesOf(shape, this.settings.phases).map((phase) => ({ shape, phase })),
    );
    const peers = this.settings.peers.map(peerOf);
    this.total = rounds.reduce((sum, { phase }) => sum + peers.filter((peer) => canRun(peer, phase)).length, 0);
    for (const { shape, phase } of rounds) {
      await this.round(shape, phase, peers.filter((peer) => canRun(peer, phase)));
    }
  }

  close(): void {
    this.reference.close();
    for (const { close } of this.open.values()) close();
    this.open.clear();
  }

  private async round(shape: Shape, phase: Phase, peers: Peer[]): Promise<void> {
    const right: Entrant[] = [];
    const steps = this.settings.runs + 1;
    for (const peer of peers) {
      const tell = (doing: string) => this.tell(shape, phase, `${peer.label}: ${doing}`);
      const entrant = await this.admit(peer, shape, phase, tell);
      this.done += entrant ? 1 / steps : 1;
      if (entrant) right.push(entrant);
    }
    for (let turn = 0; turn < this.settings.runs; turn++) {
      // Another one begins each turn, so that nobody always runs behind the same neighbour.
      const order = right.map((_, index) => right[(index + turn) % right.length] as Entrant);
      for (const entrant of order) {
        this.done += 1 / steps;
        if (entrant.measured.status !== 'ok' || this.isExhausted(entrant)) continue;
        this.tell(shape, phase, `${entrant.peer.label}: run ${turn + 1} of ${this.settings.runs}`);
        await this.attempt(entrant, async () => {
          const { wall, dispatches } = await this.timed(entrant, entrant.connection.port.run(false));
          entrant.measured.times.push(wall);
          entrant.measured.dispatches = dispatches;
        });
        this.options.onRow(this.rowOf(entrant, shape));
      }
    }
    for (const entrant of right) {
      if (entrant.measured.status !== 'ok') continue;
      this.tell(shape, phase, `${entrant.peer.label}: GPU time and memory`);
      const inspection = await this.inspect(entrant);
      Object.assign(entrant.measured, inspection);
      this.options.onRow(this.rowOf(entrant, shape));
    }
  }

  /** Loads, prepares, warms up and checks a peer; undefined if it may not go on. */
  private async admit(
    peer: Peer,
    shape: Shape,
    phase: Phase,
    tell: (doing: string) => void,
  ): Promise<Entrant | undefined> {
    const { seed, corrupt, stockTime, limit } = this.settings;
    const { shape: measured, factor } = measuredShape(peer, shape, stockTime);
    const task: Task = { shape: measured, phase, seed, corrupt: corrupt === peer.id };
    tell('reference in float64');
    await this.guard(this.reference, this.reference.port.prepare(task));
    const entrant: Entrant = {
      peer,
      task,
      factor,
      connection: this.connectionOf(peer),
      left: limit * 1000,
      measured: { status: 'ok', times: [], parity: { ok: false, error: null } },
    };
    await this.attempt(entrant, async () => {
      const { port } = entrant.connection;
      if (!this.open.has(peer.id)) {
        tell('loading');
        this.open.set(peer.id, entrant.connection);
        await this.timed(entrant, port.open(peer.backend));
        // What comes over the network is not the peer's fault.
        entrant.left = limit * 1000;
      }
      tell('warm-up');
      const { compile } = await this.timed(entrant, port.prepare(task));
      entrant.measured.compile = compile;
      const { wall, outputs } = await this.timed(entrant, port.run(true));
      entrant.measured.warmup = wall;
      tell('check');
      const { parity, reason } = await this.guard(this.reference, this.reference.port.check(task, outputs ?? {}));
      entrant.measured.parity = parity;
      if (reason) Object.assign(entrant.measured, { status: 'wrong', reason });
    });
    if (entrant.measured.status === 'ok') return entrant;
    this.options.onRow(this.rowOf(entrant, shape));
    return undefined;
  }

  /** GPU time and memory; without them where finding out takes too long. */
  private async inspect(entrant: Entrant): Promise<Partial<Inspection>> {
    entrant.left = this.settings.limit * 1000;
    try {
      const inspection = await this.timed(entrant, entrant.connection.port.inspect());
      await this.timed(entrant, entrant.connection.port.release());
      return inspection;
    } catch (error) {
      this.options.signal.throwIfAborted();
      this.drop(entrant);
      return { gpuNote: `could not be measured: ${(error as Error).message}` };
    }
  }

  /** Does something with a peer; if it fails, the peer is out and its row says why. */
  private async attempt(entrant: Entrant, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.options.signal.throwIfAborted();
      this.drop(entrant);
      // Runs that were finished in time still count.
      if (error instanceof TooSlow && entrant.measured.times.length > 0) {
        entrant.left = 0;
        return;
      }
      const status = error instanceof TooSlow ? 'skipped' : 'failed';
      Object.assign(entrant.measured, { status, reason: (error as Error).message });
    }
  }

  /** Whether another run would not fit into the time limit. The first one is tried in any case. */
  private isExhausted(entrant: Entrant): boolean {
    const last = entrant.measured.times.at(-1) ?? 0;
    if (last > entrant.left) entrant.left = 0;
    return entrant.left <= 0;
  }

  private connectionOf(peer: Peer): Connection<PeerPort> {
    return this.open.get(peer.id) ?? this.options.connections.peer(peer);
  }

  private drop({ peer, connection }: Entrant): void {
    connection.close();
    this.open.delete(peer.id);
  }

  /** Waits for a peer no longer than it may take. */
  private async timed<Result>(entrant: Entrant, result: Promise<Result>): Promise<Result> {
    const start = performance.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      const message = `took longer than the limit of ${this.settings.limit} s`;
      timer = setTimeout(() => reject(new TooSlow(message)), Math.max(0, entrant.left));
    });
    try {
      return await this.guard(entrant.connection, Promise.race([result, late]));
    } finally {
      clearTimeout(timer);
      entrant.left -= performance.now() - start;
    }
  }

  /** The result, unless the worker breaks or the run is cancelled before. */
  private async guard<Result>(connection: { failure: Promise<never> }, result: Promise<Result>): Promise<Result> {
    const { signal } = this.options;
    signal.throwIfAborted();
    let stop = () => {};
    const aborted = new Promise<never>((_resolve, reject) => {
      stop = () => reject(signal.reason);
      signal.addEventListener('abort', stop);
    });
    try {
      return await Promise.race([result, connection.failure, aborted]);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  private tell(shape: Shape, phase: Phase, doing: string): void {
    this.options.onProgress({ shape, phase, doing, share: Math.min(1, this.done / Math.max(1, this.total)) });
  }

  private rowOf({ peer, task, factor, measured, left }: Entrant, shape: Shape): Row {
    const short = left <= 0 && measured.times.length < this.settings.runs;
    return rowOf({ peer, task, factor, measured, shape, case: this.settings.preset, cutShort: short ? this.settings : null });
  }
}
