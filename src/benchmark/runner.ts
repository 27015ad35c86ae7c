/**
 * Runs a benchmark: for each shape and phase it prepares the peers one after the other, checks the first result of each
 * against the reference, and then runs those that were right in turns, so that whatever slows the machine for a while
 * slows all of them. Only one of them computes at any time.
 */
import { Entrant } from './entrant';
import { Budget, guard } from './guard';
import { canRun, measuredShape, type Peer, peerOf } from './peer-names';
import type { Connection } from './peers/connect';
import type { KernelsPort } from './peers/kernels-worker';
import type { PeerPort } from './peers/port';
import type { ReferencePort } from './peers/reference-worker';
import type { KernelProfile, Row } from './result';
import { type Settings, shapesOf } from './settings';
import { isModel, type Phase, phasesOf, type Shape, type Task } from './workload';

export interface Progress {
  shape: Shape;
  phase: Phase;
  /** What is being done, in words. */
  doing: string;
  /** Share of the whole benchmark, 0 to 1. */
  share: number;
}

/** Where the workers come from. */
export interface Connections {
  peer(peer: Peer): Connection<PeerPort>;
  reference(): Connection<ReferencePort>;
  kernels(): Connection<KernelsPort>;
}

export interface RunOptions {
  connections: Connections;
  onProgress(progress: Progress): void;
  /** Receives each row as soon as there is one; a later row of the same peer, case and phase replaces it. */
  onRow(row: Row): void;
  onProfile(profile: KernelProfile): void;
  /** Cancels. */
  signal: AbortSignal;
}

/** @throws the signal's reason when it is aborted, and an Error when the reference cannot be computed. */
export async function runBenchmark(settings: Settings, options: RunOptions): Promise<void> {
  const run = new BenchmarkRun(settings, options);
  try {
    await run.all();
  } finally {
    run.close();
  }
}

/** A shape in one phase, and the peers that take part in it. */
interface Round {
  shape: Shape;
  phase: Phase;
  peers: Peer[];
}

class BenchmarkRun {
  /** The peers of the current round. */
  private entrants: Entrant[] = [];
  private readonly reference: Connection<ReferencePort>;
  private kernels: Connection<KernelsPort> | undefined;
  private done = 0;
  private total = 0;

  constructor(
    private readonly settings: Settings,
    private readonly options: RunOptions,
  ) {
    this.reference = options.connections.reference();
  }

  async all(): Promise<void> {
    const peers = this.settings.peers.map(peerOf);
    const rounds: Round[] = shapesOf(this.settings).flatMap((shape) =>
      phasesOf(shape, this.settings.phases).map((phase) => ({
        shape,
        phase,
        peers: peers.filter((peer) => canRun(peer, phase, shape)),
      })),
    );
    this.total = rounds.reduce((sum, round) => sum + round.peers.length, 0);
    for (const round of rounds) await this.round(round);
  }

  close(): void {
    this.reference.close();
    this.kernels?.close();
    for (const entrant of this.entrants) entrant.close();
  }

  private async round(round: Round): Promise<void> {
    const { runs } = this.settings;
    const step = 1 / (runs + 1);
    const right: Entrant[] = [];
    for (const peer of round.peers) {
      const entrant = await this.admit(peer, round);
      const isRight = entrant.measured.status === 'ok';
      this.done += isRight ? step : 1;
      if (isRight) right.push(entrant);
      else this.options.onRow(entrant.row());
    }
    for (let turn = 0; turn < runs; turn++) {
      // Each turn starts with another peer, so that none always runs after the same neighbour.
      for (let place = 0; place < right.length; place++) {
        const entrant = right[(place + turn) % right.length] as Entrant;
        this.report(round, `${entrant.peer.label}: run ${turn + 1} of ${runs}`);
        if (await entrant.run()) this.options.onRow(entrant.row());
        this.done += step;
      }
    }
    for (const entrant of right) {
      this.report(round, `${entrant.peer.label}: GPU time and memory`);
      await entrant.inspect();
      this.options.onRow(entrant.row());
    }
    for (const entrant of this.entrants) entrant.close();
    this.entrants = [];
    const ours = right.find(
      ({ peer, measured }) => peer.id === 'gatewave-webgpu' && measured.status === 'ok',
    );
    if (ours && this.settings.kernels && !isModel(round.shape.op))
      this.options.onProfile(await this.profile(round, ours.task));
  }

  /** Loads a peer, warms it up and checks its result. */
  private async admit(peer: Peer, round: Round): Promise<Entrant> {
    const { seed, corrupt, stockTime, limit, runs, preset, tune } = this.settings;
    const { signal } = this.options;
    const { shape, factor } = measuredShape(peer, round.shape, stockTime);
    const task: Task = {
      shape,
      phase: round.phase,
      seed,
      corrupt: corrupt === peer.id,
      tune: tune && peer.id === 'gatewave-webgpu',
    };
    const report = (doing: string) => this.report(round, `${peer.label}: ${doing}`);
    report('reference in float64');
    const { port } = this.reference;
    await guard(this.reference, signal, port.prepare(task));

    // A fresh worker for each case and phase: so that memory and compilation are those of this one alone.
    const entrant = new Entrant({
      case: preset,
      peer,
      shape: round.shape,
      task,
      factor,
      connection: this.options.connections.peer(peer),
      runs,
      limit,
      signal,
    });
    this.entrants.push(entrant);
    report('loading');
    await entrant.load();
    if (entrant.measured.status === 'ok') {
      report('warm-up and check');
      await entrant.warmUp((outputs) => guard(this.reference, signal, port.check(task, outputs)));
    }
    return entrant;
  }

  /** Times our kernels one by one. */
  private async profile(round: Round, task: Task): Promise<KernelProfile> {
    const { signal } = this.options;
    const profile: KernelProfile = {
      case: this.settings.preset,
      phase: round.phase,
      shape: round.shape,
      ceilings: null,
      kernels: [],
      problem: null,
    };
    this.kernels ??= this.options.connections.kernels();
    const { kernels } = this;
    const budget = new Budget(this.settings.limit);
    const wait = <Result>(result: Promise<Result>) => guard(kernels, signal, budget.spend(result));
    try {
      this.report(round, 'What the device can do at best');
      const ceilings = await wait(kernels.port.ceilings());
      this.report(round, 'Each kernel by itself');
      return { ...profile, ceilings, kernels: await wait(kernels.port.kernels(task)) };
    } catch (error) {
      signal.throwIfAborted();
      kernels.close();
      this.kernels = undefined;
      return { ...profile, problem: (error as Error).message };
    }
  }

  private report({ shape, phase }: Round, doing: string): void {
    this.options.onProgress({ shape, phase, doing, share: Math.min(1, this.done / Math.max(1, this.total)) });
  }
}
