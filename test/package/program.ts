/** What test/package/projects/program.js is given, and what it must find. */
import { expect } from 'vitest';
import { lstmReference } from '../../src/kernels/lstm/reference';
import { RandomStream } from '../../src/random';
import { expectClose } from '../support/numeric';

const sizes = { batch: 3, time: 7, inputDim: 2, units: 5 };

const { batch, time, inputDim, units } = sizes;
const random = new RandomStream(1, 'package');
/** float32 values, so that the kernels and the reference see the same. */
const draw = (count: number) => Array.from({ length: count }, () => Math.fround(2 * random.next() - 1));

export const programInput = {
  ...sizes,
  x: draw(batch * time * inputDim),
  kernel: draw(inputDim * 4 * units),
  recurrentKernel: draw(units * 4 * units),
  bias: draw(4 * units),
};

export interface ProgramOutput {
  backend: string;
  outputs: number[];
  layerOutputs: number[];
  fusedOutputs: number[];
  fusedLayers: number;
  series: number;
  parameters: number;
  dispatches: number;
}

/** Throws unless op, layer and fused model give what the float64 reference gives. */
export function expectRight(output: ProgramOutput, backend: 'webgpu' | 'cpu'): void {
  const { x, kernel, recurrentKernel, bias } = programInput;
  const { outputs } = lstmReference({ ...sizes, x, directions: [{ kernel, recurrentKernel, bias }] });
  expect(output.backend).toBe(backend);
  expectClose('outputs of the op', output.outputs, outputs, 1e-5);
  expectClose('outputs of the layer', output.layerOutputs, outputs, 1e-5);
  expectClose('outputs of the fused model', output.fusedOutputs, outputs, 1e-5);
  expect(output).toMatchObject({ fusedLayers: 1, series: 2, parameters: 12_993, dispatches: 0 });
}
