/** What the LSTM's plans read, for who runs them without tensors. */
import type { InputSpec, Plan } from '../webgpu/plan';
import type { LSTMShape } from './variants';

/** Of the forward pass. */
export function lstmInputs(shape: LSTMShape): InputSpec[] {
  const { directions, batch, time, inputDim, units, hasState, hasLengths } = shape;
  const inputs: InputSpec[] = [{ name: 'x', shape: [batch, time, inputDim], dtype: 'float32' }];
  for (let direction = 0; direction < directions; direction++) {
    inputs.push(
      { name: `kernel${direction}`, shape: [inputDim, 4 * units], dtype: 'float32' },
      { name: `recurrentKernel${direction}`, shape: [units, 4 * units], dtype: 'float32' },
      { name: `bias${direction}`, shape: [4 * units], dtype: 'float32' },
    );
  }
  const state = [directions, batch, units];
  if (hasState) {
    inputs.push(
      { name: 'h0', shape: state, dtype: 'float32' },
      { name: 'c0', shape: state, dtype: 'float32' },
    );
  }
  if (hasLengths) inputs.push({ name: 'lengths', shape: [batch], dtype: 'int32', range: [1, time] });
  return inputs;
}

/** The gradients of the outputs, each of which may be absent. */
export function lstmOutputGradients({ directions, batch, time, units }: LSTMShape): InputSpec[] {
  const state = [directions, batch, units];
  return [
    { name: 'dOutputs', shape: [batch, time, directions * units], dtype: 'float32' },
    { name: 'dFinalH', shape: state, dtype: 'float32' },
    { name: 'dFinalC', shape: state, dtype: 'float32' },
  ];
}

/** Of the backward pass. @param forward the plan of the forward pass that trains, for its outputs. */
export function lstmGradientInputs(shape: LSTMShape, forward: Plan): InputSpec[] {
  const outputs = new Map(forward.outputs.map((spec) => [spec.name, spec]));
  return [
    ...lstmInputs(shape),
    // Among other values, gates: after their sigmoid.
    { ...outputs.get('reserve')!, range: [0, 1] },
    ...lstmOutputGradients(shape),
  ];
}
