import {
  type DeviceProfile,
  MOST_OPERATIONS_OF_A_DISPATCH,
  MOST_OPERATIONS_OF_A_WORKGROUP,
  mostLanes,
  SAFE_LOOP_TURNS,
} from '../webgpu/plan';
import { largestDivisor } from '../webgpu/tiles';
import type { Cell } from './cell';
import { isResident, type ResidentLayout, residentLayouts } from './resident';
import type { RecurrentShape } from './shape';
import { type StreamedLayout, streamedLayouts } from './streamed';

/**
 * How a walk over time is laid out.
 * 'rows': sequence family, an invocation owns register tiles of several batch rows (`recurrent_rows.wgsl`);
 * 'units': sequence family, a workgroup walks four batch rows, lanes over units (`recurrent_units.wgsl`);
 * 'resident-1' to 'resident-4': sequence family, a workgroup walks a row with its weights in registers, so many lanes to a unit
 * (`recurrent_resident.wgsl`);
 * 'streamed-1' to 'streamed-8': sequence family, a workgroup walks so many batch rows, and loads in each step what weights do not fit
 * into its registers (`recurrent_streamed.wgsl`);
 * 'alternating': step family, one dispatch per time step (`recurrent_alternating.wgsl`).
 */
export type Layout = SharedLayout | ResidentLayout;

/** The layouts that share one form of the reserve. */
export type SharedLayout = PlainLayout | StreamedLayout;
export type PlainLayout = 'rows' | 'units' | 'alternating';

/** How a training forward pass lays out what its backward pass reads: `reserve.wgsl` or `resident.wgsl`. */
export type ReserveFormat = 'shared' | 'resident';

export function reserveFormat(layout: Layout): ReserveFormat {
  return isResident(layout) ? 'resident' : 'shared';
}

export type WalkPass = 'forward' | 'backward';

/** The backward pass over rows keeps dh and dc in private arrays; more units compile too slowly in software. */
const MOST_ROWS_UNITS = 128;

/**
 * The layouts of a family that a device can run for a shape, the preferred one first. The reserve's form of the first one is the
 * same for both passes of a training step.
 *
 * @param training false for a forward pass that leaves no reserve
 */
export function recurrentLayouts(
  cell: Cell,
  shape: RecurrentShape,
  device: DeviceProfile,
  pass: WalkPass,
  training = true,
): Layout[] {
  const { family, units } = shape;
  const layouts: Layout[] = [];
  if (family !== 'step') {
    // A reserve that no other pass could write or read would be of no use.
    const otherPass = pass === 'forward' ? 'backward' : 'forward';
    const usable = !training || residentLayouts(cell, shape, device, otherPass).length > 0;
    const resident = usable ? residentLayouts(cell, shape, device, pass) : [];
    if (device.lanes === 'units') layouts.push(...resident);
    const streamed = streamedLayouts(cell, shape, device, pass);
    const first = prefersStreamed(device, pass);
    if (first) layouts.push(...streamed);
    // The backward pass keeps four vec4s a unit in workgroup memory.
    if (64 * units <= device.maxComputeWorkgroupStorageSize) layouts.push('units');
    if (!first) layouts.push(...streamed);
    if (rowsFit(cell, shape, device, pass)) {
      if (device.lanes === 'rows') layouts.unshift('rows');
      else layouts.push('rows');
    }
    if (device.lanes === 'rows') layouts.push(...resident);
  }
  if (family !== 'sequence') layouts.push('alternating');
  return layouts;
}

/**
 * By the cost model (docs/performance.md), not by a measurement: forward where lanes have registers for much of the weights,
 * backward on every GPU, because there a value from workgroup memory serves four units in place of one.
 */
function prefersStreamed({ lanes, laneRegisters }: DeviceProfile, pass: WalkPass): boolean {
  return lanes === 'units' && (pass === 'backward' || laneRegisters >= 255);
}

/**
 * @throws Error when the sequence family is forced for more units than fit into the device's workgroup memory.
 */
export function chooseLayout(
  cell: Cell,
  shape: RecurrentShape,
  device: DeviceProfile,
  pass: WalkPass,
  training = true,
): Layout {
  const [layout] = recurrentLayouts(cell, shape, device, pass, training);
  if (!layout) {
    throw new Error(
      `${cell.name}: the sequence family needs ${64 * shape.units} bytes of workgroup memory for ${shape.units} units, but ` +
        `this device has ${device.maxComputeWorkgroupStorageSize}. Use the step family, or leave the choice to the plan.`,
    );
  }
  return layout;
}

function rowsFit({ phases }: Cell, shape: RecurrentShape, device: DeviceProfile, pass: WalkPass): boolean {
  const { units } = shape;
  if (units % 4 !== 0) return false;
  if (pass === 'backward') return units <= MOST_ROWS_UNITS;
  const { lanes, groups } = forwardTile(shape, device);
  return (
    lanes <= mostLanes(device) &&
    forwardRowsBytes(phases, units, groups) <= device.maxComputeWorkgroupStorageSize
  );
}

/** h twice and, with a second phase, what is exchanged. */
export function forwardRowsBytes(phases: number, units: number, groups: number): number {
  return 16 * (1 + phases) * units * groups;
}

/** How `recurrent_rows.wgsl` shares the work. */
export interface ForwardTile {
  /** vec4s of units, and of rows, of an invocation. */
  units: number;
  rows: number;
  /** How many tiles of rows a workgroup has; it has all units. */
  rowSets: number;
  /** Invocations of a workgroup. */
  lanes: number;
  /** Row groups of a workgroup. */
  groups: number;
}

/**
 * On a CPU the tile is 8 units × 8 rows, 512 sums: more of them mainly lengthen compilation (5.7 s against 2.2 s on
 * llvmpipe, 15 % faster). A GPU has registers for one 4 × 4 matrix a gate, 64 sums. Workgroups have no rows past the
 * end: a lane that left early would leave the others waiting at the barrier.
 */
export function forwardTile({ batch, units }: RecurrentShape, device: DeviceProfile): ForwardTile {
  const rowGroups = Math.ceil(batch / 4);
  const large = device.lanes === 'rows';
  const tileUnits = large && units % 8 === 0 ? 2 : 1;
  const rows = large && rowGroups % 2 === 0 ? 2 : 1;
  const unitSets = units / (4 * tileUnits);
  // One vector of lanes, or what a GPU needs to hide the latency of its memory.
  const wanted = Math.max(1, Math.floor((large ? device.vectorWidth : 64) / unitSets));
  const rowSets = largestDivisor(rowGroups / rows, wanted);
  return { units: tileUnits, rows, rowSets, lanes: unitSets * rowSets, groups: rowSets * rows };
}

/** The tile of an invocation of `recurrent_rows_gradient.wgsl`, in vec4s of units and of rows. */
export function backwardTile(
  { batch, units }: RecurrentShape,
  device: DeviceProfile,
): { units: number; rows: number } {
  const rowGroups = Math.ceil(batch / 4);
  if (device.lanes === 'units') return { units: 1, rows: 1 };
  // Two row groups share each weight where enough of them are left to fill the vectors.
  const rows = rowGroups % 2 === 0 && rowGroups / 2 >= device.vectorWidth ? 2 : 1;
  // Half the units would be a seventh faster on llvmpipe, but reach its limit of loop turns before 500 steps of 32 units.
  return { units: largestDivisor(units / 4, 4), rows };
}

/** Operations of one dispatch are bounded, too, because drivers kill a shader that runs for seconds. */
const MOST_STEPS = 512;

/** The most loop turns that an invocation of a sequence kernel takes for one step, forward or backward. */
function loopTurns(
  { phases }: Cell,
  shape: RecurrentShape,
  layout: PlainLayout,
  device: DeviceProfile,
): number {
  const { inputDim, units } = shape;
  if (layout === 'rows') {
    // A loop's last look at its condition counts as a turn, too.
    const forward = phases * (units / 4 + 1) + (inputDim + 1) + 1;
    const tiles = units / (4 * backwardTile(shape, device).units);
    const backward = units + 1 + phases * (tiles + 1 + tiles * (units + 1)) + 1;
    return Math.max(forward, backward);
  }
  const unitsPerLane = Math.ceil(units / unitsWorkgroup(units, device));
  return unitsPerLane * (phases * (units + 2) + inputDim + 4) + inputDim + 1;
}

/** The most time steps that one dispatch of a sequence kernel walks, but for the resident ones. */
export function chunkSteps(
  cell: Cell,
  shape: RecurrentShape,
  layout: PlainLayout,
  device: DeviceProfile,
): number {
  const { directions, batch, inputDim, units } = shape;
  const operationsOfARow = 2 * cell.gates * units * (inputDim + units);
  // Besides the steps, a dispatch loads and stores the state.
  const turns = SAFE_LOOP_TURNS - 16 * units;
  const most = Math.min(
    MOST_OPERATIONS_OF_A_WORKGROUP / (4 * operationsOfARow),
    MOST_OPERATIONS_OF_A_DISPATCH / (directions * batch * operationsOfARow),
    turns / loopTurns(cell, shape, layout, device),
  );
  return Math.max(1, Math.min(MOST_STEPS, Math.floor(most)));
}

/** Lanes over units: as many as there are, up to what a workgroup may have; each takes several if need be. */
export function unitsWorkgroup(units: number, device: DeviceProfile): number {
  return Math.min(256, mostLanes(device), Math.ceil(units / 4) * 4);
}
