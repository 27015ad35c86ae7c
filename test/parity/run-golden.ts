/** The GPU kernels against values and gradients of the golden format. */
import { type AttentionGolden, flatten, type LSTMGolden } from '../support/golden-format';
import type { CaseReport, Layout, ParityCase } from './definition';
import type { DeviceUnderTest } from './device';
import { runAttentionLayout } from './run-attention';
import { runGoldenClassifier } from './run-golden-classifier';
import { runGoldenGRU } from './run-gru';
import { runLayout } from './run-lstm';

type Outcome = Omit<CaseReport, 'faults'>;

export async function runGolden(
  { name, golden, layout }: Extract<ParityCase, { op: 'golden' }>,
  device: DeviceUnderTest,
): Promise<Outcome> {
  switch (golden.kind) {
    case 'lstm':
      return runGoldenLSTM(name, golden, layout, device);
    case 'gru':
      return runGoldenGRU(name, golden, layout, device);
    case 'additive_attention':
      return runGoldenAttention(name, golden, layout, device);
    case 'classifier':
      return runGoldenClassifier(name, golden, layout, device);
  }
}

function runGoldenLSTM(
  name: string,
  golden: LSTMGolden,
  layout: Layout,
  device: DeviceUnderTest,
): Promise<Outcome> {
  const { batch, time, input_dim: inputDim, units, lengths } = golden;
  const input = {
    batch,
    time,
    inputDim,
    units,
    x: flatten(golden.x),
    h0: flatten(golden.h0),
    c0: flatten(golden.c0),
    directions: golden.directions.map((direction) => ({
      kernel: flatten(direction.kernel),
      recurrentKernel: flatten(direction.recurrent_kernel),
      bias: flatten(direction.bias),
    })),
    ...(lengths && { lengths }),
  };
  const dOutputs = {
    dOutputs: flatten(golden.dy),
    dFinalH: flatten(golden.dh_n),
    dFinalC: flatten(golden.dc_n),
  };
  const gradients = { x: flatten(golden.dx), h0: flatten(golden.dh0), c0: flatten(golden.dc0) };
  const weightGradients = golden.directions.flatMap((direction, d) => [
    [`kernel${d}`, flatten(direction.d_kernel)],
    [`recurrentKernel${d}`, flatten(direction.d_recurrent_kernel)],
    [`bias${d}`, flatten(direction.d_bias)],
  ]);
  return runLayout(name, layout, input, dOutputs, device, {
    outputs: { outputs: flatten(golden.y), finalH: flatten(golden.h_n), finalC: flatten(golden.c_n) },
    gradients: { ...gradients, ...Object.fromEntries(weightGradients) },
  });
}

function runGoldenAttention(
  name: string,
  golden: AttentionGolden,
  layout: Layout,
  device: DeviceUnderTest,
): Promise<Outcome> {
  const { batch, time, features, attention_units: attentionUnits, lengths } = golden;
  const input = {
    batch,
    time,
    features,
    values: flatten(golden.y),
    parameters: {
      score: 'additive' as const,
      attentionUnits,
      kernel: flatten(golden.W),
      bias: flatten(golden.b),
      query: flatten(golden.v),
    },
    ...(lengths && { lengths }),
  };
  const dOutputs = { dContext: flatten(golden.d_context), dWeights: flatten(golden.d_alpha) };
  return runAttentionLayout(name, layout, input, dOutputs, device, {
    outputs: { context: flatten(golden.context), weights: flatten(golden.alpha) },
    gradients: {
      values: flatten(golden.dy),
      kernel: flatten(golden.dW),
      bias: flatten(golden.db),
      query: flatten(golden.dv),
    },
  });
}
