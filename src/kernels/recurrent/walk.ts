/** The dispatches that walk over time, forward and backward. */
import { dispatch, read, uniform } from '../webgpu/passes';
import {
  type BindingRef,
  type Chain,
  type DeviceProfile,
  type DispatchPass,
  flag,
  u32,
  unsigned,
} from '../webgpu/plan';
import { activationCodes } from './activations';
import { backwardBindings, forwardBindings } from './bindings';
import type { Cell } from './cell';
import { cellChain } from './chain';
import { stateBuffers } from './preparation';
import type { RecurrentShape } from './shape';
import { reserveRows, rowGroups, weightElements } from './sizes';
import {
  backwardTile,
  forwardRowsBytes,
  forwardTile,
  type PlainLayout,
  unitsWorkgroup,
  type WalkPass,
} from './variants';

/** Operations and bytes of walking `steps` steps, forward; the backward walk's are about the same. */
export function walkCost(cell: Cell, shape: RecurrentShape, steps: number, training: boolean) {
  const { directions, batch, units, inputDim } = shape;
  const rows = directions * batch * steps;
  return {
    flops: rows * (2 * cell.gates * units * (inputDim + units) + 30 * units),
    bytes: 4 * rows * (inputDim + units + (training ? reserveRows(cell, shape) : 0)),
  };
}

/** What an invocation of a walk over `steps` steps waits for. Shared weights come from caches. */
function walkChain(
  cell: Cell,
  shape: RecurrentShape,
  layout: PlainLayout,
  device: DeviceProfile,
  pass: WalkPass,
  steps: number,
): Chain {
  const { units, inputDim } = shape;
  // Backward, a unit of four rows has four gradients of its output, two cells and four gates.
  const ofAUnit = 10;
  const dependent = steps * cellChain[pass];
  if (layout === 'rows') {
    const tile = pass === 'forward' ? forwardTile(shape, device) : backwardTile(shape, device);
    const forward = pass === 'forward';
    const weights = forward ? (units + inputDim) * cell.gates * tile.units : units ** 2;
    const loads = forward
      ? (units + inputDim) * tile.rows
      : ofAUnit * units * tile.rows + (units ** 2 / tile.units) * tile.rows;
    const recurringBytes = 4 * cell.gates * units * (forward ? units + inputDim : units);
    return {
      loads: steps * loads,
      barriers: forward ? steps * cell.phases : 0,
      dependent,
      streamed: { loads: steps * weights, bytes: steps * recurringBytes, recurringBytes },
    };
  }
  const ofALane = layout === 'units' ? Math.ceil(units / unitsWorkgroup(units, device)) : 1;
  const weights = pass === 'forward' ? units + inputDim + 1 : units;
  const loads = pass === 'forward' ? units + 4 * inputDim : 4 * units + ofAUnit;
  const barriers = layout === 'alternating' ? 0 : pass === 'forward' ? cell.phases : 1 + cell.phases;
  const recurringBytes = 16 * weights * (layout === 'units' ? units : Math.min(units, 64));
  return {
    loads: steps * ofALane * loads,
    barriers: steps * barriers,
    dependent,
    streamed: { loads: steps * ofALane * weights, bytes: steps * recurringBytes, recurringBytes },
  };
}

/** The `override` values that all walks have. */
export function walkConstants(shape: RecurrentShape): Record<string, number> {
  return {
    ...activationCodes(shape),
    DIRECTIONS: shape.directions,
    BACKWARDS: flag(shape.goBackwards),
    HAS_LENGTHS: flag(shape.hasLengths),
  };
}

interface LayoutParts {
  constants: Record<string, number>;
  literals: Record<string, string>;
  workgroups: [number, number, number];
  lanes: number;
  workgroupBytes: number;
  weights: BindingRef;
  /** Uniform values beyond those of the chunk. */
  extra: number[];
}

/** What the dispatches of a sequence layout share. */
function layoutParts(
  cell: Cell,
  shape: RecurrentShape,
  layout: PlainLayout,
  device: DeviceProfile,
  pass: WalkPass,
): LayoutParts {
  const { units, inputDim, directions } = shape;
  const sizes = { UNITS: unsigned(units), INPUT_DIM: unsigned(inputDim) };
  const groups = rowGroups(shape);
  if (layout === 'units') {
    const workgroup = unitsWorkgroup(units, device);
    return {
      constants: { WORKGROUP: workgroup },
      literals: { ...sizes, UNITS_PER_LANE: unsigned(Math.ceil(units / workgroup)) },
      workgroups: [groups, directions, 1],
      lanes: workgroup,
      // h twice and, with a second phase, what is exchanged; or da.
      workgroupBytes: pass === 'forward' ? 16 * (1 + cell.phases) * units : 64 * units,
      weights: read('weights'),
      extra: [],
    };
  }
  const vectors = weightElements(cell, shape, pass) / 4;
  const uniformFits = 16 * vectors <= device.maxUniformBufferBindingSize;
  const literals = {
    ...sizes,
    WEIGHT_COUNT: unsigned(vectors),
    // Weights that are too large for a uniform buffer are read from a storage buffer.
    ...(uniformFits ? undefined : { weights: 'storage, read' }),
  };
  const weights = uniformFits ? uniform('weights') : read('weights');
  if (pass === 'forward') {
    const tile = forwardTile(shape, device);
    return {
      constants: {},
      literals: {
        ...literals,
        UNITS_TILE: unsigned(tile.units),
        ROWS_TILE: unsigned(tile.rows),
        ROW_SETS: unsigned(tile.rowSets),
      },
      workgroups: [groups / tile.groups, directions, 1],
      lanes: tile.lanes,
      workgroupBytes: forwardRowsBytes(cell.phases, units, tile.groups),
      weights,
      extra: [units],
    };
  }
  const tile = backwardTile(shape, device);
  const workgroup = device.vectorWidth;
  return {
    constants: { WORKGROUP: workgroup },
    literals: { ...literals, UNITS_TILE: unsigned(tile.units), ROWS_TILE: unsigned(tile.rows) },
    workgroups: [Math.ceil(groups / tile.rows / workgroup), directions, 1],
    lanes: workgroup,
    workgroupBytes: 0,
    weights,
    extra: [units],
  };
}

export function sequenceForward(
  cell: Cell,
  shape: RecurrentShape,
  layout: PlainLayout,
  device: DeviceProfile,
  training: boolean,
  start: number,
  count: number,
): DispatchPass {
  const parts = layoutParts(cell, shape, layout, device, 'forward');
  return dispatch(`recurrent_${layout}`, {
    label: `${cell.name}_${layout}`,
    constants: { ...walkConstants(shape), TRAINING: flag(training), ...parts.constants },
    literals: parts.literals,
    modules: { cell: cell.shader },
    bindings: forwardBindings(
      shape,
      parts.weights,
      stateBuffers(cell, shape, layout).map(({ name }) => name),
    ),
    workgroups: parts.workgroups,
    lanes: parts.lanes,
    workgroupBytes: parts.workgroupBytes,
    uniform: [shape.batch, shape.time, start, count, ...parts.extra].map(u32),
    cost: walkCost(cell, shape, count, training),
    chain: walkChain(cell, shape, layout, device, 'forward', count),
  });
}

export function sequenceBackward(
  cell: Cell,
  shape: RecurrentShape,
  layout: PlainLayout,
  device: DeviceProfile,
  start: number,
  count: number,
): DispatchPass {
  const parts = layoutParts(cell, shape, layout, device, 'backward');
  return dispatch(`recurrent_${layout}_gradient`, {
    label: `${cell.name}_${layout}_gradient`,
    constants: { ...walkConstants(shape), ...parts.constants },
    literals: parts.literals,
    modules: { cell: cell.shader },
    bindings: backwardBindings(shape, parts.weights),
    workgroups: parts.workgroups,
    lanes: parts.lanes,
    workgroupBytes: parts.workgroupBytes,
    uniform: [shape.batch, shape.time, start, count, ...parts.extra].map(u32),
    cost: walkCost(cell, shape, count, true),
    chain: walkChain(cell, shape, layout, device, 'backward', count),
  });
}

/**
 * A step is one dispatch, however large. It has more than 2 ** 33 operations only from 1024 units, 512 rows and two directions on, and
 * eight times as many, at 2048 units and 1024 rows, take 0.35 s on a GPU that does 0.2 TFLOP/s, a tenth of an integrated one's
 * peak: less than the two seconds that drivers allow.
 */
export function alternatingForward(
  cell: Cell,
  shape: RecurrentShape,
  device: DeviceProfile,
  training: boolean,
  step: number,
  phase: number,
): DispatchPass {
  const { units, inputDim, directions, batch, time } = shape;
  return dispatch('recurrent_alternating', {
    label: `${cell.name}_alternating`,
    constants: { ...walkConstants(shape), TRAINING: flag(training), WORKGROUP: 64 },
    literals: { UNITS: unsigned(units), INPUT_DIM: unsigned(inputDim) },
    modules: { cell: cell.shader },
    bindings: forwardBindings(shape, read('weights'), ['state', 'carry']),
    workgroups: [Math.ceil(units / 64), rowGroups(shape), directions],
    uniform: [batch, time, step, phase].map(u32),
    cost: walkCost(cell, shape, 1, training),
    chain: walkChain(cell, shape, 'alternating', device, 'forward', 1),
  });
}

export function alternatingBackward(
  cell: Cell,
  shape: RecurrentShape,
  device: DeviceProfile,
  next: number,
  phase: number,
): DispatchPass {
  const { units, inputDim, directions, batch, time } = shape;
  return dispatch('recurrent_alternating_gradient', {
    label: `${cell.name}_alternating_gradient`,
    constants: { ...walkConstants(shape), WORKGROUP: 64 },
    literals: { UNITS: unsigned(units), INPUT_DIM: unsigned(inputDim) },
    modules: { cell: cell.shader },
    bindings: backwardBindings(shape, read('weights')),
    workgroups: [Math.ceil(units / 64), rowGroups(shape), directions],
    uniform: [batch, time, next, phase].map(u32),
    cost: walkCost(cell, shape, 1, true),
    chain: walkChain(cell, shape, 'alternating', device, 'backward', 1),
  });
}
