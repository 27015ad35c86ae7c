import { describe, expect, it } from 'vitest';
import { attentionReference, attentionReferenceGradient } from '../../../src/kernels/attention/reference';
import { crossEntropyReference } from '../../../src/kernels/loss/reference';
import {
  type LSTMReferenceInput,
  lstmReference,
  lstmReferenceGradient,
} from '../../../src/kernels/lstm/reference';
import { goldenCases } from '../../support/golden';
import { flatten, transpose } from '../../support/golden-format';
import { expectClose } from '../../support/numeric';

describe('the references together are the classifier, as torch computes it', () => {
  it.each(goldenCases('classifier'))('%s', (_, golden) => {
    const { batch, time, input_dim: inputDim, units, attention_units: attentionUnits } = golden;
    const features = 2 * units;
    const state = (name: string) => flatten(golden.torch_state[name]);
    const expectGradient = (name: string, actual: ArrayLike<number>) =>
      expectClose(`gradient of ${name}`, actual, flatten(golden.torch_grad[name]), 1e-12);

    const suffixes = ['', '_reverse'];
    const lstm: LSTMReferenceInput = {
      batch,
      time,
      inputDim,
      units,
      x: flatten(golden.x),
      directions: suffixes.map((suffix) => {
        const recurrentBias = state(`lstm.bias_hh_l0${suffix}`);
        return {
          kernel: transpose(state(`lstm.weight_ih_l0${suffix}`), 4 * units, inputDim),
          recurrentKernel: transpose(state(`lstm.weight_hh_l0${suffix}`), 4 * units, units),
          bias: state(`lstm.bias_ih_l0${suffix}`).map((value, index) => value + recurrentBias[index]!),
        };
      }),
    };
    // attention_v.bias shifts all scores alike, so the softmax and everything after it does not see it.
    const attention = {
      batch,
      time,
      features,
      values: lstmReference(lstm).outputs,
      parameters: {
        score: 'additive' as const,
        attentionUnits,
        kernel: transpose(state('attention_W.weight'), attentionUnits, features),
        bias: state('attention_W.bias'),
        query: state('attention_v.weight'),
      },
    };
    const { context, weights } = attentionReference(attention);
    const dense = state('classifier.weight');
    const [denseBias] = state('classifier.bias');
    const logits = Array.from({ length: batch }, (_, b) =>
      dense.reduce((sum, weight, k) => sum + weight * context[b * features + k]!, denseBias!),
    );
    const loss = crossEntropyReference({ logits, batch, count: 1, labels: flatten(golden.labels) });
    expectClose('weights', weights, flatten(golden.alpha), 1e-12);
    expectClose(
      'probability',
      logits.map((z) => 1 / (1 + Math.exp(-z))),
      flatten(golden.probability),
      1e-12,
    );
    expectClose('loss', [loss.loss], [golden.loss], 1e-12);

    const dDense = dense.map((_, k) =>
      loss.dLogits.reduce((sum, dLogit, b) => sum + dLogit * context[b * features + k]!, 0),
    );
    expectGradient('classifier.weight', dDense);
    expectGradient('classifier.bias', [loss.dLogits.reduce((sum, dLogit) => sum + dLogit, 0)]);
    const dContext = context.map(
      (_, index) => loss.dLogits[Math.floor(index / features)]! * dense[index % features]!,
    );
    const attentionGradient = attentionReferenceGradient(attention, { dContext });
    expectGradient('attention_W.weight', transpose(attentionGradient.dKernel!, features, attentionUnits));
    expectGradient('attention_W.bias', attentionGradient.dBias!);
    expectGradient('attention_v.weight', attentionGradient.dQuery);

    const { dX, directions } = lstmReferenceGradient(lstm, { dOutputs: attentionGradient.dValues });
    expectClose('dX', dX, flatten(golden.dx), 1e-12);
    directions.forEach(({ dKernel, dRecurrentKernel, dBias }, d) => {
      expectGradient(`lstm.weight_ih_l0${suffixes[d]}`, transpose(dKernel, inputDim, 4 * units));
      expectGradient(`lstm.weight_hh_l0${suffixes[d]}`, transpose(dRecurrentKernel, units, 4 * units));
      expectGradient(`lstm.bias_ih_l0${suffixes[d]}`, dBias);
      expectGradient(`lstm.bias_hh_l0${suffixes[d]}`, dBias);
    });
    expect(directions).toHaveLength(2);
  });
});
