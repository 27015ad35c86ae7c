import type { BenchmarkResult, Row } from '../../../src/benchmark/result';

/** A valid row, for tests of what is made from rows. */
export function makeRow(part: Partial<Row> = {}): Row {
  return {
    peer: 'gatewave',
    backend: 'webgpu',
    case: 'article',
    phase: 'forward',
    shape: { op: 'bilstm', batch: 32, time: 500, inputDim: 1, units: 32, attentionUnits: 64 },
    status: 'ok',
    reason: null,
    note: null,
    compile: 30,
    warmup: 40,
    p50: 10,
    p95: 12,
    min: 9,
    runs: 3,
    times: [9, 10, 12.2],
    gpu: null,
    gpuNote: 'the adapter has no timestamp-query',
    dispatches: 5,
    memory: 2 ** 21,
    parity: { ok: true, error: 2e-7 },
    ...part,
  };
}

export const wrongRow = makeRow({
  peer: 'tfjs',
  backend: 'cpu',
  status: 'wrong',
  reason: "'outputs' is off by 5.0e-2, relative; at most 1e-5 is allowed",
  warmup: null,
  p50: null,
  p95: null,
  min: null,
  runs: 0,
  times: [],
  dispatches: null,
  memory: null,
  compile: null,
  parity: { ok: false, error: 0.05 },
});

export function makeResult(rows: Row[]): BenchmarkResult {
  return {
    device: {
      name: 'unnamed adapter',
      adapter: 'lavapipe',
      featureLevel: 'compatibility',
      features: [],
      limits: { maxBufferSize: 2 ** 28 },
      browser: 'Chrome 142',
      platform: 'X11; Linux x86_64',
      cores: 2,
    },
    commit: '0123456789ab',
    date: '2026-11-25T12:00:00.000Z',
    rows,
    profiles: [],
  };
}
