import { describe, expect, it } from 'vitest';
import type { Peer, PeerId } from '../../../src/benchmark/peer-names';
import type { Connection } from '../../../src/benchmark/peers/connect';
import type { PeerPort } from '../../../src/benchmark/peers/port';
import type { Row } from '../../../src/benchmark/result';
import { type Connections, runBenchmark } from '../../../src/benchmark/runner';
import { defaultSettings, type Settings } from '../../../src/benchmark/settings';

const never = new Promise<never>(() => {});

/** A connection without a worker: `port` has the methods that the benchmark calls. */
function connection<Port>(port: object, close = () => {}): Connection<Port> {
  return { port: port as Connection<Port>['port'], close, failure: never };
}

/** Peers that record when they run, and a reference that finds 'wrong' outputs wrong. */
class Stage {
  readonly runs: string[] = [];
  readonly closed: string[] = [];
  readonly rows = new Map<string, Row>();
  private computing = 0;
  mostAtOnce = 0;

  constructor(private readonly behaviour: Partial<Record<PeerId, Partial<PeerPort>>> = {}) {}

  readonly connections: Connections = {
    peer: (peer) => this.peer(peer),
    reference: () =>
      connection({
        prepare: async () => {},
        check: async (_task: unknown, { wrong }: Record<string, unknown>) =>
          wrong
            ? { parity: { ok: false, error: 0.5 }, reason: "'outputs' is off" }
            : { parity: { ok: true, error: 0 }, reason: null },
      }),
    kernels: () =>
      connection({
        ceilings: async () => ({ flopsPerSecond: 1, bytesPerSecond: 1 }),
        kernels: async () => [],
      }),
  };

  private peer({ id }: Peer): Connection<PeerPort> {
    const port: PeerPort = {
      open: async () => {},
      prepare: async () => ({ compile: null }),
      run: async () => {
        this.computing++;
        this.mostAtOnce = Math.max(this.mostAtOnce, this.computing);
        await new Promise((resolve) => setTimeout(resolve, 1));
        this.computing--;
        this.runs.push(id);
        return { wall: 1, dispatches: null, outputs: {} };
      },
      inspect: async () => ({ gpu: null, gpuNote: 'none', memory: null }),
      ...this.behaviour[id],
    };
    return connection(port, () => this.closed.push(id));
  }

  run(settings: Partial<Settings>, signal = new AbortController().signal): Promise<void> {
    const full: Settings = {
      ...defaultSettings,
      phases: ['forward'],
      sizes: { batch: 1, time: 2, units: 1 },
      ...settings,
    };
    return runBenchmark(full, {
      connections: this.connections,
      signal,
      onProgress: () => {},
      onRow: (row) => this.rows.set(`${row.peer}-${row.backend}-${row.phase}`, row),
      onProfile: () => {},
    });
  }
}

const three: PeerId[] = ['gatewave-cpu', 'tfjs-cpu', 'onnxruntime-wasm'];

describe('a benchmark', () => {
  it('runs its peers in turns, one at a time, each turn starting with another', async () => {
    const stage = new Stage();
    await stage.run({ peers: three, runs: 3 });
    const [g, t, o] = three;
    // The warm-up; then in each turn two runs of each, of which the second counts.
    const turns = [g, g, t, t, o, o, t, t, o, o, g, g, o, o, g, g, t, t];
    expect(stage.runs).toEqual([g, t, o, ...turns]);
    expect(stage.mostAtOnce).toBe(1);
    for (const row of stage.rows.values()) expect(row).toMatchObject({ status: 'ok', runs: 3, p50: 1 });
  });

  it('does not time a peer whose result is wrong, and says what is wrong', async () => {
    const wrong = { run: async () => ({ wall: 1, dispatches: null, outputs: { wrong: [1] } }) };
    const stage = new Stage({ 'tfjs-cpu': wrong });
    await stage.run({ peers: three, runs: 2 });
    expect(stage.rows.get('tfjs-cpu-forward')).toMatchObject({
      status: 'wrong',
      reason: "'outputs' is off",
      p50: null,
      warmup: null,
      runs: 0,
      parity: { ok: false, error: 0.5 },
    });
    expect(stage.rows.get('gatewave-cpu-forward')).toMatchObject({ status: 'ok', runs: 2 });
  });

  it('continues without a peer that cannot run, and says why', async () => {
    const open = async () => {
      throw new Error('The browser has no WebGL 2.');
    };
    const stage = new Stage({ 'tfjs-cpu': { open } });
    await stage.run({ peers: three, runs: 1 });
    expect(stage.rows.get('tfjs-cpu-forward')).toMatchObject({
      status: 'failed',
      reason: 'The browser has no WebGL 2.',
    });
    expect(stage.rows.get('onnxruntime-wasm-forward')?.status).toBe('ok');
  });

  it('skips a peer that takes longer than its limit, and ends its worker', async () => {
    const stage = new Stage({ 'tfjs-cpu': { run: () => never } });
    await stage.run({ peers: three, runs: 1, limit: 0.05 });
    expect(stage.rows.get('tfjs-cpu-forward')).toMatchObject({
      status: 'skipped',
      reason: 'took longer than the limit of 0.05 s',
    });
    expect(stage.closed).toContain('tfjs-cpu');
  });

  it('counts the runs that a slow peer finished in time', async () => {
    let count = 0;
    const run: PeerPort['run'] = () =>
      ++count < 6 ? Promise.resolve({ wall: 1, dispatches: null, outputs: {} }) : never;
    const stage = new Stage({ 'tfjs-cpu': { run } });
    await stage.run({ peers: ['tfjs-cpu'], runs: 10, limit: 0.05 });
    const row = stage.rows.get('tfjs-cpu-forward');
    expect(row).toMatchObject({ status: 'ok', runs: 2 });
    expect(row?.note).toContain('2 of 10 runs within the limit of 0.05 s');
  });

  it('leaves ONNX Runtime out of training', async () => {
    const stage = new Stage();
    await stage.run({ peers: three, phases: ['forward', 'train'], runs: 1 });
    expect([...stage.rows.keys()].filter((key) => key.endsWith('train'))).toEqual([
      'gatewave-cpu-train',
      'tfjs-cpu-train',
    ]);
  });

  it('stops when it is cancelled, and ends all workers', async () => {
    const cancel = new AbortController();
    const run = () => {
      cancel.abort(new Error('cancelled'));
      return never;
    };
    const stage = new Stage({ 'tfjs-cpu': { run } });
    await expect(stage.run({ peers: three }, cancel.signal)).rejects.toThrow('cancelled');
    expect(stage.closed).toEqual(expect.arrayContaining(['gatewave-cpu', 'tfjs-cpu']));
  });
});
