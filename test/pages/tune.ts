/** Tunes a tiny LSTM and attention, for test/gpu/tune.test.ts to run inside a page. */
import { dispose, randomUniform, type Tensor, zeros } from '@tensorflow/tfjs-core';
import { attentionOps, bidirectionalLstm, lstmOps, type TunedOp, tune, warmup } from '../../src/kernels';
import { choiceKey, type TunableOp } from '../../src/kernels/webgpu/choices';
import { type OpenDevice, openDevice } from '../../src/model/device/open-device';

const sizes = { batch: 6, time: 12, inputDim: 2, units: 8, bidirectional: true };
const [lstm] = lstmOps(sizes) as [TunableOp];

/** Labels of the pipelines that a forward pass of the LSTM runs, in their order. */
async function pipelinesOfForward(): Promise<string[]> {
  const { batch, time, inputDim, units } = sizes;
  const weights = () => ({
    kernel: randomUniform([inputDim, 4 * units], -1, 1),
    recurrentKernel: randomUniform([units, 4 * units], -1, 1),
    bias: zeros([4 * units]) as Tensor,
  });
  const x = randomUniform([batch, time, inputDim]);
  const directions = { forward: weights(), backward: weights() };
  const prototype = GPUComputePassEncoder.prototype;
  const original = prototype.setPipeline;
  const labels: string[] = [];
  prototype.setPipeline = function (pipeline) {
    labels.push(pipeline.label);
    original.call(this, pipeline);
  };
  try {
    const result = bidirectionalLstm(x, directions);
    await result.finalH.data();
    dispose([x, result.outputs, result.finalH, result.finalC]);
  } finally {
    prototype.setPipeline = original;
  }
  return labels.filter((label) => label.startsWith('lstm_'));
}

export interface Tuned {
  variants: string[];
  tuned: TunedOp[];
  ran: string[];
  /** What a freshly opened device remembers about the LSTM, and what it runs with and without that memory. */
  recalled: string | undefined;
  ranAgain: string[];
  ranUntuned: string[];
}

export async function tuneAndRecall(): Promise<Tuned> {
  const first = await openDevice('webgpu');
  const variants = lstm.variants(first.profile).map(({ name }) => name);
  const attention = attentionOps({ batch: 6, time: 12, features: 16, units: 4 }, { training: true });
  const tuned = await tune([lstm, ...attention]);
  const ran = await pipelinesOfForward();
  const second = await openDevice('webgpu');
  const ranAgain = await pipelinesOfForward();
  await openDevice('webgpu', { tune: false });
  const ranUntuned = await pipelinesOfForward();
  const recalled = second.profile.choices?.[choiceKey(lstm)];
  return { variants, tuned, ran, recalled, ranAgain, ranUntuned };
}

/** What runs if the caller remembers this variant as the fastest. */
export async function runRemembered(variant: string): Promise<string[]> {
  const { tuningKey } = (await openDevice('webgpu', { tune: false })) as Required<OpenDevice>;
  await openDevice('webgpu', { remembered: { [tuningKey]: { [choiceKey(lstm)]: variant } } });
  await warmup([lstm]);
  return pipelinesOfForward();
}

/** What the session reports for a tuned run. */
export async function warmupTunes(): Promise<string | undefined> {
  const { profile } = await openDevice('webgpu');
  await warmup([lstm], { tune: true });
  return profile.choices?.[choiceKey(lstm)];
}
