import {
  type AttentionReferenceInput,
  attentionReference,
  attentionReferenceGradient,
} from '../../src/kernels/attention/reference';
import { attentionLayouts } from '../../src/kernels/attention/variants';
import { RandomStream } from '../../src/random';
import { drawAttention, normals } from '../support/cases';
import { attentionResults, attentionTraining, namedAttentionGradients, type Results } from '../support/ops';
import { compare } from './compare';
import type { CaseReport, Layout, ParityCase } from './definition';
import type { DeviceUnderTest } from './device';
import { repeated, scaledSeries } from './series';

type Outcome = Omit<CaseReport, 'faults'>;

export async function runAttention(
  { name, layout, shape, scale = 1, copies = 1 }: Extract<ParityCase, { op: 'attentionPool' }>,
  device: DeviceUnderTest,
): Promise<Outcome> {
  const drawn = drawAttention(shape);
  const input = { ...drawn, values: scaledSeries(drawn.values, scale, drawn) };
  const random = new RandomStream(shape.seed, 'gradients');
  const dContext = normals(random, input.batch * input.features);
  const dWeights = normals(random, input.batch * input.time);
  const { context, weights } = attentionReference(input);
  const { values, ...ofParameters } = namedAttentionGradients(
    attentionReferenceGradient(input, { dContext, dWeights }),
  );
  return runAttentionLayout(
    name,
    layout,
    {
      ...input,
      batch: copies * input.batch,
      values: repeated(input.values, copies),
      ...(input.lengths && { lengths: repeated(input.lengths, copies) }),
    },
    { dContext: repeated(dContext, copies), dWeights: repeated(dWeights, copies) },
    device,
    {
      outputs: { context: repeated(context, copies), weights: repeated(weights, copies) },
      gradients: { values: repeated(values!, copies), ...times(ofParameters, copies) },
    },
  );
}

/** Each copy of the batch adds the same to the gradients of the parameters. */
function times(gradients: Results, factor: number): Results {
  const entries = Object.entries(gradients);
  return Object.fromEntries(
    entries.map(([name, values]) => [name, Float64Array.from(values, (v) => factor * v)]),
  );
}

/** Runs attention pooling with and without a tape and compares both with what is expected. */
export async function runAttentionLayout(
  name: string,
  layout: Layout,
  input: AttentionReferenceInput,
  dOutputs: Parameters<typeof attentionTraining>[1],
  device: DeviceUnderTest,
  expected: Awaited<ReturnType<typeof attentionTraining>>,
): Promise<Outcome> {
  const { batch, time, features, parameters, lengths } = input;
  const { score } = parameters;
  const units = parameters.score === 'additive' ? parameters.attentionUnits : 0;
  const [chosen] = attentionLayouts(
    { batch, time, features, units, score, hasLengths: lengths !== undefined },
    device.prefer(layout),
  );
  if (!chosen || (layout !== 'auto' && chosen !== layout)) {
    return { comparisons: [], skipped: `the device has no layout '${layout}' for ${features} features` };
  }
  const target = score === 'additive' ? `additive ${units}` : 'dot';
  const shape = [`${batch}×${time}×${features} → ${target}`, lengths && 'lengths'].filter(Boolean).join(', ');
  const about = { op: 'attentionPool', name, layout: chosen, shape };
  const forward = await attentionResults(input);
  const training = await attentionTraining(input, dOutputs);
  return {
    comparisons: [
      compare({ ...about, pass: 'forward' }, forward, expected.outputs),
      compare({ ...about, pass: 'training' }, training.outputs, expected.outputs),
      compare({ ...about, pass: 'gradient' }, training.gradients, expected.gradients),
    ],
  };
}
