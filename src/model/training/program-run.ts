/** The programs of a run on its device: what lies there while it trains, and how steps and batches get there. */
import { type GatheredBatch, gatherBatch } from '../../data/batches';
import type { Dataset } from '../../data/dataset';
import { adamUniform, type FlatLayout } from '../../kernels/optimizer/webgpu';
import { createBuffer } from '../../kernels/webgpu/faults';
import { BYTES_PER_ELEMENT } from '../../kernels/webgpu/plan';
import { type PreparedProgram, ProgramMemory, prepareProgram } from '../../kernels/webgpu/program/prepared';
import { Readback } from '../../kernels/webgpu/program/readback';
import { RecordView } from '../network/record';
import type { StepDraws } from './draw';
import type { StepOrder } from './engine';
import type { PlannedBatch, RunBuffers } from './program-plan';
import { type BatchProgram, numbersBytes, numbersStride } from './programs';
import type { StepNumbers } from './step-log';
import { adamDefaults } from './training-step';

interface Ready {
  prepared: PreparedProgram;
  /** The program's record in each slot. */
  records: RecordView[];
}

export class ProgramRun {
  readonly memory: ProgramMemory;
  private readonly ready = new Map<BatchProgram, Ready>();
  private readonly slots: GPUBuffer;
  private readonly slotBytes: number;
  private readonly written: ArrayBuffer;
  private readonly stepResults: Readback;
  private readonly validationResults: Readback;

  /** @param series of each part of the data that lies on the device, by the name of its buffer */
  constructor(
    private readonly device: GPUDevice,
    private readonly buffers: RunBuffers,
    series: ReadonlyMap<string, Float32Array>,
    private readonly layout: FlatLayout,
  ) {
    const { memory, slots, stepResults, validationResults } = buffers;
    this.memory = new ProgramMemory(device, memory);
    for (const [buffer, values] of series) {
      this.memory.write({ buffer, offset: 0, bytes: values.byteLength }, values as Float32Array<ArrayBuffer>);
    }
    this.slotBytes = memory.get('record')!;
    this.written = new ArrayBuffer(slots * this.slotBytes);
    const usage = GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
    const descriptor = { label: 'records', size: this.written.byteLength, usage };
    this.slots = createBuffer(device, descriptor, this.memory.bytes);
    this.stepResults = new Readback(device, stepResults.bytes, stepResults.count);
    this.validationResults = new Readback(device, validationResults, 1);
  }

  /** Does training steps, `largestGroup` at most, several in a submit. */
  steps(
    orders: readonly (StepOrder & PlannedBatch)[],
    train: Dataset,
    draws: StepDraws,
    clipNorm: number,
  ): Promise<StepNumbers> {
    return this.compute(orders, this.stepResults, this.buffers.slots, (order, record) => {
      this.fillStep(order, record, train, draws, clipNorm);
    });
  }

  /** Loss and accuracy of each batch. A submit each: one may be much longer than a step. */
  validate(batches: readonly PlannedBatch[], validation: Dataset): Promise<StepNumbers> {
    return this.compute(batches, this.validationResults, 1, (batch, record) => {
      this.fillBatch(batch, record, validation);
    });
  }

  destroy(): void {
    for (const { prepared } of this.ready.values()) prepared.destroy();
    this.slots.destroy();
    this.stepResults.destroy();
    this.validationResults.destroy();
    this.memory.destroy();
  }

  /**
   * @param perSubmit batches that are submitted together, at most.
   * @param fill writes a batch's record.
   */
  private compute<Batch extends PlannedBatch>(
    batches: readonly Batch[],
    readback: Readback,
    perSubmit: number,
    fill: (batch: Batch, record: RecordView) => void,
  ): Promise<StepNumbers> {
    const { device, slotBytes } = this;
    const { slots } = this.buffers;
    const results = readback.acquire();
    let encoder: GPUCommandEncoder | null = null;
    for (const [index, { batch }] of batches.entries()) {
      const slot = index % slots;
      if (slot === 0) {
        const group = batches.slice(index, index + slots);
        for (const [i, each] of group.entries()) fill(each, this.readyOf(each.batch).records[i]!);
        device.queue.writeBuffer(this.slots, 0, this.written, 0, group.length * slotBytes);
      }
      encoder ??= device.createCommandEncoder();
      this.encode(encoder, batch, slot * slotBytes, results, index * numbersBytes);
      if ((slot + 1) % perSubmit === 0 || index === batches.length - 1) {
        device.queue.submit([encoder.finish()]);
        encoder = null;
      }
    }
    return readback.read(results, batches.length * numbersBytes, (values) =>
      numbersOf(values, batches.length),
    );
  }

  private readyOf(batch: BatchProgram): Ready {
    let ready = this.ready.get(batch);
    if (!ready) {
      const records = Array.from(
        { length: this.buffers.slots },
        (_, slot) => new RecordView(this.written, slot * this.slotBytes, batch.record),
      );
      ready = { prepared: prepareProgram(batch.program, this.memory), records };
      this.ready.set(batch, ready);
    }
    return ready;
  }

  private fillStep(
    order: StepOrder & PlannedBatch,
    record: RecordView,
    train: Dataset,
    draws: StepDraws,
    clipNorm: number,
  ): void {
    const { indices, globalStep, learningRate } = order;
    const gathered = this.fillBatch(order, record, train);
    if (gathered && draws.hasNoise) draws.addNoise(gathered, globalStep);
    if (draws.hasWeights) draws.fillWeights(record.floats('row weights'), indices);
    if (draws.hasDropout) draws.fillKept(record.floats('kept'), globalStep);
    const settings = { ...adamDefaults, learningRate, clipNorm, step: globalStep + 1 };
    const [integers, floats] = [record.integers('settings'), record.floats('settings')];
    for (const [i, { type, value }] of adamUniform(this.layout, settings).entries()) {
      if (type === 'u32') integers[i] = value;
      else floats[i] = value;
    }
  }

  /** Returns the series, where the host writes them. */
  private fillBatch(
    { indices, time, batch }: PlannedBatch,
    record: RecordView,
    dataset: Dataset,
  ): GatheredBatch | null {
    fillFrom(record.integers('labels'), dataset.labels, indices);
    if (dataset.lengths) fillFrom(record.integers('lengths'), dataset.lengths, indices);
    if (batch.record.places.has('x')) return gatherBatch(dataset, indices, time, record.floats('x'));
    record.integers('indices').set(indices);
    return null;
  }

  private encode(
    encoder: GPUCommandEncoder,
    batch: BatchProgram,
    slotOffset: number,
    results: GPUBuffer,
    resultsOffset: number,
  ): void {
    const { memory } = this;
    encoder.copyBufferToBuffer(this.slots, slotOffset, memory.buffer('record'), 0, batch.record.bytes);
    this.readyOf(batch).prepared.encode(encoder);
    encoder.copyBufferToBuffer(memory.buffer('numbers'), 0, results, resultsOffset, numbersBytes);
  }
}

/** @param values what a number of batches left, one after the other. */
function numbersOf(values: Float32Array, count: number): StepNumbers {
  const numbers: StepNumbers = { loss: [], accuracy: [], gradientNorm: [] };
  const [stride, distance] = [numbersBytes / BYTES_PER_ELEMENT, numbersStride / BYTES_PER_ELEMENT];
  for (let batch = 0; batch < count; batch++) {
    numbers.loss.push(values[batch * stride]!);
    numbers.accuracy.push(values[batch * stride + distance]!);
    numbers.gradientNorm.push(values[batch * stride + 2 * distance]!);
  }
  return numbers;
}

function fillFrom(target: Int32Array, values: Int32Array, indices: Int32Array): void {
  for (let i = 0; i < target.length; i++) target[i] = values[indices[i]!]!;
}
