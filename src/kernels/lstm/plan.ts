/** The LSTM's plans: pure functions from shapes and a device's profile to passes. */
import { copy, dispatch, grid, outerProduct, read, readWrite } from '../webgpu/passes';
import {
  type DeviceProfile,
  flag,
  type Pass,
  type Plan,
  type ScratchSpec,
  u32,
  unsigned,
} from '../webgpu/plan';
import { finalState, initialState, stateBuffers, weightPasses } from './preparation';
import { gateElements, reserveElements, reserveRows, rowGroups, stateElements } from './sizes';
import { chooseLayout, chunkSteps, type LSTMLayout, type LSTMShape, weightVectors } from './variants';
import { alternatingBackward, alternatingForward, sequenceBackward, sequenceForward } from './walk';

/**
 * The forward pass.
 * Inputs: x, kernel0, recurrentKernel0, bias0, (kernel1, …,) [h0, c0], [lengths].
 * Outputs: outputs, finalH, finalC, and when training the reserve.
 *
 * @param layout forces one; without it the device's preferred one is taken.
 * @throws Error when the family that the shape names cannot run on the device.
 */
export function lstmPlan(
  shape: LSTMShape,
  training: boolean,
  device: DeviceProfile,
  layout: LSTMLayout = chooseLayout(shape, device, 'forward'),
): Plan {
  const { directions, batch, time, units } = shape;
  const alternating = layout === 'alternating';
  const scratch: ScratchSpec[] = [
    { name: 'weights', elements: weightVectors(shape) * 4, uniform: layout === 'rows' },
    ...stateBuffers(shape, layout),
  ];
  if (alternating) scratch.push({ name: 'carry', elements: 3 * directions * units * rowGroups(shape) * 4 });
  // A shader's bindings are fixed, so inference binds a reserve of one vec4 that nothing is written to.
  if (!training) scratch.push({ name: 'reserve', elements: 4 });

  const passes: Pass[] = [...initialState(shape, layout), ...weightPasses(shape, layout, 'forward')];
  if (alternating) {
    for (let step = 0; step < time; step++) passes.push(alternatingForward(shape, device, training, step));
  } else {
    const most = chunkSteps(shape, layout, device);
    for (let start = 0; start < time; start += most) {
      const count = Math.min(most, time - start);
      passes.push(sequenceForward(shape, layout, device, training, start, count));
    }
  }
  passes.push(...finalState(shape, layout));

  const state = [directions, batch, units];
  const outputs: Plan['outputs'] = [
    { name: 'outputs', shape: [batch, time, directions * units], dtype: 'float32' },
    { name: 'finalH', shape: state, dtype: 'float32' },
    { name: 'finalC', shape: state, dtype: 'float32' },
  ];
  if (training) outputs.push({ name: 'reserve', shape: [reserveElements(shape)], dtype: 'float32' });
  return { name: 'lstm', outputs, scratch, passes };
}

/**
 * The backward pass.
 * Inputs: those of the forward pass, reserve, dOutputs, dFinalH, dFinalC.
 * Outputs: dKernel0, dRecurrentKernel0, dBias0, (dKernel1, …,) dH0, dC0, dGates.
 */
export function lstmGradientPlan(
  shape: LSTMShape,
  device: DeviceProfile,
  layout: LSTMLayout = chooseLayout(shape, device, 'backward'),
): Plan {
  const { directions, batch, time, units, inputDim } = shape;
  const size = stateElements(shape);
  const groups = rowGroups(shape);
  const weightRows = units + inputDim + 1;

  const passes: Pass[] = [
    copy('dFinalH', 0, 'dState', 0, size),
    copy('dFinalC', 0, 'dState', size, size),
    ...weightPasses(shape, layout, 'backward'),
  ];
  if (layout === 'alternating') {
    for (let next = time; next >= 0; next--) passes.push(alternatingBackward(shape, device, next));
  } else {
    const most = chunkSteps(shape, layout, device);
    for (let end = time; end > 0; end -= most) {
      const start = Math.max(0, end - most);
      passes.push(sequenceBackward(shape, layout, device, start, end - start));
    }
  }
  const slot = reserveRows(shape) * groups;
  const gates = 4 * units;
  const product = outerProduct(
    {
      blocks: directions,
      steps: time,
      rowGroups: groups,
      left: { buffer: 'reserve', rows: weightRows, offset: 0, block: (time + 1) * slot, step: slot },
      right: { buffer: 'dGates', rows: gates, offset: 0, block: time * gates * groups, step: gates * groups },
    },
    'partial',
    'total',
    device,
  );
  passes.push(...product.passes);
  const outputs: Plan['outputs'] = [];
  for (let direction = 0; direction < directions; direction++) {
    // The rows of the product are those of the reserve's left operand: h, x, 1.
    const base = direction * weightRows * gates;
    const recurrent = units * gates;
    const kernel = inputDim * gates;
    passes.push(
      copy('total', base + recurrent, `dKernel${direction}`, 0, kernel),
      copy('total', base, `dRecurrentKernel${direction}`, 0, recurrent),
      copy('total', base + recurrent + kernel, `dBias${direction}`, 0, gates),
    );
    outputs.push(
      { name: `dKernel${direction}`, shape: [inputDim, gates], dtype: 'float32' },
      { name: `dRecurrentKernel${direction}`, shape: [units, gates], dtype: 'float32' },
      { name: `dBias${direction}`, shape: [gates], dtype: 'float32' },
    );
  }
  passes.push(copy('dState', 0, 'dH0', 0, size), copy('dState', size, 'dC0', 0, size));
  outputs.push(
    { name: 'dH0', shape: [directions, batch, units], dtype: 'float32' },
    { name: 'dC0', shape: [directions, batch, units], dtype: 'float32' },
    { name: 'dGates', shape: [gateElements(shape)], dtype: 'float32' },
  );
  return {
    name: 'lstm gradient',
    outputs,
    scratch: [
      { name: 'weights', elements: directions * units * units * 4, uniform: layout === 'rows' },
      { name: 'dState', elements: 2 * size },
      { name: 'partial', elements: product.partialElements },
      { name: 'total', elements: directions * weightRows * gates },
    ],
    passes,
  };
}

/** The gradient of x from dGates. Inputs: dGates, kernel0, (kernel1,) [lengths]. Output: dX. */
export function inputGradientPlan(shape: {
  directions: 1 | 2;
  batch: number;
  time: number;
  inputDim: number;
  units: number;
  goBackwards: boolean;
  hasLengths: boolean;
}): Plan {
  const { directions, batch, time, inputDim, units, goBackwards, hasLengths } = shape;
  const elements = batch * time * inputDim;
  return {
    name: 'lstm input gradient',
    outputs: [{ name: 'dX', shape: [batch, time, inputDim], dtype: 'float32' }],
    scratch: [],
    passes: [
      dispatch('lstm_input_gradient', {
        constants: {
          WORKGROUP: 64,
          DIRECTIONS: directions,
          BACKWARDS: flag(goBackwards),
          HAS_LENGTHS: flag(hasLengths),
        },
        literals: { UNITS: unsigned(units), INPUT_DIM: unsigned(inputDim) },
        bindings: [
          read('kernel0'),
          read(directions === 2 ? 'kernel1' : 'kernel0'),
          read(hasLengths ? 'lengths' : 'dGates'),
          read('dGates'),
          readWrite('dX'),
        ],
        workgroups: grid(elements, 64),
        uniform: [batch, time].map(u32),
        cost: { flops: 2 * 4 * units * directions * elements, bytes: 8 * 4 * units * directions * elements },
      }),
    ],
  };
}
