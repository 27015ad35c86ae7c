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

/** What a prediction leaves of a batch; whoever gets it must not keep it. */
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
  /** The one that was used last is the last. */
  private readonly ready: ReadyShape[] = [];
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

  /** Predicts series of a data set. @param time steps that they are padded to. @param receive gets the results. */
  run(
    dataset: Dataset,
    indices: Int32Array,
    time: number,
    receive: (results: ForwardResults) => void,
  ): Promise<void> {
    this.refreshWeights();
    const hasLengths = dataset.lengths !== undefined;
    return this.readyFor({ batch: indices.length, time, hasLengths }).run(dataset, indices, receive);
  }

  destroy(): void {
    for (const ready of this.ready.splice(0)) ready.destroy();
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
    const { ready } = this;
    const place = ready.findLastIndex((each) => each.suits(shape));
    if (place === ready.length - 1 && place >= 0) return ready[place]!;
    const [known] = place < 0 ? [] : ready.splice(place, 1);
    const found = known ?? new ReadyShape(this.device, this.classifier.sizes, shape, this.parameters);
    ready.push(found);
    if (ready.length > mostShapes) ready.shift()!.destroy();
    return found;
  }
}

/** The program of one shape, with its memory. */
class ReadyShape {
  private readonly memory: ProgramMemory;
  private readonly prepared: PreparedProgram;
  private readonly readback: Readback;
  private readonly written: ArrayBuffer;
  private readonly view: RecordView;
  private readonly results: { logits: Place; attention: Place; bytes: number };

  constructor(
    private readonly device: GPUDevice,
    sizes: ClassifierSizes,
    private readonly shape: BatchShape,
    parameters: ProgramMemory,
  ) {
    const { program, record, results } = predictionProgram(sizes, shape, profileOf(device));
    assertProgramFits(program, profileOf(device));
    this.results = results;
    const memory = new Map([['record', record.bytes], ['results', results.bytes], ...program.work]);
    this.memory = new ProgramMemory(device, memory, parameters);
    this.prepared = prepareProgram(program, this.memory);
    this.readback = new Readback(device, results.bytes);
    this.written = new ArrayBuffer(record.bytes);
    this.view = new RecordView(this.written, 0, record);
  }

  suits({ batch, time, hasLengths = false }: BatchShape): boolean {
    const { shape } = this;
    return shape.batch === batch && shape.time === time && (shape.hasLengths ?? false) === hasLengths;
  }

  run(dataset: Dataset, indices: Int32Array, receive: (results: ForwardResults) => void): Promise<void> {
    const { device, memory } = this;
    const { logits, attention, bytes } = this.results;
    gatherBatch(dataset, indices, this.shape.time, this.view.floats('x'));
    const { lengths } = dataset;
    if (lengths) this.view.integers('lengths').set(indices.map((index) => lengths[index]!));
    device.queue.writeBuffer(memory.buffer('record'), 0, this.written);
    const results = this.readback.acquire();
    const encoder = device.createCommandEncoder();
    this.prepared.encode(encoder);
    encoder.copyBufferToBuffer(memory.buffer('results'), 0, results, 0, bytes);
    device.queue.submit([encoder.finish()]);
    return this.readback.read(results, bytes, (values) => {
      receive({ logits: elementsAt(values, logits), attention: elementsAt(values, attention) });
    });
  }

  destroy(): void {
    this.prepared.destroy();
    this.readback.destroy();
    this.memory.destroy();
  }
}

function elementsAt(values: Float32Array, { offset, bytes }: Place): Float32Array {
  return values.subarray(offset / BYTES_PER_ELEMENT, (offset + bytes) / BYTES_PER_ELEMENT);
}

/** Logits and attention of series that the host writes, in the buffer 'results'. */
export function predictionProgram(
  sizes: ClassifierSizes,
  shape: BatchShape,
  device: DeviceProfile,
): { program: Program; record: RecordLayout; results: { logits: Place; attention: Place; bytes: number } } {
  const { batch, time, hasLengths } = shape;
  const record = recordLayout('record', {
    lengths: hasLengths ? batch : 0,
    x: batch * time * sizes.channels,
  });
  const results = recordLayout('results', {
    logits: batch * logitCount(sizes.classes),
    attention: batch * time,
  });
  const program = planProgram(
    {
      name: `prediction of ${batch} × ${time}`,
      parts: forwardParts(sizes, shape, device),
      lasting: new Map([
        ...record.places,
        ...results.places,
        ...weightPlaces(sizes, 'parameters', parameterName),
      ]),
      zeros: 'zeros',
      results: [],
    },
    device,
  );
  const [logits, attention] = [results.places.get('logits')!, results.places.get('attention')!];
  return { program, record, results: { logits, attention, bytes: results.bytes } };
}
