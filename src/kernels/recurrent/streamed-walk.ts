/** The dispatches of the streamed layout. */
import { dispatch } from '../webgpu/passes';
import { type Chain, type DeviceProfile, type DispatchPass, flag, u32, unsigned } from '../webgpu/plan';
import { backwardBindings, forwardBindings } from './bindings';
import type { Cell } from './cell';
import { cellChain } from './chain';
import type { RecurrentShape } from './shape';
import { rowGroups } from './sizes';
import {
  rowsOf,
  type StreamedLayout,
  type StreamedTile,
  streamedBytes,
  streamedChunkSteps,
  streamedTile,
  UNITS_TILE,
} from './streamed';
import { walkConstants, walkCost } from './walk';

/** What a lane waits for in a walk over `steps` steps. */
function walkChain(
  shape: RecurrentShape,
  tile: StreamedTile,
  pass: 'forward' | 'backward',
  steps: number,
): Chain {
  const { units, inputDim } = shape;
  const { valueRows, groups, shares, share, kept, lanes } = tile;
  const forward = pass === 'forward';
  const owned = Math.ceil((groups * units) / lanes);
  const inputs = Math.ceil(inputDim / shares);
  // From workgroup memory h, x and what the other lanes have summed; or da, of which a unit of four rows has four vec4s.
  const loads = forward
    ? groups * (share + inputs) + 4 * (shares - 1)
    : groups * valueRows * share + owned * (shares + 7);
  const weights = forward ? share - kept + inputs : (share - kept) * UNITS_TILE;
  const recurringBytes = streamedBytes(shape, tile, pass);
  return {
    loads: steps * loads,
    barriers: steps * (forward && shares === 1 ? 1 : 2),
    dependent: steps * cellChain[pass],
    streamed: { loads: steps * weights, bytes: steps * recurringBytes, recurringBytes },
    registers: tile.registers,
  };
}

function parts(cell: Cell, shape: RecurrentShape, tile: StreamedTile) {
  return {
    literals: {
      UNITS: unsigned(shape.units),
      INPUT_DIM: unsigned(shape.inputDim),
      GROUPS: unsigned(tile.groups),
      SHARES: unsigned(tile.shares),
      KEPT: unsigned(tile.kept),
    },
    modules: { cell: cell.shader, ...(tile.valueRows === 1 && { values: 'one_value' }) },
    lanes: tile.lanes,
    workgroupBytes: tile.workgroupBytes,
  };
}

/** The dispatches of a forward walk, in their order. */
export function streamedForward(
  cell: Cell,
  shape: RecurrentShape,
  layout: StreamedLayout,
  device: DeviceProfile,
  training: boolean,
): DispatchPass[] {
  const { batch, time, directions } = shape;
  const rows = rowsOf(layout);
  const tile = streamedTile(shape, rows, device, 'forward')!;
  const most = streamedChunkSteps(cell, shape, rows, tile);
  // A reserve has rows past the end of the batch, up to a whole vec4.
  const walked = training ? 4 * rowGroups(shape) : batch;
  const passes: DispatchPass[] = [];
  for (let start = 0; start < time; start += most) {
    const count = Math.min(most, time - start);
    passes.push(
      dispatch('recurrent_streamed', {
        ...parts(cell, shape, tile),
        label: `${cell.name}_streamed`,
        constants: { ...walkConstants(shape), TRAINING: flag(training) },
        bindings: forwardBindings(shape),
        workgroups: [Math.ceil(walked / rows), directions, 1],
        uniform: [batch, time, start, count].map(u32),
        cost: walkCost(cell, shape, count, training),
        chain: walkChain(shape, tile, 'forward', count),
      }),
    );
  }
  return passes;
}

/** The dispatches of a backward walk, in their order: from the last step to the first. */
export function streamedBackward(
  cell: Cell,
  shape: RecurrentShape,
  layout: StreamedLayout,
  device: DeviceProfile,
): DispatchPass[] {
  const { batch, time, directions } = shape;
  const rows = rowsOf(layout);
  const tile = streamedTile(shape, rows, device, 'backward')!;
  const most = streamedChunkSteps(cell, shape, rows, tile);
  const passes: DispatchPass[] = [];
  for (let end = time; end > 0; end -= most) {
    const start = Math.max(0, end - most);
    passes.push(
      dispatch('recurrent_streamed_gradient', {
        ...parts(cell, shape, tile),
        label: `${cell.name}_streamed_gradient`,
        constants: walkConstants(shape),
        bindings: backwardBindings(shape),
        workgroups: [Math.ceil((4 * rowGroups(shape)) / rows), directions, 1],
        uniform: [batch, time, start, end - start].map(u32),
        cost: walkCost(cell, shape, end - start, true),
        chain: walkChain(shape, tile, 'backward', end - start),
      }),
    );
  }
  return passes;
}
