/** The programs of a run on its device: what lies there while it trains, and how steps and batches get there. */
import { type GatheredBatch, gatherBatch } from '../../data/batches';
import type { Dataset } from '../../data/dataset';
import { adamUniform, type FlatLayout } from '../../kernels/optimizer/webgpu';
import { createBuffer } from '../../kernels/webgpu/faults';
import { type PreparedProgram, ProgramMemory, prepareProgram } from '../../kernels/webgpu/program/prepared';
import { Readback } from '../../kernels/webgpu/program/readback';
import { uniformBytes } from '../../kernels/webgpu/record';
import { RecordView } from '../network/record';
import type { StepDraws } from './draw';
import { largestGroup, type StepOrder } from './engine';
import { type BatchProgram, numbersBytes, numbersStride } from './programs';
import type { StepNumbers } from './step-log';
import { adamDefaults } from './training-step';

/** A group's records are written at once if they are no larger than this together. */
const mostSlotBytes = 2 ** 24;

/** A batch, and the program that computes it. */
export interface BatchOrder {
  indices: Int32Array;
  /** Steps that the series are padded to. */
  time: number;
  batch: BatchProgram;
}

interface Ready {
  prepared: PreparedProgram;
  /** The program's record in each slot. */
  views: RecordView[];
}

export class ProgramRun {
  readonly memory: ProgramMemory;
  private readonly ready = new Map<BatchProgram, Ready>();
  private readonly slots: GPUBuffer;
  private readonly written: ArrayBuffer;
  private readonly readback: Readback;
  /** The most records that are written at once. */
  private readonly slotCount: number;

  /**
   * @param sizes of the memory's buffers, in bytes: 'record' is as large as the largest record.
   * @param series of each part of the data that lies on the device, by the name of its buffer
   */
  constructor(
    private readonly device: GPUDevice,
    sizes: ReadonlyMap<string, number>,
    series: ReadonlyMap<string, Float32Array>,
    private readonly layout: FlatLayout,
  ) {
    this.memory = new ProgramMemory(device, sizes);
    for (const [buffer, values] of series) {
      this.memory.write({ buffer, offset: 0, bytes: values.byteLength }, values as Float32Array<ArrayBuffer>);
    }
    this.slotCount = slotCountOf(this.slotBytes);
    this.written = new ArrayBuffer(this.slotCount * this.slotBytes);
    this.slots = createBuffer(
      device,
      {
        label: 'records',
        size: this.written.byteLength,
        usage: GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
      },
      this.memory.bytes,
    );
    this.readback = new Readback(device, this.slotCount * numbersBytes);
  }

  /** Does training steps, several in a submit. */
  async steps(
    orders: readonly (StepOrder & BatchOrder)[],
    train: Dataset,
    draws: StepDraws,
    clipNorm: number,
  ): Promise<StepNumbers> {
    const groups = chunks(orders, this.slotCount).map((group) => {
      group.forEach((order, slot) => {
        this.fillStep(order, slot, train, draws, clipNorm);
      });
      this.writeSlots(group.length);
      const encoder = this.device.createCommandEncoder();
      const results = this.readback.acquire();
      group.forEach(({ batch }, slot) => {
        this.encode(encoder, batch, slot, results);
      });
      this.device.queue.submit([encoder.finish()]);
      return this.numbers(results, group.length);
    });
    const numbers = await Promise.all(groups);
    return {
      loss: numbers.flatMap(({ loss }) => loss),
      accuracy: numbers.flatMap(({ accuracy }) => accuracy),
      gradientNorm: numbers.flatMap(({ gradientNorm }) => gradientNorm),
    };
  }

  /** Loss and accuracy of each batch. A submit each: one may be much longer than a step. */
  async validate(orders: readonly BatchOrder[], validation: Dataset): Promise<StepNumbers[]> {
    return Promise.all(
      chunks(orders, this.slotCount).map((group) => {
        group.forEach((order, slot) => {
          this.fillBatch(order, slot, validation);
        });
        this.writeSlots(group.length);
        const results = this.readback.acquire();
        group.forEach(({ batch }, slot) => {
          const encoder = this.device.createCommandEncoder();
          this.encode(encoder, batch, slot, results);
          this.device.queue.submit([encoder.finish()]);
        });
        return this.numbers(results, group.length);
      }),
    );
  }

  destroy(): void {
    for (const { prepared } of this.ready.values()) prepared.destroy();
    this.slots.destroy();
    this.readback.destroy();
    this.memory.destroy();
  }

  private get slotBytes(): number {
    return this.memory.buffer('record').size;
  }

  private readyOf(batch: BatchProgram): Ready {
    let ready = this.ready.get(batch);
    if (!ready) {
      const views = Array.from(
        { length: this.slotCount },
        (_, slot) => new RecordView(this.written, slot * this.slotBytes, batch.record),
      );
      ready = { prepared: prepareProgram(batch.program, this.memory), views };
      this.ready.set(batch, ready);
    }
    return ready;
  }

  private fillStep(
    order: StepOrder & BatchOrder,
    slot: number,
    train: Dataset,
    draws: StepDraws,
    clipNorm: number,
  ): void {
    const { indices, globalStep, learningRate, batch } = order;
    const view = this.readyOf(batch).views[slot]!;
    const gathered = this.fillBatch(order, slot, train);
    if (gathered && draws.hasNoise) draws.addNoise(gathered, globalStep);
    if (draws.hasWeights) draws.fillWeights(view.floats('row weights'), indices);
    if (draws.hasDropout) draws.fillKept(view.floats('kept'), globalStep);
    const settings = { ...adamDefaults, learningRate, clipNorm, step: globalStep + 1 };
    view.integers('settings').set(new Int32Array(uniformBytes(adamUniform(this.layout, settings))));
  }

  /** Returns the series, where the host writes them. */
  private fillBatch(
    { indices, time, batch }: BatchOrder,
    slot: number,
    dataset: Dataset,
  ): GatheredBatch | null {
    const view = this.readyOf(batch).views[slot]!;
    const { places } = batch.record;
    fillFrom(view.integers('labels'), dataset.labels, indices);
    if (dataset.lengths) fillFrom(view.integers('lengths'), dataset.lengths, indices);
    if (places.has('x')) return gatherBatch(dataset, indices, time, view.floats('x'));
    view.integers('indices').set(indices);
    return null;
  }

  private writeSlots(count: number): void {
    this.device.queue.writeBuffer(this.slots, 0, this.written, 0, count * this.slotBytes);
  }

  private encode(encoder: GPUCommandEncoder, batch: BatchProgram, slot: number, results: GPUBuffer): void {
    const { memory } = this;
    const source = slot * this.slotBytes;
    encoder.copyBufferToBuffer(this.slots, source, memory.buffer('record'), 0, batch.record.bytes);
    this.readyOf(batch).prepared.encode(encoder);
    encoder.copyBufferToBuffer(memory.buffer('numbers'), 0, results, slot * numbersBytes, numbersBytes);
  }

  private numbers(results: GPUBuffer, count: number): Promise<StepNumbers> {
    return this.readback.read(results, count * numbersBytes, (values) => {
      const column = (index: number) =>
        Array.from(
          { length: count },
          (_, step) => values[(step * numbersBytes + index * numbersStride) / 4]!,
        );
      return { loss: column(0), accuracy: column(1), gradientNorm: column(2) };
    });
  }
}

function slotCountOf(bytes: number): number {
  return Math.max(1, Math.min(largestGroup, Math.floor(mostSlotBytes / bytes)));
}

function fillFrom(target: Int32Array, values: Int32Array, indices: Int32Array): void {
  for (let i = 0; i < target.length; i++) target[i] = values[indices[i]!]!;
}

function chunks<Item>(items: readonly Item[], most: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, i) =>
    items.slice(i * most, (i + 1) * most),
  );
}
