/** ONNX Runtime Web's LSTM, on its WebGPU and its wasm execution provider. */
import './counters';
import type { InferenceSession, Tensor } from 'onnxruntime-web';
import { requestAdapter } from '../../kernels/webgpu/adapter';
import type { Outputs } from '../parity';
import type { TaskData } from '../task-data';
import type { Shape, Task } from '../workload';
import { counters, heapBytes } from './counters';
import { encodeRecurrentModel } from './onnx-model';
import { type Finished, type Prepare, type Subject, serve } from './serve';

type Runtime = typeof import('onnxruntime-web');
type Provider = InferenceSession.ExecutionProviderConfig;

serve(async (backend): Promise<Prepare> => {
  if (backend === 'wasm') {
    const { runtime } = await import('./onnx-wasm');
    return (task, data) => prepare(runtime, 'wasm', task, data);
  }
  const { runtime } = await import('./onnx-webgpu');
  const device = await requestDevice();
  return (task, data) => prepare(runtime, { name: 'webgpu', device } as Provider, task, data);
});

/** The device that the runtime would ask for, or where there is no core adapter one in compatibility mode. */
async function requestDevice(): Promise<GPUDevice> {
  const adapter = await requestAdapter();
  if (!adapter) throw new Error('The browser has no WebGPU adapter.');
  const features = ['shader-f16', 'subgroups', 'timestamp-query'] as GPUFeatureName[];
  const limits = [
    'maxComputeWorkgroupStorageSize',
    'maxComputeWorkgroupsPerDimension',
    'maxStorageBufferBindingSize',
    'maxBufferSize',
    'maxComputeInvocationsPerWorkgroup',
    'maxComputeWorkgroupSizeX',
    'maxComputeWorkgroupSizeY',
    'maxComputeWorkgroupSizeZ',
    'maxStorageBuffersPerShaderStage',
  ] as const satisfies readonly (keyof GPUSupportedLimits)[];
  return adapter.requestDevice({
    requiredFeatures: features.filter((feature) => adapter.features.has(feature)),
    requiredLimits: Object.fromEntries(limits.map((name) => [name, adapter.limits[name]])),
  });
}

async function prepare(runtime: Runtime, provider: Provider, task: Task, data: TaskData): Promise<Subject> {
  const { shape } = task;
  const onGpu = provider !== 'wasm';
  const bytes = encodeRecurrentModel(shape, data.directions);
  const start = performance.now();
  const session = await runtime.InferenceSession.create(bytes, { executionProviders: [provider] });
  const compile = performance.now() - start;
  const feeds = makeFeeds(runtime, shape, data);

  /** One small output is enough to know that all are computed, since a single node makes them. */
  const run = async (): Promise<Finished> => {
    release(await session.run(feeds, ['finalH']));
    if (onGpu && counters.dispatches === 0) {
      throw new Error('The WebGPU provider gave the LSTM to the CPU: it reached the GPU with no dispatch.');
    }
    return { read: () => readOutputs(session, feeds, shape), dispose: () => {} };
  };
  return {
    compile,
    run,
    inspect: async () => ({
      gpu: null,
      gpuNote: onGpu ? 'ONNX Runtime does not tell' : 'runs on the CPU',
      memory: onGpu ? counters.gpuPeak : heapBytes(),
    }),
  };
}

function makeFeeds(runtime: Runtime, shape: Shape, data: TaskData): Record<string, Tensor> {
  const { op, batch, time, inputDim, units } = shape;
  const x = new runtime.Tensor('float32', timeFirst(data.x, batch, time, inputDim), [time, batch, inputDim]);
  if (op !== 'step') return { x };
  const state = (values: Float32Array) => new runtime.Tensor('float32', values, [1, batch, units]);
  return { x, h: state(data.state.h), c: state(data.state.c) };
}

/** Runs once more, with all outputs, in our layout. */
async function readOutputs(
  session: InferenceSession,
  feeds: Record<string, Tensor>,
  { op, batch, time, units }: Shape,
): Promise<Outputs> {
  const results = await session.run(feeds, op === 'step' ? ['finalH', 'finalC'] : ['outputs']);
  const values = async (name: string) => Float32Array.from((await results[name]!.getData()) as Float32Array);
  const outputs: Outputs =
    op === 'step'
      ? { h: await values('finalH'), c: await values('finalC') }
      : { outputs: batchFirst(await values('outputs'), batch, time, units) };
  release(results);
  return outputs;
}

function release(tensors: Readonly<Record<string, Tensor>>): void {
  for (const tensor of Object.values(tensors)) tensor.dispose();
}

/** [batch, time, width] to [time, batch, width]. */
function timeFirst(values: Float32Array, batch: number, time: number, width: number): Float32Array {
  const moved = new Float32Array(values.length);
  for (let b = 0; b < batch; b++) {
    for (let t = 0; t < time; t++) {
      const from = (b * time + t) * width;
      moved.set(values.subarray(from, from + width), (t * batch + b) * width);
    }
  }
  return moved;
}

/** [time, directions, batch, units] to [batch, time, directions·units]. */
function batchFirst(values: Float32Array, batch: number, time: number, units: number): Float32Array {
  const directions = values.length / (batch * time * units);
  const moved = new Float32Array(values.length);
  for (let from = 0, t = 0; t < time; t++) {
    for (let d = 0; d < directions; d++) {
      for (let b = 0; b < batch; b++, from += units) {
        moved.set(values.subarray(from, from + units), ((b * time + t) * directions + d) * units);
      }
    }
  }
  return moved;
}
