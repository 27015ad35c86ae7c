/**
 * What tf.js's WebGPU backend makes anew for every dispatch, and what need be made only once. It brings each number that an op
 * is given to the GPU through a buffer that it makes, maps, copies and destroys, which ends the compute pass, too; it writes a
 * uniform buffer and makes a bind group for each dispatch. In an epoch of `fit`, nearly all of them have been there before.
 */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import {
  type PrivateBackend,
  privateParts,
  recordDispatch,
  recordTransfer,
  submitWhenFull,
  type TensorData,
  type TfjsProgram,
  type TfjsUniform,
} from './backend';
import { type BindGroups, bindGroupsOf } from './bind-groups';
import { ConstantBuffers, numberKey, uniformBuffersOf } from './constant-buffers';

/** Makes the backend reuse numbers, uniform buffers and bind groups. What it computes stays the same to the bit. */
export function reuseBindings(backend: WebGPUBackend): void {
  const parts = privateParts(backend);
  const { device, bufferManager } = parts;
  const { STORAGE, COPY_SRC, COPY_DST } = GPUBufferUsage;
  const numbers = new ConstantBuffers(device, STORAGE | COPY_SRC | COPY_DST);
  const uniforms = uniformBuffersOf(device);
  const groups = bindGroupsOf(device);
  const upload = parts.uploadToGPU.bind(backend);
  const record = parts.recordAndSubmit.bind(backend);

  parts.uploadToGPU = (dataId) => {
    const data = parts.tensorMap.get(dataId);
    if (data.resource || !isNumber(data)) {
      upload(dataId);
      return;
    }
    const value = Number(data.values![0]);
    const key = `${data.dtype === 'float32' ? 'f' : 'i'}${numberKey(value)}`;
    data.resource = numbers.get(key, () => bytesOfNumber(data.dtype, value));
    // So that tf.js does not give it to another tensor.
    data.external = true;
    data.values = null;
  };

  parts.recordAndSubmit = (program, output, inputs, defined) => {
    const written = parts.tensorMap.get(output.dataId);
    if (written.external && numbers.has(written.resource as GPUBuffer)) giveOwnBuffer(backend, written);
    const tensors = [output, ...inputs];
    const data = tensors.map(({ dataId }) => parts.tensorMap.get(dataId));
    const isKnown = ({ resource, external }: TensorData) =>
      resource instanceof GPUBuffer && (!external || numbers.has(resource));
    // Left to tf.js: pictures, dispatches that are timed, and buffers of others, who may destroy them.
    if (program.pixelsOpType !== undefined || parts.activeTimers || !data.every(isKnown)) {
      record(program, output, inputs, defined);
      return;
    }
    const uniform = uniforms.get(uniformKey(program, tensors, defined), () =>
      uniformContent(parts, program, tensors, defined),
    );
    const { pipeline, dispatch } = program;
    const resources = [...data.map(({ resource }) => resource as GPUBuffer), uniform];
    const group = groups.get(
      pipeline,
      () => pipeline.getBindGroupLayout(0),
      resources.map((buffer) => ({ buffer })),
    );
    for (const { dataId } of tensors) parts.commandQueueOwnedIds.add(dataId);
    recordDispatch(backend, program.constructor.name, (encoder) => {
      encoder.setPipeline(pipeline);
      encoder.setBindGroup(0, group);
      encoder.dispatchWorkgroups(...dispatch);
    });
    submitWhenFull(backend);
  };

  const release = bufferManager.releaseBuffer.bind(bufferManager);
  bufferManager.releaseBuffer = (buffer, reuse = true) => {
    release(buffer, reuse);
    if (reuse) sortLast(bufferManager.freeBuffers.get(`${buffer.size}_${buffer.usage}`)!, groups);
  };
  const dispose = bufferManager.dispose.bind(bufferManager);
  bufferManager.dispose = () => {
    groups.clear();
    dispose();
  };
}

/**
 * Moves the last buffer to its place among the others, the lowest number last. So what is free decides which one is taken next,
 * not the order in which they were given back: each step of a training finds the tensors of an earlier one where they were.
 */
function sortLast(free: GPUBuffer[], groups: BindGroups): void {
  const last = free.pop()!;
  const id = groups.idOf(last);
  let place = free.length;
  while (place > 0 && groups.idOf(free[place - 1]!) < id) place--;
  free.splice(place, 0, last);
}

function isNumber({ values, shape, dtype }: TensorData): boolean {
  return !!values && util.sizeFromShape(shape) === 1 && ['float32', 'int32', 'bool'].includes(dtype);
}

function bytesOfNumber(dtype: string, value: number): ArrayBuffer {
  return dtype === 'float32' ? Float32Array.of(value).buffer : Int32Array.of(value).buffer;
}

/** A few ops write into a tensor that they are given, whose buffer must then be its own. */
function giveOwnBuffer(backend: WebGPUBackend, data: TensorData): void {
  const shared = data.resource as GPUBuffer;
  const own = privateParts(backend).bufferManager.acquireBuffer(shared.size, shared.usage);
  recordTransfer(backend, (encoder) => encoder.copyBufferToBuffer(shared, 0, own, 0, shared.size));
  data.resource = own;
  data.external = false;
}

/** @param tensors the output and the inputs. */
function uniformKey(
  program: TfjsProgram,
  [output, ...inputs]: readonly TensorInfo[],
  defined: readonly TfjsUniform[] | undefined,
): string {
  let key = program.size ? `tfjs ${elementsOf(program)}` : 'tfjs';
  for (const { shape } of inputs) key += `|${shape.join()}`;
  key += `|${output!.shape.join()}`;
  for (const { type, data } of defined ?? []) key += `|${type} ${data.map(numberKey).join()}`;
  return key;
}

/** What tf.js tells every program, laid out by itself. */
function uniformContent(
  { makeUniforms }: PrivateBackend,
  program: TfjsProgram,
  [output, ...inputs]: readonly TensorInfo[],
  defined: readonly TfjsUniform[] | undefined,
): ArrayBuffer {
  const uniforms: TfjsUniform[] = [Number.NaN, Number.POSITIVE_INFINITY].map((value) => ({
    type: 'float32',
    data: [value],
  }));
  for (const { shape } of [...inputs, output!]) {
    uniforms.push({ type: 'int32', data: shape }, { type: 'int32', data: util.computeStrides(shape) });
  }
  if (program.size) uniforms.push({ type: 'int32', data: [elementsOf(program)] });
  let content = new ArrayBuffer(0);
  makeUniforms.call(
    {
      bufferManager: { acquireBuffer: () => null },
      queue: {
        writeBuffer: (_buffer, _offset, bytes) => {
          content = bytes;
        },
      },
      uniformPendingDisposal: [],
    },
    [...uniforms, ...(defined ?? [])],
  );
  return content;
}

function elementsOf({ outputShape, outputComponent }: TfjsProgram): number {
  const size = util.sizeFromShape(outputShape);
  return outputComponent ? size / outputComponent : size;
}
