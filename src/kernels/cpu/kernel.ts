import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { KernelConfig, NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';

/** What a CPU kernel sees of one call: its inputs as typed arrays, by name. */
export interface CpuCall<Attributes> {
  attributes: Attributes;
  shape(name: string): number[];
  floats(name: string): Float32Array;
  /** Undefined where the input is absent. */
  optionalFloats(name: string): Float32Array | undefined;
  optionalIntegers(name: string): Int32Array | undefined;
  /** Makes an output tensor; `values` are not copied. */
  output(shape: number[], values: Float32Array): TensorInfo;
}

/** A kernel of the tf.js backend 'cpu'. */
export function cpuKernel<Attributes extends NamedAttrMap>(
  kernelName: string,
  run: (call: CpuCall<Attributes>) => TensorInfo[],
): KernelConfig {
  return {
    kernelName,
    backendName: 'cpu',
    kernelFunc: ({ inputs, attrs, backend }) => {
      const cpu = backend as MathBackendCPU;
      const valuesOf = (name: string) => {
        const input = inputs[name];
        return input && (cpu.data.get(input.dataId).values as ArrayLike<number>);
      };
      const optionalFloats = (name: string) => {
        const values = valuesOf(name);
        return values instanceof Float32Array ? values : values && Float32Array.from(values);
      };
      return run({
        attributes: attrs as Attributes,
        shape: (name) => inputs[name]!.shape,
        floats: (name) => optionalFloats(name)!,
        optionalFloats,
        optionalIntegers: (name) => {
          const values = valuesOf(name);
          return values instanceof Int32Array ? values : values && Int32Array.from(values);
        },
        output: (shape, values) => cpu.makeTensorInfo(shape, 'float32', values),
      });
    },
  };
}

/**
 * The rows' lengths; `time` if none are given.
 * @throws Error where one is not between 1 and `time`
 */
export function checkedLengths(lengths: Int32Array | undefined, batch: number, time: number): Int32Array {
  if (!lengths) return new Int32Array(batch).fill(time);
  lengths.forEach((length, row) => {
    if (length < 1 || length > time) {
      throw new Error(
        `lengths[${row}] is ${length}, expected 1 to ${time}, the time steps of the series. ` +
          'Leave out empty series.',
      );
    }
  });
  return lengths;
}
