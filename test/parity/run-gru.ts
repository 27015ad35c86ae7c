import * as tf from '@tensorflow/tfjs-core';
import { gruStep } from '../../src/kernels';
import { gruCell } from '../../src/kernels/gru/cell';
import {
  type GRUReferenceInput,
  type GRUReferenceOutputGradient,
  gruReference,
  gruReferenceGradient,
} from '../../src/kernels/gru/reference';
import { RandomStream } from '../../src/random';
import { drawGRU, normals } from '../support/cases';
import { flatten, type GRUGolden } from '../support/golden-format';
import { gruResults, gruTraining, namedGRUGradients } from '../support/ops';
import { compare } from './compare';
import type { CaseReport, Layout, ParityCase } from './definition';
import type { DeviceUnderTest } from './device';
import { chooseFamily, describe, shapeOf } from './layout';
import { scaledSeries } from './series';

type CaseOf<Op> = Extract<ParityCase, { op: Op }>;
type Outcome = Omit<CaseReport, 'faults'>;

export async function runGRU(
  { name, shape, layout, scale = 1 }: CaseOf<'gru'>,
  device: DeviceUnderTest,
): Promise<Outcome> {
  const drawn = drawGRU(shape);
  const input = { ...drawn, x: scaledSeries(drawn.x, scale, drawn) };
  const random = new RandomStream(shape.seed, 'gradients');
  const features = input.directions.length * input.units;
  const dOutputs = {
    dOutputs: normals(random, input.batch * input.time * features),
    dFinalH: normals(random, input.batch * features),
  };
  return runLayout(name, layout, input, dOutputs, device, {
    outputs: { ...gruReference(input) },
    gradients: namedGRUGradients(input, gruReferenceGradient(input, dOutputs)),
  });
}

/** Runs one GRU with and without a tape and compares both with what is expected. */
async function runLayout(
  name: string,
  layout: Layout,
  input: GRUReferenceInput,
  dOutputs: GRUReferenceOutputGradient,
  device: DeviceUnderTest,
  expected: Awaited<ReturnType<typeof gruTraining>>,
): Promise<Outcome> {
  const { resetAfter = true } = input;
  const found = chooseFamily(gruCell({ resetAfter }), layout, device, shapeOf(input));
  if ('skipped' in found) return { comparisons: [], ...found };
  const { family } = found;
  const about = { op: 'gru', name, layout: found.layout, shape: describeGRU(input) };
  const forward = await gruResults(input, family);
  const training = await gruTraining(input, dOutputs, family);
  return {
    comparisons: [
      compare({ ...about, pass: 'forward' }, forward, expected.outputs),
      compare({ ...about, pass: 'training' }, training.outputs, expected.outputs),
      compare({ ...about, pass: 'gradient' }, training.gradients, expected.gradients),
    ],
  };
}

/** One fused step; its gradient is that of a sequence. */
export async function runGRUStep(c: CaseOf<'gruStep'>): Promise<Outcome> {
  const { batch, inputDim, units, activation, recurrentActivation, resetAfter } = c;
  const input = drawGRU({ ...c, time: 1, kind: 'forward', initialState: true, lengths: false });
  const { kernel, recurrentKernel, bias } = input.directions[0]!;
  const result = tf.tidy(() => {
    const matrix = (values: ArrayLike<number>, rows: number) =>
      tf.tensor2d(values as Float32Array, [rows, values.length / rows]);
    return gruStep(
      matrix(input.x, batch),
      matrix(input.h0!, batch),
      {
        kernel: matrix(kernel, inputDim),
        recurrentKernel: matrix(recurrentKernel, units),
        bias: resetAfter ? matrix(bias, 2) : tf.tensor1d(bias as Float32Array),
      },
      { activation, recurrentActivation, resetAfter },
    );
  });
  const actual = { h: await result.data() };
  result.dispose();
  const about = {
    op: 'gruStep',
    name: c.name,
    pass: 'forward',
    layout: '',
    shape: describeGRU(input),
  } as const;
  return { comparisons: [compare(about, actual, { h: gruReference(input).finalH })] };
}

export function runGoldenGRU(
  name: string,
  golden: GRUGolden,
  layout: Layout,
  device: DeviceUnderTest,
): Promise<Outcome> {
  const { batch, time, input_dim: inputDim, units, lengths } = golden;
  const input: GRUReferenceInput = {
    batch,
    time,
    inputDim,
    units,
    resetAfter: golden.reset_after,
    x: flatten(golden.x),
    h0: flatten(golden.h0),
    directions: golden.directions.map((direction) => ({
      kernel: flatten(direction.kernel),
      recurrentKernel: flatten(direction.recurrent_kernel),
      bias: flatten(direction.bias),
    })),
    ...(lengths && { lengths }),
  };
  const weightGradients = golden.directions.flatMap((direction, d) => [
    [`kernel${d}`, flatten(direction.d_kernel)],
    [`recurrentKernel${d}`, flatten(direction.d_recurrent_kernel)],
    [`bias${d}`, flatten(direction.d_bias)],
  ]);
  const dOutputs = { dOutputs: flatten(golden.dy), dFinalH: flatten(golden.dh_n) };
  return runLayout(name, layout, input, dOutputs, device, {
    outputs: { outputs: flatten(golden.y), finalH: flatten(golden.h_n) },
    gradients: { x: flatten(golden.dx), h0: flatten(golden.dh0), ...Object.fromEntries(weightGradients) },
  });
}

function describeGRU(input: GRUReferenceInput): string {
  return describe(input, ...((input.resetAfter ?? true) ? [] : ['before']));
}
