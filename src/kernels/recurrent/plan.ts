/** The plans of a recurrent layer: pure functions from a cell, shapes and a device's profile to passes. */
import type { InputGradientAttributes } from '../names';
import { outerProduct } from '../webgpu/outer-product';
import { copy, dispatch, grid, read, readWrite } from '../webgpu/passes';
import {
  type DeviceProfile,
  flag,
  type Pass,
  type Plan,
  type ScratchSpec,
  u32,
  unsigned,
} from '../webgpu/plan';
import type { Cell } from './cell';
import { finalState, initialState, stateBuffers, weightPasses } from './preparation';
import {
  isResident,
  residentBackward,
  residentChunkSteps,
  residentForward,
  wantsInputGradient,
} from './resident';
import type { RecurrentShape } from './shape';
import {
  gatesSpec,
  leftRows,
  packedVectors,
  reserveRows,
  reserveSpec,
  rowGroups,
  stateElements,
  weightElements,
} from './sizes';
import { isStreamed } from './streamed';
import { streamedBackward, streamedForward } from './streamed-walk';
import {
  chooseLayout,
  chunkSteps,
  type Layout,
  type ReserveFormat,
  reserveFormat,
  type SharedLayout,
  type WalkPass,
} from './variants';
import { alternatingBackward, alternatingForward, sequenceBackward, sequenceForward } from './walk';

/**
 * The forward pass.
 * Inputs: x, kernel0, recurrentKernel0, bias0, (kernel1, …,) [h0, (c0)], [lengths].
 * Outputs: outputs, finalH, (finalC), and when training the reserve.
 *
 * @param layout forces one; without it the device's preferred one is taken.
 * @throws Error when the family that the shape names cannot run on the device.
 */
export function forwardPlan(
  cell: Cell,
  shape: RecurrentShape,
  training: boolean,
  device: DeviceProfile,
  layout: Layout = chooseLayout(cell, shape, device, 'forward', training),
): Plan {
  const { directions, batch, time, units } = shape;
  const alternating = layout === 'alternating';
  const scratch: ScratchSpec[] = [
    weightBuffer(cell, shape, layout, 'forward'),
    ...stateBuffers(cell, shape, layout),
  ];
  if (alternating) {
    // h twice, then c or what the first phase leaves for the second: the exchanged values, and three sums.
    const values = 2 + (cell.phases === 2 ? 4 : cell.states.length - 1);
    scratch.push({ name: 'carry', elements: values * directions * units * rowGroups(shape) * 4 });
  }
  // A shader's bindings are fixed, so inference binds a reserve of one vec4 that nothing is written to.
  if (!training) scratch.push({ name: 'reserve', elements: 4 });

  const passes: Pass[] = [
    ...initialState(cell, shape, layout),
    ...weightPasses(cell, shape, layout, 'forward'),
  ];
  if (alternating) {
    for (let step = 0; step < time; step++) {
      for (let phase = 0; phase < cell.phases; phase++) {
        passes.push(alternatingForward(cell, shape, device, training, step, phase));
      }
    }
  } else if (isStreamed(layout)) {
    passes.push(...streamedForward(cell, shape, layout, device, training));
  } else {
    const most = isResident(layout)
      ? residentChunkSteps(cell, shape, layout, device, 'forward')
      : chunkSteps(cell, shape, layout, device);
    for (let start = 0; start < time; start += most) {
      const count = Math.min(most, time - start);
      passes.push(
        isResident(layout)
          ? residentForward(cell, shape, layout, device, training, start, count)
          : sequenceForward(cell, shape, layout, device, training, start, count),
      );
    }
  }
  passes.push(...finalState(cell, shape, layout));

  const outputs: Plan['outputs'] = [
    { name: 'outputs', shape: [batch, time, directions * units], dtype: 'float32' },
    ...cell.states.map((state) => ({
      name: `final${state.toUpperCase()}`,
      shape: [directions, batch, units],
      dtype: 'float32' as const,
    })),
  ];
  if (training) outputs.push(reserveSpec(cell, shape, reserveFormat(layout)));
  return { name: cell.name, outputs, scratch, passes };
}

/**
 * The backward pass.
 * Inputs: those of the forward pass, reserve, dOutputs, dFinalH, (dFinalC).
 * Outputs: dKernel0, dRecurrentKernel0, dBias0, (dKernel1, …,) dH0, (dC0), (dGates).
 */
export function gradientPlan(
  cell: Cell,
  shape: RecurrentShape,
  device: DeviceProfile,
  layout: Layout = chooseLayout(cell, shape, device, 'backward'),
): Plan {
  const { directions, batch, units } = shape;
  const size = stateElements(shape);
  const passes: Pass[] = cell.states.map((state, index) =>
    copy(`dFinal${state.toUpperCase()}`, 0, 'dState', index * size, size),
  );
  passes.push(...weightPasses(cell, shape, layout, 'backward'));
  const product = isResident(layout)
    ? residentBackward(cell, shape, layout, device)
    : sharedBackward(cell, shape, layout, device);
  const weights = cell.weightGradients(shape);
  const gates = gatesSpec(cell, shape, reserveFormat(layout));
  const hasGates = !isResident(layout) || wantsInputGradient(shape);
  passes.push(...product.passes, ...weights.passes);
  cell.states.forEach((state, index) => {
    passes.push(copy('dState', index * size, `d${state.toUpperCase()}0`, 0, size));
  });
  return {
    name: `${cell.name} gradient`,
    outputs: [
      ...weights.outputs,
      ...cell.states.map((state) => ({
        name: `d${state.toUpperCase()}0`,
        shape: [directions, batch, units],
        dtype: 'float32' as const,
      })),
      ...(hasGates ? [gates] : []),
    ],
    scratch: [
      // A shader's bindings are fixed, so one vec4 stands in for what nobody wants.
      ...(hasGates ? [] : [{ name: 'dGates', elements: 4 }]),
      weightBuffer(cell, shape, layout, 'backward'),
      { name: 'dState', elements: cell.states.length * size },
      { name: 'partial', elements: product.partialElements },
      { name: 'total', elements: directions * leftRows(cell, shape) * cell.gradients * units },
    ],
    passes,
  };
}

/** The walk of a layout with the shared reserve, and the product that follows it. */
function sharedBackward(
  cell: Cell,
  shape: RecurrentShape,
  layout: SharedLayout,
  device: DeviceProfile,
): { passes: Pass[]; partialElements: number } {
  const { directions, time, units } = shape;
  const groups = rowGroups(shape);
  const passes: Pass[] = [];
  if (layout === 'alternating') {
    for (let next = time; next >= 0; next--) {
      for (let phase = 0; phase < (next > 0 ? cell.phases : 1); phase++) {
        passes.push(alternatingBackward(cell, shape, device, next, phase));
      }
    }
  } else if (isStreamed(layout)) {
    passes.push(...streamedBackward(cell, shape, layout, device));
  } else {
    const most = chunkSteps(cell, shape, layout, device);
    for (let end = time; end > 0; end -= most) {
      const start = Math.max(0, end - most);
      passes.push(sequenceBackward(cell, shape, layout, device, start, end - start));
    }
  }
  const slot = reserveRows(cell, shape) * groups;
  const left = leftRows(cell, shape);
  const right = cell.gradients * units;
  const product = outerProduct(
    {
      blocks: directions,
      steps: time,
      rowGroups: groups,
      left: { buffer: 'reserve', rows: left, offset: 0, block: (time + 1) * slot, step: slot },
      right: { buffer: 'dGates', rows: right, offset: 0, block: time * right * groups, step: right * groups },
    },
    'partial',
    'total',
    device,
  );
  return { passes: [...passes, ...product.passes], partialElements: product.partialElements };
}

/** The weights of all directions: as Keras has them with lanes over rows, else packed. */
function weightBuffer(cell: Cell, shape: RecurrentShape, layout: Layout, pass: WalkPass): ScratchSpec {
  if (layout === 'rows') {
    return { name: 'weights', elements: weightElements(cell, shape, pass), uniform: true };
  }
  const { directions, units } = shape;
  const vectors = pass === 'forward' ? packedVectors(shape) : directions * units * units;
  return { name: 'weights', elements: 4 * vectors };
}

/**
 * The gradient of x from dGates. Inputs: dGates, kernel0, (kernel1,) [lengths]. Output: dX.
 *
 * @param shape with the cell's gates, and the gradients that a unit has in dGates: see `Cell`
 */
export function inputGradientPlan(
  shape: InputGradientAttributes & {
    hasLengths: boolean;
    gates: number;
    gradients: number;
    format: ReserveFormat;
  },
): Plan {
  const { directions, batch, time, inputDim, units, goBackwards, hasLengths, gates, gradients } = shape;
  const elements = batch * time * inputDim;
  const sums = gradients * units;
  const rows = 4 * rowGroups(shape);
  // From one direction, step, row and sum in dGates to the next.
  const strides =
    shape.format === 'resident'
      ? [batch * time * sums, sums, time * sums, 1]
      : [time * sums * rows, sums * rows, 1, rows];
  return {
    name: 'recurrent input gradient',
    outputs: [{ name: 'dX', shape: [batch, time, inputDim], dtype: 'float32' }],
    scratch: [],
    passes: [
      dispatch('recurrent_input_gradient', {
        constants: {
          WORKGROUP: 64,
          DIRECTIONS: directions,
          BACKWARDS: flag(goBackwards),
          HAS_LENGTHS: flag(hasLengths),
        },
        literals: {
          UNITS: unsigned(units),
          INPUT_DIM: unsigned(inputDim),
          GATES: unsigned(gates),
        },
        bindings: [
          read('kernel0'),
          read(directions === 2 ? 'kernel1' : 'kernel0'),
          read(hasLengths ? 'lengths' : 'dGates'),
          read('dGates'),
          readWrite('dX'),
        ],
        workgroups: grid(elements, 64),
        uniform: [batch, time, ...strides].map(u32),
        cost: {
          flops: 2 * gates * units * directions * elements,
          bytes: 8 * gates * units * directions * elements,
        },
      }),
    ],
  };
}
