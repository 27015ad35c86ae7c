/** The result of a task in float64, from the ops' references. For a batch that repeats rows, only the distinct ones. */
import { attentionReference, attentionReferenceGradient } from '../kernels/attention/reference';
import { gruReference } from '../kernels/gru/reference';
import { crossEntropyReference } from '../kernels/loss/reference';
import { type LSTMReferenceInput, lstmReference, lstmReferenceGradient } from '../kernels/lstm/reference';
import { adamReference } from '../kernels/optimizer/reference';
import type { Outputs } from './parity';
import { makeTaskData, type TaskData, training, weightList } from './task-data';
import type { Task } from './workload';

/**
 * 'bilstm' and 'bigru' forward: `outputs` [rows, time, 2·units]. 'step': `h`, `c` [rows, units]. Training step: `loss`,
 * `gradientNorm` (before clipping), and in the order of `weightList` the clipped `gradients` and the updated `weights`.
 */
export function referenceOutputs(task: Task): Outputs {
  const data = makeTaskData({ ...task, corrupt: false });
  if (task.phase === 'train') return trainingReference(task, data);
  const input = cellInput(task, data);
  if (task.shape.op === 'bigru') return { outputs: gruReference({ ...input, resetAfter: false }).outputs };
  const { outputs, finalH, finalC } = lstmReference(input);
  return task.shape.op === 'step' ? { h: finalH, c: finalC } : { outputs };
}

function cellInput({ shape }: Task, { x, rows, directions, state }: TaskData): LSTMReferenceInput {
  const { op, time, inputDim, units } = shape;
  return {
    x,
    batch: rows,
    time,
    inputDim,
    units,
    directions,
    ...(op === 'step' && { h0: state.h, c0: state.c }),
  };
}

function trainingReference(task: Task, data: TaskData): Outputs {
  const { time, units, attentionUnits } = task.shape;
  const { rows: batch, labels, dense } = data;
  const features = 2 * units;
  const lstm = cellInput(task, data);
  const attention = {
    batch,
    time,
    features,
    values: lstmReference(lstm).outputs,
    parameters: { score: 'additive', attentionUnits, ...data.attention } as const,
  };
  const { context } = attentionReference(attention);
  // logits = context·kernel + bias
  const logits = Array.from({ length: batch }, (_, b) =>
    dense.kernel.reduce((sum, weight, k) => sum + weight * context[b * features + k]!, dense.bias[0]!),
  );
  const { loss, dLogits } = crossEntropyReference({
    logits,
    batch,
    count: 1,
    labels: labels.subarray(0, batch),
  });
  const dDense = Array.from(dense.kernel, (_, k) =>
    dLogits.reduce((sum, dLogit, b) => sum + dLogit * context[b * features + k]!, 0),
  );
  const dDenseBias = dLogits.reduce((sum, dLogit) => sum + dLogit, 0);
  const dContext = context.map((_, i) => dLogits[Math.floor(i / features)]! * dense.kernel[i % features]!);
  const dAttention = attentionReferenceGradient(attention, { dContext });
  const { directions } = lstmReferenceGradient(lstm, { dOutputs: dAttention.dValues });
  const gradients = [
    ...directions.flatMap(({ dKernel, dRecurrentKernel, dBias }) => [dKernel, dRecurrentKernel, dBias]),
    dAttention.dKernel!,
    dAttention.dBias!,
    dAttention.dQuery,
    dDense,
    [dDenseBias],
  ];
  const parameters = weightList(data);
  const count = parameters.reduce((sum, { length }) => sum + length, 0);
  const zeros = new Float64Array(count);
  const updated = adamReference({ parameters, gradients, m: zeros, v: zeros }, { ...training, step: 1 });
  return {
    loss: [loss],
    gradientNorm: [updated.gradientNorm],
    // After the first step m is (1 − β₁) times the clipped gradients.
    gradients: updated.m.map((value) => value / (1 - training.beta1)),
    weights: Float64Array.from(updated.parameters.flatMap((values) => Array.from(values))),
  };
}
