import { RandomStream } from '../../src/data/random';
import {
  type AttentionReferenceInput,
  attentionReference,
  attentionReferenceGradient,
} from '../../src/kernels/attention/reference';
import { drawAttention, normals } from '../support/cases';
import { attentionResults, attentionTraining, namedAttentionGradients } from '../support/ops';
import { compare } from './compare';
import type { CaseReport, Comparison, ParityCase } from './definition';
import { scaledSeries } from './series';

export async function runAttention({
  name,
  shape,
  scale = 1,
}: Extract<ParityCase, { op: 'attentionPool' }>): Promise<Omit<CaseReport, 'faults'>> {
  const drawn = drawAttention(shape);
  const input = { ...drawn, values: scaledSeries(drawn.values, scale, drawn) };
  const random = new RandomStream(shape.seed, 'gradients');
  const dOutputs = {
    dContext: normals(random, input.batch * input.features),
    dWeights: normals(random, input.batch * input.time),
  };
  return {
    comparisons: await compareAttention(name, input, dOutputs, {
      outputs: { ...attentionReference(input) },
      gradients: namedAttentionGradients(attentionReferenceGradient(input, dOutputs)),
    }),
  };
}

/** Runs attention pooling with and without a tape and compares both with what is expected. */
export async function compareAttention(
  name: string,
  input: AttentionReferenceInput,
  dOutputs: Parameters<typeof attentionTraining>[1],
  expected: Awaited<ReturnType<typeof attentionTraining>>,
): Promise<Comparison[]> {
  const { batch, time, features, parameters, lengths } = input;
  const target = parameters.score === 'additive' ? `additive ${parameters.attentionUnits}` : 'dot';
  const shape = [`${batch}×${time}×${features} → ${target}`, lengths && 'lengths'].filter(Boolean).join(', ');
  const about = { op: 'attentionPool', name, layout: '', shape };
  const forward = await attentionResults(input);
  const training = await attentionTraining(input, dOutputs);
  return [
    compare({ ...about, pass: 'forward' }, forward, expected.outputs),
    compare({ ...about, pass: 'training' }, training.outputs, expected.outputs),
    compare({ ...about, pass: 'gradient' }, training.gradients, expected.gradients),
  ];
}
