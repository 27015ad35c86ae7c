/** What attention pooling's plans read, for running them without tensors. */
import type { InputSpec } from '../webgpu/plan';
import { type AttentionShape, reserveElements } from './variants';

/** Inputs of the forward pass. */
export function attentionInputs(shape: AttentionShape): InputSpec[] {
  const { batch, time, features, units, score, hasLengths } = shape;
  const inputs: InputSpec[] = [{ name: 'values', shape: [batch, time, features], dtype: 'float32' }];
  if (score === 'additive') {
    inputs.push(
      { name: 'kernel', shape: [features, units], dtype: 'float32' },
      { name: 'bias', shape: [units], dtype: 'float32' },
      { name: 'query', shape: [units], dtype: 'float32' },
    );
  } else {
    inputs.push({ name: 'query', shape: [features], dtype: 'float32' });
  }
  if (hasLengths) inputs.push({ name: 'lengths', shape: [batch], dtype: 'int32', range: [1, time] });
  return inputs;
}

/** The gradients of the outputs, each of which may be absent. */
export function attentionOutputGradients({ batch, time, features }: AttentionShape): InputSpec[] {
  return [
    { name: 'dContext', shape: [batch, features], dtype: 'float32' },
    { name: 'dWeights', shape: [batch, time], dtype: 'float32' },
  ];
}

/** Inputs of the backward pass. */
export function attentionGradientInputs(shape: AttentionShape): InputSpec[] {
  const { batch, time, features } = shape;
  return [
    ...attentionInputs(shape),
    { name: 'context', shape: [batch, features], dtype: 'float32' },
    // Each row adds up to about 1.
    { name: 'weights', shape: [batch, time], dtype: 'float32', range: [0, 2 / time] },
    { name: 'reserve', shape: [reserveElements(shape)], dtype: 'float32' },
    ...attentionOutputGradients(shape),
  ];
}
