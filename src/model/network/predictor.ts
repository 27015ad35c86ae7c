/** Prediction on WebGPU by programs: what the forward pass leaves of series that the host writes. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend } from '@tensorflow/tfjs-core';
import { gatherBatch } from '../../data/batches';
import type { Dataset } from '../../data/dataset';
import { deviceOf } from '../../kernels/webgpu/backend';
import { profileOf } from '../../kernels/webgpu/device';
import { BYTES_PER_ELEMENT, type DeviceProfile } from '../../kernels/webgpu/plan';
import type { Place } from '../../kernels/webgpu/program/place';
import { type PreparedProgram, ProgramMemory, prepareProgram } from '../../kernels/webgpu/program/prepared';
import { assertProgramFits, type Program, planProgram } from '../../kernels/webgpu/program/program';
import { Readback } from '../../kernels/webgpu/program/readback';
import { copyIn } from '../../kernels/webgpu/program/tensors';
import { type Classifier, type ClassifierSizes, logitCount } from './classifier';
import { type BatchShape, forwardParts, parameterName, weightLayout, weightPlaces } from './forward';
import { type RecordLayout, RecordView, recordLayout } from './record';

/** What a prediction leaves of a batch. */
export interface ForwardResults {
  /** [batch, outputs] */
  logits: Float32Array;
  /** [batch, time]; each row adds up to 1, and padding has 0. */
  attention: Float32Array;
}

/** Shapes that are kept ready; of the others, the one that has not been used for longest makes room. */
const mostShapes = 4;

const predictors = new WeakMap<Classifier, Predictor>();

/** The classifier's predictor on the current backend, which is 'webgpu'. */
export function predictorOf(classifier: Classifier): Predictor {
  const known = predictors.get(classifier);
  if (known?.isCurrent) return known;
  known?.destroy();
  const made = new Predictor(classifier);
  predictors.set(classifier, made);
  classifier.whenDisposed(() => made.destroy());
  return made;
}

class Predictor {
  private readonly gpu = backend() as WebGPUBackend;
  private readonly device: GPUDevice;
  private readonly parameters: ProgramMemory;
  private readonly ready = new Map<string, ReadyShape>();
  /** Of the weights that `parameters` has. */
  private dataIds: object[] = [];

  constructor(private readonly classifier: Classifier) {
    this.device = deviceOf(this.gpu);
    const { total } = weightLayout(classifier.sizes);
    this.parameters = new ProgramMemory(this.device, new Map([['parameters', total * BYTES_PER_ELEMENT]]));
  }

  get isCurrent(): boolean {
    return this.gpu === backend();
  }

  /** Predicts series of a data set. @param time steps that they are padded to. */
  run(dataset: Dataset, indices: Int32Array, time: number): Promise<ForwardResults> {
    this.refreshWeights();
    const hasLengths = dataset.lengths !== undefined;
    return this.readyFor({ batch: indices.length, time, hasLengths }).run(dataset, indices);
  }

  destroy(): void {
    for (const ready of this.ready.values()) ready.destroy();
    this.ready.clear();
    this.parameters.destroy();
  }

  private refreshWeights(): void {
    const tensors = [...this.classifier.variables.values()].map((variable) => variable.read());
    if (tensors.every(({ dataId }, i) => dataId === this.dataIds[i])) return;
    const places = [...weightPlaces(this.classifier.sizes, 'parameters', parameterName).values()];
    const copies = tensors.map((tensor, i) => ({ tensor, stretches: [{ from: 0, place: places[i]! }] }));
    copyIn(this.gpu, this.parameters, copies);
    this.dataIds = tensors.map(({ dataId }) => dataId);
  }

  private readyFor(shape: BatchShape): ReadyShape {
    const key = `${shape.batch} × ${shape.time}${shape.hasLengths ? ', lengths' : ''}`;
    const ready =
      this.ready.get(key) ?? new ReadyShape(this.device, this.classifier.sizes, shape, this.parameters);
    // The last one of the map is the one that was used last.
    this.ready.delete(key);
    this.ready.set(key, ready);
    const [[oldest, unused] = []] = this.ready;
    if (this.ready.size > mostShapes && oldest !== undefined && unused) {
      this.ready.delete(oldest);
      unused.destroy();
    }
    return ready;
  }
}

/** The program of one shape, with its memory. */
class ReadyShape {
  private readonly memory: ProgramMemory;
  private readonly prepared: PreparedProgram;
  private readonly readback: Readback;
  private readonly written: ArrayBuffer;
  private readonly view: RecordView;
  private readonly logits: Place;
  private readonly attention: Place;
  private readonly resultBytes: number;

  constructor(
    private readonly device: GPUDevice,
    sizes: ClassifierSizes,
    private readonly shape: BatchShape,
    parameters: ProgramMemory,
  ) {
    const { program, record } = predictionProgram(sizes, shape, profileOf(device));
    assertProgramFits(program, profileOf(device));
    this.memory = new ProgramMemory(device, new Map([['record', record.bytes], ...program.work]), parameters);
    this.prepared = prepareProgram(program, this.memory);
    const { batch, time } = shape;
    const result = (name: string, elements: number): Place => ({
      ...program.results.get(name)!,
      bytes: elements * BYTES_PER_ELEMENT,
    });
    this.logits = result('logits', batch * logitCount(sizes.classes));
    this.attention = result('attention', batch * time);
    this.resultBytes = this.logits.bytes + this.attention.bytes;
    this.readback = new Readback(device, this.resultBytes);
    this.written = new ArrayBuffer(record.bytes);
    this.view = new RecordView(this.written, 0, record);
  }

  run(dataset: Dataset, indices: Int32Array): Promise<ForwardResults> {
    const { device, memory, logits, attention, resultBytes } = this;
    gatherBatch(dataset, indices, this.shape.time, this.view.floats('x'));
    const { lengths } = dataset;
    if (lengths) this.view.integers('lengths').set(indices.map((index) => lengths[index]!));
    device.queue.writeBuffer(memory.buffer('record'), 0, this.written);
    const results = this.readback.acquire();
    const encoder = device.createCommandEncoder();
    this.prepared.encode(encoder);
    let offset = 0;
    for (const { buffer, offset: from, bytes } of [logits, attention]) {
      encoder.copyBufferToBuffer(memory.buffer(buffer), from, results, offset, bytes);
      offset += bytes;
    }
    device.queue.submit([encoder.finish()]);
    const split = logits.bytes / BYTES_PER_ELEMENT;
    return this.readback.read(results, resultBytes, (values) => ({
      logits: values.slice(0, split),
      attention: values.slice(split),
    }));
  }

  destroy(): void {
    this.prepared.destroy();
    this.readback.destroy();
    this.memory.destroy();
  }
}

/** Logits and attention of series that the host writes. */
export function predictionProgram(
  sizes: ClassifierSizes,
  shape: BatchShape,
  device: DeviceProfile,
): { program: Program; record: RecordLayout } {
  const { batch, time, hasLengths } = shape;
  const record = recordLayout('record', {
    lengths: hasLengths ? batch : 0,
    x: batch * time * sizes.channels,
  });
  const program = planProgram(
    {
      name: `prediction of ${batch} × ${time}`,
      parts: forwardParts(sizes, shape, device),
      lasting: new Map([...record.places, ...weightPlaces(sizes, 'parameters', parameterName)]),
      zeros: 'zeros',
      results: ['logits', 'attention'],
    },
    device,
  );
  return { program, record };
}
