import * as tf from '@tensorflow/tfjs-core';
import { lstmStep } from '../../src/kernels';
import { lstmCell } from '../../src/kernels/lstm/cell';
import {
  type LSTMReferenceInput,
  lstmReference,
  lstmReferenceGradient,
} from '../../src/kernels/lstm/reference';
import { RandomStream } from '../../src/random';
import { drawLSTM, normals } from '../support/cases';
import { lstmResults, lstmTraining, namedLSTMGradients } from '../support/ops';
import { compare } from './compare';
import type { CaseReport, Layout, ParityCase } from './definition';
import type { DeviceUnderTest } from './device';
import { chooseFamily, describe, shapeOf } from './layout';
import { scaledSeries } from './series';

type CaseOf<Op> = Extract<ParityCase, { op: Op }>;
type Outcome = Omit<CaseReport, 'faults'>;

export async function runLSTM(
  { name, shape, layout, scale = 1, weightScale = 1 }: CaseOf<'lstm'>,
  device: DeviceUnderTest,
): Promise<Outcome> {
  const drawn = drawLSTM(shape);
  const weak = (values: ArrayLike<number>) => Float32Array.from(values, (value) => weightScale * value);
  const input = {
    ...drawn,
    x: scaledSeries(drawn.x, scale, drawn),
    directions: drawn.directions.map(({ kernel, recurrentKernel, bias }) => ({
      kernel: weak(kernel),
      recurrentKernel: weak(recurrentKernel),
      bias: weak(bias),
    })),
    ...(drawn.h0 && drawn.c0 && { h0: weak(drawn.h0), c0: weak(drawn.c0) }),
  };
  const random = new RandomStream(shape.seed, 'gradients');
  const features = input.directions.length * input.units;
  const dOutputs = {
    dOutputs: normals(random, input.batch * input.time * features),
    dFinalH: normals(random, input.batch * features),
    dFinalC: normals(random, input.batch * features),
  };
  return runLayout(name, layout, input, dOutputs, device, {
    outputs: { ...lstmReference(input) },
    gradients: namedLSTMGradients(input, lstmReferenceGradient(input, dOutputs)),
  });
}

/** Runs one LSTM with and without a tape and compares both with what is expected. */
export async function runLayout(
  name: string,
  layout: Layout,
  input: LSTMReferenceInput,
  dOutputs: Parameters<typeof lstmTraining>[1],
  device: DeviceUnderTest,
  expected: Awaited<ReturnType<typeof lstmTraining>>,
): Promise<Outcome> {
  const found = chooseFamily(lstmCell, layout, device, shapeOf(input));
  if ('skipped' in found) return { comparisons: [], ...found };
  const { family } = found;
  const about = { op: 'lstm', name, layout: found.layout, shape: describe(input) };
  const forward = await lstmResults(input, family);
  const training = await lstmTraining(input, dOutputs, family);
  return {
    comparisons: [
      compare({ ...about, pass: 'forward' }, forward, expected.outputs),
      compare({ ...about, pass: 'training' }, training.outputs, expected.outputs),
      compare({ ...about, pass: 'gradient' }, training.gradients, expected.gradients),
      ...(found.layout.includes('resident') ? [await withoutInputGradient()] : []),
    ],
  };

  /** The layout leaves out what only the gradient of x needs. */
  async function withoutInputGradient() {
    const { gradients } = await lstmTraining(input, dOutputs, family, false);
    const { x: _, ...others } = expected.gradients;
    return compare({ ...about, shape: `${about.shape}, not of x`, pass: 'gradient' }, gradients, others);
  }
}

/** One fused step; its gradient is that of a sequence. */
export async function runStep(c: CaseOf<'lstmStep'>): Promise<Outcome> {
  const { batch, inputDim, units, activation, recurrentActivation } = c;
  const input = drawLSTM({ ...c, time: 1, kind: 'forward', initialState: true, lengths: false });
  const { kernel, recurrentKernel, bias } = input.directions[0]!;
  const result = tf.tidy(() => {
    const matrix = (values: ArrayLike<number>, rows: number) =>
      tf.tensor2d(values as Float32Array, [rows, values.length / rows]);
    return lstmStep(
      matrix(input.x, batch),
      { h: matrix(input.h0!, batch), c: matrix(input.c0!, batch) },
      {
        kernel: matrix(kernel, inputDim),
        recurrentKernel: matrix(recurrentKernel, units),
        bias: tf.tensor1d(bias as Float32Array),
      },
      { activation, recurrentActivation },
    );
  });
  const actual = { h: await result.h.data(), c: await result.c.data() };
  tf.dispose([result.h, result.c]);
  const { finalH, finalC } = lstmReference(input);
  const about = {
    op: 'lstmStep',
    name: c.name,
    pass: 'forward',
    layout: '',
    shape: describe(input),
  } as const;
  return { comparisons: [compare(about, actual, { h: finalH, c: finalC })] };
}
