/** The LSTM's plans: pure functions from shapes and a device's profile to passes. */
import type { RecurrentActivation } from '../names';
import { clear, copy, dispatch, grid, outerProduct, read, readWrite, uniform } from '../webgpu/passes';
import {
  type BindingRef,
  type Chain,
  type DeviceProfile,
  type DispatchPass,
  flag,
  type Pass,
  type Plan,
  type ScratchSpec,
  u32,
  unsigned,
} from '../webgpu/plan';
import {
  backwardTile,
  chooseLayout,
  chunkSteps,
  forwardTile,
  type LSTMLayout,
  type LSTMPass,
  type LSTMShape,
  unitsWorkgroup,
  weightVectors,
} from './variants';

/** Values that a step leaves for the backward pass: h, x, 1, c and the four gates; see `lstm_rows.wgsl`. */
function reserveRows({ units, inputDim }: LSTMShape): number {
  return 6 * units + inputDim + 1;
}

const rowGroups = ({ batch }: LSTMShape) => Math.ceil(batch / 4);
const stateElements = ({ directions, batch, units }: LSTMShape) => directions * batch * units;

function reserveElements(shape: LSTMShape): number {
  return shape.directions * (shape.time + 1) * reserveRows(shape) * rowGroups(shape) * 4;
}

function gateElements({ directions, time, units, ...rest }: LSTMShape): number {
  return directions * time * 4 * units * Math.ceil(rest.batch / 4) * 4;
}

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

/** One fused step. Inputs: x, kernel, recurrentKernel, bias, h, c. Outputs: the next h and c. */
export function stepPlan(
  shape: { batch: number; inputDim: number; units: number; recurrentActivation: RecurrentActivation },
  device: DeviceProfile,
): Plan {
  const { batch, inputDim, units, recurrentActivation } = shape;
  const kernel = stepKernel(units, device);
  return {
    name: 'lstm step',
    outputs: [
      { name: 'nextH', shape: [batch, units], dtype: 'float32' },
      { name: 'nextC', shape: [batch, units], dtype: 'float32' },
    ],
    scratch: [],
    passes: [
      dispatch(kernel.shader, {
        constants: { HARD_SIGMOID: flag(recurrentActivation === 'hardSigmoid') },
        literals: kernel.literals,
        bindings: [
          ...['x', 'kernel', 'recurrentKernel', 'bias', 'h', 'c'].map(read),
          readWrite('nextH'),
          readWrite('nextC'),
        ],
        workgroups: [Math.ceil(units / kernel.unitsPerWorkgroup), batch, 1],
        lanes: kernel.lanes,
        uniform: [batch, inputDim, units].map(u32),
        cost: {
          flops: 8 * batch * units * (inputDim + units),
          bytes: 16 * batch * units * (inputDim + units),
        },
      }),
    ],
  };
}

/** On a CPU few lanes with long runs of the weights (llvmpipe, 1024 units: 2.8 ms against 9.9), on a GPU many lanes. */
function stepKernel(
  units: number,
  { lanes }: DeviceProfile,
): { shader: string; literals: Record<string, string>; unitsPerWorkgroup: number; lanes: number } {
  if (units % 4 !== 0) return { shader: 'lstm_step', literals: {}, unitsPerWorkgroup: 16, lanes: 16 * 8 };
  const [quadsPerLane, parts] = (lanes === 'rows' ? [4, 4] : [1, 16]) as [number, number];
  return {
    shader: 'lstm_step_quads',
    literals: { QUADS_PER_LANE: unsigned(quadsPerLane), K_PARTS: unsigned(parts) },
    unitsPerWorkgroup: 8 * 4 * quadsPerLane,
    lanes: 8 * parts,
  };
}

/**
 * Where h and c are kept between dispatches: behind one another in one buffer; with lanes over rows, which bind fewer other
 * buffers, in two; with alternating steps, the first states stay and the last ones come behind them.
 */
function stateBuffers(shape: LSTMShape, layout: LSTMLayout): ScratchSpec[] {
  const elements = stateElements(shape);
  if (layout === 'rows') {
    return [
      { name: 'stateH', elements },
      { name: 'stateC', elements },
    ];
  }
  return [{ name: 'state', elements: layout === 'alternating' ? 4 * elements : 2 * elements }];
}

function initialState(shape: LSTMShape, layout: LSTMLayout): Pass[] {
  const size = stateElements(shape);
  const [h, c, offset] = layout === 'rows' ? ['stateH', 'stateC', 0] : ['state', 'state', size];
  if (!shape.hasState) return [clear(h, 0, size), clear(c, offset, size)];
  return [copy('h0', 0, h, 0, size), copy('c0', 0, c, offset, size)];
}

function finalState(shape: LSTMShape, layout: LSTMLayout): Pass[] {
  const size = stateElements(shape);
  if (layout === 'rows') {
    return [copy('stateH', 0, 'finalH', 0, size), copy('stateC', 0, 'finalC', 0, size)];
  }
  const final = layout === 'alternating' ? 2 * size : 0;
  return [copy('state', final, 'finalH', 0, size), copy('state', final + size, 'finalC', 0, size)];
}

/** Brings the weights of all directions into one buffer. */
function weightPasses(shape: LSTMShape, layout: LSTMLayout, pass: LSTMPass): Pass[] {
  const { directions, units, inputDim } = shape;
  const second = directions === 2 ? 1 : 0;
  if (layout === 'rows') {
    // As Keras has them, one behind the other: copies need no dispatch.
    const parts: [name: string, elements: number][] = [['recurrentKernel', 4 * units * units]];
    if (pass === 'forward') parts.push(['kernel', 4 * units * inputDim], ['bias', 4 * units]);
    const passes: Pass[] = [];
    let offset = 0;
    for (let direction = 0; direction < directions; direction++) {
      for (const [name, elements] of parts) {
        passes.push(copy(`${name}${direction}`, 0, 'weights', offset, elements));
        offset += elements;
      }
    }
    return passes;
  }
  const transposed = pass === 'backward';
  const vectors = transposed ? directions * units * units : weightVectors(shape);
  return [
    dispatch('lstm_pack', {
      constants: { WORKGROUP: 64, DIRECTIONS: directions, TRANSPOSED: flag(transposed) },
      literals: { UNITS: unsigned(units), INPUT_DIM: unsigned(inputDim) },
      bindings: [
        ...['kernel0', 'recurrentKernel0', 'bias0'].map(read),
        ...[`kernel${second}`, `recurrentKernel${second}`, `bias${second}`].map(read),
        readWrite('weights'),
      ],
      workgroups: grid(vectors, 64),
      cost: { flops: 0, bytes: 32 * vectors },
    }),
  ];
}

/** Operations and bytes of walking `steps` steps, forward; the backward walk's are about the same. */
function walkCost(shape: LSTMShape, steps: number, training: boolean) {
  const { directions, batch, units, inputDim } = shape;
  const rows = directions * batch * steps;
  return {
    flops: rows * (8 * units * (inputDim + units) + 30 * units),
    bytes: 4 * rows * (inputDim + units + (training ? reserveRows(shape) : 0)),
  };
}

/** What an invocation of a walk over `steps` steps waits for. Shared weights come from caches. */
function walkChain(
  shape: LSTMShape,
  layout: LSTMLayout,
  device: DeviceProfile,
  pass: LSTMPass,
  steps: number,
): Chain {
  const { units, inputDim } = shape;
  // Backward, a unit of four rows has four gradients of its output, two cells and four gates.
  const ofAUnit = 10;
  if (layout === 'rows') {
    const tile = pass === 'forward' ? forwardTile(shape, device) : backwardTile(shape, device);
    const forward = (units + inputDim) * (4 * tile.units + tile.rows);
    const backward = ofAUnit * units * tile.rows + (units ** 2 / tile.units) * (tile.rows + tile.units);
    return {
      loads: steps * (pass === 'forward' ? forward : backward),
      barriers: pass === 'forward' ? steps : 0,
    };
  }
  const ofALane = layout === 'units' ? Math.ceil(units / unitsWorkgroup(units)) : 1;
  const loads = pass === 'forward' ? 2 * units + 5 * inputDim + 1 : 5 * units + ofAUnit;
  const barriers = layout === 'alternating' ? 0 : pass === 'forward' ? 1 : 2;
  return { loads: steps * ofALane * loads, barriers: steps * barriers };
}

function sequenceConstants(shape: LSTMShape, training?: boolean): Record<string, number> {
  return {
    DIRECTIONS: shape.directions,
    BACKWARDS: flag(shape.goBackwards),
    HAS_LENGTHS: flag(shape.hasLengths),
    HARD_SIGMOID: flag(shape.recurrentActivation === 'hardSigmoid'),
    ...(training === undefined ? {} : { TRAINING: flag(training) }),
  };
}

interface LayoutParts {
  constants: Record<string, number>;
  literals: Record<string, string>;
  workgroups: [number, number, number];
  lanes: number;
  weights: BindingRef;
  /** Uniform values beyond those of the chunk. */
  extra: number[];
}

/** What the dispatches of a sequence layout have in common. */
function layoutParts(
  shape: LSTMShape,
  layout: LSTMLayout,
  device: DeviceProfile,
  pass: LSTMPass,
): LayoutParts {
  const { units, inputDim, directions } = shape;
  const sizes = { UNITS: unsigned(units), INPUT_DIM: unsigned(inputDim) };
  const groups = rowGroups(shape);
  if (layout === 'units') {
    const workgroup = unitsWorkgroup(units);
    return {
      constants: { WORKGROUP: workgroup },
      literals: { ...sizes, UNITS_PER_LANE: unsigned(Math.ceil(units / workgroup)) },
      workgroups: [groups, directions, 1],
      lanes: workgroup,
      weights: read('weights'),
      extra: [],
    };
  }
  const vectors = pass === 'forward' ? weightVectors(shape) : directions * units * units;
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
    weights,
    extra: [units],
  };
}

function sequenceForward(
  shape: LSTMShape,
  layout: LSTMLayout,
  device: DeviceProfile,
  training: boolean,
  start: number,
  count: number,
): DispatchPass {
  const parts = layoutParts(shape, layout, device, 'forward');
  return dispatch(`lstm_${layout}`, {
    constants: { ...sequenceConstants(shape, training), ...parts.constants },
    literals: parts.literals,
    bindings: [
      parts.weights,
      read('x'),
      read(shape.hasLengths ? 'lengths' : 'x'),
      readWrite('outputs'),
      ...stateBuffers(shape, layout).map(({ name }) => readWrite(name)),
      readWrite('reserve'),
    ],
    workgroups: parts.workgroups,
    lanes: parts.lanes,
    uniform: [shape.batch, shape.time, start, count, ...parts.extra].map(u32),
    cost: walkCost(shape, count, training),
    chain: walkChain(shape, layout, device, 'forward', count),
  });
}

function sequenceBackward(
  shape: LSTMShape,
  layout: LSTMLayout,
  device: DeviceProfile,
  start: number,
  count: number,
): DispatchPass {
  const parts = layoutParts(shape, layout, device, 'backward');
  return dispatch(`lstm_${layout}_gradient`, {
    constants: { ...sequenceConstants(shape), ...parts.constants },
    literals: parts.literals,
    bindings: [
      parts.weights,
      read(shape.hasLengths ? 'lengths' : 'dOutputs'),
      read('reserve'),
      read('dOutputs'),
      readWrite('dState'),
      readWrite('dGates'),
    ],
    workgroups: parts.workgroups,
    lanes: parts.lanes,
    uniform: [shape.batch, shape.time, start, count, ...parts.extra].map(u32),
    cost: walkCost(shape, count, true),
    chain: walkChain(shape, layout, device, 'backward', count),
  });
}

function alternatingForward(
  shape: LSTMShape,
  device: DeviceProfile,
  training: boolean,
  step: number,
): DispatchPass {
  const { units, inputDim, directions, batch, time } = shape;
  return dispatch('lstm_alternating', {
    constants: { ...sequenceConstants(shape, training), WORKGROUP: 64 },
    literals: { UNITS: unsigned(units), INPUT_DIM: unsigned(inputDim) },
    bindings: [
      read('weights'),
      read('x'),
      read(shape.hasLengths ? 'lengths' : 'x'),
      readWrite('outputs'),
      readWrite('state'),
      readWrite('carry'),
      readWrite('reserve'),
    ],
    workgroups: [Math.ceil(units / 64), rowGroups(shape), directions],
    uniform: [batch, time, step].map(u32),
    cost: walkCost(shape, 1, training),
    chain: walkChain(shape, 'alternating', device, 'forward', 1),
  });
}

function alternatingBackward(shape: LSTMShape, device: DeviceProfile, next: number): DispatchPass {
  const { units, inputDim, directions, batch, time } = shape;
  return dispatch('lstm_alternating_gradient', {
    constants: { ...sequenceConstants(shape), WORKGROUP: 64 },
    literals: { UNITS: unsigned(units), INPUT_DIM: unsigned(inputDim) },
    bindings: [
      read('weights'),
      read(shape.hasLengths ? 'lengths' : 'dOutputs'),
      read('reserve'),
      read('dOutputs'),
      readWrite('dState'),
      readWrite('dGates'),
    ],
    workgroups: [Math.ceil(units / 64), rowGroups(shape), directions],
    uniform: [batch, time, next].map(u32),
    cost: walkCost(shape, 1, true),
    chain: walkChain(shape, 'alternating', device, 'backward', 1),
  });
}
