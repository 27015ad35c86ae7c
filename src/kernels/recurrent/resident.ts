/** The resident layout of a walk: how many lanes share a unit, what fits into registers, and its dispatches. */
import { dispatch, read, readWrite, reducePartials } from '../webgpu/passes';
import {
  type Chain,
  type DeviceProfile,
  type DispatchPass,
  flag,
  MOST_OPERATIONS_OF_A_DISPATCH,
  mostLanes,
  SAFE_LOOP_TURNS,
  u32,
  unsigned,
} from '../webgpu/plan';
import { activationCodes } from './activations';
import { forwardBindings } from './bindings';
import { type Cell, KEPT } from './cell';
import { cellChain } from './chain';
import type { RecurrentShape } from './shape';

/** Lanes that share a unit of a row: see `recurrent_resident.wgsl`. */
export type Shares = 1 | 2 | 4;
export type ResidentLayout = `resident-${Shares}`;

const allShares: readonly Shares[] = [4, 2, 1];

export function isResident(layout: string): layout is ResidentLayout {
  return layout.startsWith('resident-');
}

function sharesOf(layout: ResidentLayout): Shares {
  return Number(layout.slice('resident-'.length)) as Shares;
}

/** As many lanes of 255 registers as a multiprocessor of NVIDIA's has room for. */
const MOST_LANES = 256;
/** Registers that a lane needs besides weights and their gradients: addresses, the cell, and what is fetched ahead. */
const OTHER_REGISTERS = 40;
/** Registers of a lane, for values of four bytes. */
function registers(
  { units, inputDim }: RecurrentShape,
  pass: 'forward' | 'backward',
  shares: Shares,
): number {
  if (pass === 'forward') {
    const ahead = Math.ceil(inputDim / (units * shares));
    return 4 * Math.ceil((units + inputDim + 1) / shares) + ahead + OTHER_REGISTERS;
  }
  // Weights and their gradients; of x and 1 the gradients, and three steps of x.
  return 8 * Math.ceil(units / shares) + 7 * Math.ceil((inputDim + 1) / shares) + OTHER_REGISTERS;
}

/**
 * The resident layouts that a device can run for a pass, the preferred one first: many lanes to a unit have the shortest chain of
 * operations and need the fewest registers. Each computes the cell once more, so where the batch fills the device fewer lanes may
 * be faster, which the tuner finds.
 */
export function residentLayouts(
  cell: Cell,
  shape: RecurrentShape,
  device: DeviceProfile,
  pass: 'forward' | 'backward',
): ResidentLayout[] {
  // A second phase would need the weights in registers once more.
  if (cell.phases !== 1 || cell.gradients !== 4) return [];
  return allShares
    .filter(
      (shares) =>
        shape.units * shares <= Math.min(MOST_LANES, mostLanes(device)) &&
        registers(shape, pass, shares) <= device.laneRegisters,
    )
    .map((shares) => `resident-${shares}` as const);
}

/** Elements of the reserve: see `resident.wgsl`. */
export function residentReserveElements({ states }: Cell, shape: RecurrentShape): number {
  const { directions, batch, time, units } = shape;
  return directions * batch * (time + 1) * (states.length + KEPT) * units;
}

/** Rows that a workgroup walks at once, so that the lanes of a vector have work. */
function rowsOf({ batch, units }: RecurrentShape, shares: Shares, { vectorWidth }: DeviceProfile): number {
  return Math.max(1, Math.min(batch, Math.floor(vectorWidth / (units * shares))));
}

/** Workgroups of a backward walk at most: each leaves a sum of all weight gradients. */
const MOST_WORKGROUPS = 256;

/** How a backward walk shares the rows of a direction. */
function backwardGrid(shape: RecurrentShape, shares: Shares, device: DeviceProfile) {
  const rows = rowsOf(shape, shares, device);
  const blocks = Math.ceil(shape.batch / rows);
  const workgroups = Math.min(blocks, MOST_WORKGROUPS / shape.directions);
  return { rows, workgroups, turns: Math.ceil(blocks / workgroups), parts: workgroups * rows };
}

/** Longer walks gain nothing by being one dispatch. */
const MOST_STEPS = 4096;

/** The most time steps that one dispatch walks. */
export function residentChunkSteps(
  cell: Cell,
  shape: RecurrentShape,
  layout: ResidentLayout,
  device: DeviceProfile,
  pass: 'forward' | 'backward',
): number {
  const { turns } = backwardGrid(shape, sharesOf(layout), device);
  const operations = walkCost(cell, shape, pass, 1, false).flops;
  const most = Math.min(
    MOST_STEPS,
    MOST_OPERATIONS_OF_A_DISPATCH / operations,
    SAFE_LOOP_TURNS / (pass === 'forward' ? 1 : turns) - 1,
  );
  return Math.max(1, Math.floor(most));
}

function walkCost(
  { gates, states }: Cell,
  { directions, batch, units, inputDim }: RecurrentShape,
  pass: 'forward' | 'backward',
  steps: number,
  training: boolean,
) {
  const rows = directions * batch * steps;
  const products = pass === 'forward' ? 1 : 2;
  const reserve = training ? (states.length + KEPT) * units : 0;
  return {
    flops: rows * (2 * products * gates * units * (inputDim + units) + 30 * units),
    bytes: 4 * rows * (inputDim + units + reserve),
  };
}

/** What a lane waits for in a walk over `steps` steps. */
function walkChain(
  { units, inputDim }: RecurrentShape,
  shares: Shares,
  device: DeviceProfile,
  pass: 'forward' | 'backward',
  steps: number,
): Chain {
  // From workgroup memory: the operand or da, and the sums of the other lanes where there are no subgroups.
  const operand = pass === 'forward' ? units + inputDim + 1 : units;
  const shuffled = device.subgroups || shares === 1;
  const loads = Math.ceil(operand / shares) + (shuffled ? 0 : shares);
  // A shuffle takes about as long as five other operations.
  const exchange = shuffled ? 6 * Math.log2(shares) : 2;
  return {
    loads: steps * loads,
    barriers: steps * (shuffled ? 1 : 2),
    dependent: steps * (cellChain[pass] + exchange),
  };
}

function parts(cell: Cell, shape: RecurrentShape, shares: Shares, rows: number, device: DeviceProfile) {
  return {
    constants: {
      ...activationCodes(shape),
      DIRECTIONS: shape.directions,
      BACKWARDS: flag(shape.goBackwards),
      HAS_LENGTHS: flag(shape.hasLengths),
    },
    literals: {
      UNITS: unsigned(shape.units),
      INPUT_DIM: unsigned(shape.inputDim),
      ROWS: unsigned(rows),
      SHARES: unsigned(shares),
    },
    modules: {
      cell: cell.shader,
      values: 'one_value',
      ...(device.subgroups && { share_sum: 'subgroup_sum' }),
    },
    lanes: rows * shape.units * shares,
  };
}

/** Bytes of `share_sum`'s workgroup memory. */
function sumBytes(lanes: number, { subgroups }: DeviceProfile): number {
  return subgroups ? 0 : 16 * lanes;
}

export function residentForward(
  cell: Cell,
  shape: RecurrentShape,
  layout: ResidentLayout,
  device: DeviceProfile,
  training: boolean,
  start: number,
  count: number,
): DispatchPass {
  const { directions, batch, time, units, inputDim } = shape;
  const shares = sharesOf(layout);
  const rows = rowsOf(shape, shares, device);
  const { constants, ...rest } = parts(cell, shape, shares, rows, device);
  const padded = shares * Math.ceil((units + inputDim + 1) / shares);
  return dispatch('recurrent_resident', {
    ...rest,
    label: `${cell.name}_resident`,
    constants: { ...constants, TRAINING: flag(training) },
    workgroupBytes: 4 * 2 * rows * padded + sumBytes(rest.lanes, device),
    bindings: forwardBindings(shape),
    workgroups: [Math.ceil(batch / rows), directions, 1],
    uniform: [batch, time, start, count].map(u32),
    cost: walkCost(cell, shape, 'forward', count, training),
    chain: walkChain(shape, shares, device, 'forward', count),
  });
}

/**
 * The backward walk, from the last step to the first, and the sum of the weight gradients that its workgroups leave.
 *
 * @returns the passes, and the elements of the scratch buffer `partial` that they need.
 */
export function residentBackward(
  cell: Cell,
  shape: RecurrentShape,
  layout: ResidentLayout,
  device: DeviceProfile,
): { passes: DispatchPass[]; partialElements: number } {
  const { directions, batch, time, units, inputDim } = shape;
  const shares = sharesOf(layout);
  const grid = backwardGrid(shape, shares, device);
  const { constants, ...rest } = parts(cell, shape, shares, grid.rows, device);
  const padded = shares * Math.ceil(units / shares);
  const most = residentChunkSteps(cell, shape, layout, device, 'backward');
  const chunks = Math.ceil(time / most);
  const allParts = chunks * grid.parts;
  const passes: DispatchPass[] = [];
  for (let chunk = chunks - 1; chunk >= 0; chunk--) {
    const start = chunk * most;
    const count = Math.min(most, time - start);
    const { loads, barriers, dependent } = walkChain(shape, shares, device, 'backward', count);
    passes.push(
      dispatch('recurrent_resident_gradient', {
        ...rest,
        label: `${cell.name}_resident_gradient`,
        constants: { ...constants, INPUT_GRADIENT: flag(wantsInputGradient(shape)) },
        workgroupBytes: 16 * 2 * grid.rows * padded + sumBytes(rest.lanes, device),
        bindings: [
          readWrite('weights'),
          read('x'),
          read(shape.hasLengths ? 'lengths' : 'x'),
          ...['reserve', 'dOutputs'].map(read),
          ...['dState', 'partial', 'dGates'].map(readWrite),
        ],
        workgroups: [grid.workgroups, directions, 1],
        uniform: [batch, time, start, count, chunk * grid.parts, allParts].map(u32),
        cost: walkCost(cell, shape, 'backward', count, true),
        chain: {
          loads: grid.turns * loads,
          barriers: grid.turns * barriers,
          dependent: grid.turns * dependent!,
        },
      }),
    );
  }
  const rows = units + inputDim + 1;
  const columns = cell.gradients * units;
  const sum = reducePartials('partial', 'total', {
    blocks: directions,
    parts: allParts,
    partSize: rows * columns,
    rows,
    columns,
    rowLength: columns,
  });
  return { passes: [...passes, sum], partialElements: directions * allParts * rows * columns };
}

/** Whether the backward pass leaves dGates, from which the gradient of x is computed. */
export function wantsInputGradient({ inputGradient = true }: RecurrentShape): boolean {
  return inputGradient;
}
