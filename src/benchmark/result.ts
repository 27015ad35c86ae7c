/** A benchmark's result, as stored in files. Times are in milliseconds, memory in bytes. */
import { z } from 'zod';
import { type PeerId, peerIds } from './peer-names';
import { operations } from './workload';

const time = z.number().nonnegative();

const shapeSchema = z.object({
  op: z.enum(operations),
  batch: z.number(),
  time: z.number(),
  inputDim: z.number(),
  units: z.number(),
  attentionUnits: z.number(),
  /** Present if the peer was measured at fewer steps; its times and dispatches were then multiplied by `factor`. */
  measuredTime: z.number().optional(),
  factor: z.number().optional(),
});

const rowSchema = z.object({
  peer: z.enum(['gatewave', 'tfjs', 'onnxruntime']),
  backend: z.enum(['webgpu', 'webgl', 'wasm', 'cpu']),
  case: z.string(),
  phase: z.enum(['forward', 'train']),
  shape: shapeSchema,
  /** 'wrong': the result differs from the reference. Only 'ok' rows have times. */
  status: z.enum(['ok', 'wrong', 'failed', 'skipped']),
  /** Why it is not 'ok'. */
  reason: z.string().nullable(),
  /** What to know of the numbers. */
  note: z.string().nullable(),
  /** Compiling, apart from any run; null where the peer compiles in its first run. */
  compile: time.nullable(),
  /** The first run. */
  warmup: time.nullable(),
  p50: time.nullable(),
  p95: time.nullable(),
  min: time.nullable(),
  runs: z.number(),
  /** Each run, in order. */
  times: z.array(time),
  /** On the GPU, of one run; where it is null, `gpuNote` says why. */
  gpu: time.nullable(),
  gpuNote: z.string().nullable(),
  dispatches: z.number().nullable(),
  memory: z.number().nullable(),
  parity: z.object({ ok: z.boolean(), error: z.number().nullable() }),
});

/** One dispatch. */
const kernelSchema = z.object({
  /** The plan that it belongs to. */
  op: z.string(),
  label: z.string(),
  shader: z.string(),
  flops: z.number(),
  bytes: z.number(),
  workgroups: z.array(z.number()),
  milliseconds: time,
  source: z.enum(['timestamp', 'wall']),
});

const profileSchema = z.object({
  case: z.string(),
  phase: z.enum(['forward', 'train']),
  shape: shapeSchema,
  /** Measured on this device by two micro-kernels, at the same time. */
  ceilings: z.object({ flopsPerSecond: z.number(), bytesPerSecond: z.number() }).nullable(),
  kernels: z.array(kernelSchema),
  /** Why there are no kernels. */
  problem: z.string().nullable(),
});

const deviceSchema = z.object({
  /** What it is called; 'no WebGPU' where there is none. */
  name: z.string(),
  /** The name that the command line asked for the adapter by. */
  adapter: z.string().nullable(),
  featureLevel: z.enum(['core', 'compatibility']).nullable(),
  features: z.array(z.string()),
  limits: z.record(z.string(), z.number()),
  /** Its name and version; without a browser, Node's. */
  browser: z.string(),
  platform: z.string(),
  cores: z.number(),
});

const resultSchema = z.object({
  device: deviceSchema,
  /** The commit of the sources; null outside a git repository. */
  commit: z.string().nullable(),
  /** ISO 8601. */
  date: z.string(),
  rows: z.array(rowSchema),
  profiles: z.array(profileSchema),
});

export type Row = z.infer<typeof rowSchema>;
export type Kernel = z.infer<typeof kernelSchema>;
export type KernelProfile = z.infer<typeof profileSchema>;
export type BenchmarkDevice = z.infer<typeof deviceSchema>;
export type BenchmarkResult = z.infer<typeof resultSchema>;

/** The text is no benchmark result; the message says why. */
export class ResultError extends Error {
  override name = 'ResultError';
}

/** Reads what was saved. @throws ResultError */
export function parseResult(text: string): BenchmarkResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ResultError('This is not a benchmark result: it is not JSON text.');
  }
  const parsed = resultSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join('.') || 'the file';
  throw new ResultError(
    `This is not a benchmark result: ${place}: ${issue?.message ?? 'it has another form'}.`,
  );
}

/** Rows of the same case, phase and shape are compared with one another. */
export function groupRows(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.case},${caseKey(row)}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/** The same for rows that measure the same thing, in this result or another. */
export function caseKey({ phase, shape }: Pick<Row, 'phase' | 'shape'>): string {
  const { op, batch, time, inputDim, units, attentionUnits } = shape;
  return [phase, op, batch, time, inputDim, units, phase === 'train' ? attentionUnits : ''].join();
}

/** How many times faster a row is than the baseline's; null where one of them has no time. */
export function speedUp(row: Row, baseline: Row | undefined): number | null {
  return row.p50 && baseline?.p50 ? baseline.p50 / row.p50 : null;
}

/** In the order of the peers' list, in which the rows of a run need not come. */
export function sortRows(rows: readonly Row[]): Row[] {
  const place = ({ peer, backend }: Row) => peerIds.indexOf(`${peer}-${backend}` as PeerId);
  return [...rows].sort((a, b) => place(a) - place(b));
}
