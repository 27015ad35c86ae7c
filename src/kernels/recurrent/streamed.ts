/** The streamed layout of a walk: how a workgroup is made up, and which weights stay in registers. */
import {
  type DeviceProfile,
  MOST_OPERATIONS_OF_A_DISPATCH,
  MOST_OPERATIONS_OF_A_WORKGROUP,
  mostLanes,
  SAFE_LOOP_TURNS,
} from '../webgpu/plan';
import type { Cell } from './cell';
import type { RecurrentShape } from './shape';

/** Batch rows of a workgroup: see `recurrent_streamed.wgsl`. */
export type StreamedRows = 1 | 4 | 8;
export type StreamedLayout = `streamed-${StreamedRows}`;

const allRows: readonly StreamedRows[] = [1, 4, 8];

export function isStreamed(layout: string): layout is StreamedLayout {
  return layout.startsWith('streamed-');
}

export function rowsOf(layout: StreamedLayout): StreamedRows {
  return Number(layout.slice('streamed-'.length)) as StreamedRows;
}

/** Of fewer units all weights fit into the registers or into the first cache; of more, too few would stay. */
const LEAST_UNITS = 33;
const MOST_UNITS = 256;
/** As many lanes as can have 255 registers each on NVIDIA's GPUs. */
const MOST_LANES = 256;
/** Registers that a lane needs besides weights and sums: addresses, and what the cell computes. */
const OTHER_REGISTERS = 64;
/** On a CPU there are no registers to keep weights in, and each one in the code costs compile time. */
const KEPT_ON_CPU = 4;
/** See `recurrent_streamed_gradient.wgsl`. */
export const UNITS_TILE = 4;

/** How a workgroup is made up. */
export interface StreamedTile {
  /** Batch rows of a value, 1 or 4, and values of a workgroup. */
  valueRows: 1 | 4;
  groups: 1 | 2;
  /** Lanes that share a unit. */
  shares: number;
  /** Units of a lane's share, and those of them whose weights stay in registers. */
  share: number;
  kept: number;
  lanes: number;
  workgroupBytes: number;
  /** Of a lane, about. */
  registers: number;
}

/** @returns undefined where the device has too few lanes or too little workgroup memory */
export function streamedTile(
  shape: RecurrentShape,
  rows: StreamedRows,
  device: DeviceProfile,
  pass: 'forward' | 'backward',
): StreamedTile | undefined {
  const { units, inputDim } = shape;
  const valueRows = rows === 1 ? 1 : 4;
  const groups = rows === 8 ? 2 : 1;
  const forward = pass === 'forward';
  const lanesOfAShare = forward ? units : Math.ceil(units / UNITS_TILE);
  const most = Math.min(MOST_LANES, mostLanes(device));
  for (let shares = Math.min(forward ? 4 : 16, Math.floor(most / lanesOfAShare)); shares > 0; shares--) {
    const share = Math.ceil(units / shares);
    const padded = share * shares;
    const value = 4 * valueRows;
    const sums = shares > 1 ? groups * (shares - 1) * 4 * units : 1;
    const workgroupBytes = forward
      ? value * (2 * groups * (padded + inputDim) + sums)
      : value * (4 * groups * padded + shares * groups * units);
    if (workgroupBytes > device.maxComputeWorkgroupStorageSize) continue;
    const lanes = lanesOfAShare * shares;
    const owned = Math.ceil((groups * units) / lanes);
    // Forward the sums and c; backward the sums, and of each unit that a lane owns its gradients and what is fetched.
    const others = OTHER_REGISTERS + (forward ? 5 * rows : UNITS_TILE * rows + 10 * valueRows * owned);
    const ofAUnit = forward ? 4 : 4 * UNITS_TILE;
    const room = Math.floor((device.laneRegisters - others) / ofAUnit);
    const kept = Math.max(1, Math.min(share, device.lanes === 'rows' ? KEPT_ON_CPU : room));
    return {
      valueRows,
      groups,
      shares,
      share,
      kept,
      lanes,
      workgroupBytes,
      registers: others + ofAUnit * kept,
    };
  }
  return undefined;
}

/** Bytes that a workgroup loads in each step. */
export function streamedBytes(
  { units, inputDim }: RecurrentShape,
  { share, kept, shares }: StreamedTile,
  pass: 'forward' | 'backward',
): number {
  const streamed = Math.max(0, Math.min(units, shares * (share - kept)));
  return 16 * units * (streamed + (pass === 'forward' ? inputDim + 1 : 0));
}

/** What the first cache of NVIDIA's and AMD's GPUs of today holds for sure beside the workgroup memory; others have a small one. */
const NEAR_BYTES = 96 * 1024;
/** Workgroups of so many rows that a GPU should have at most, where the weights come from the first and from the second cache. */
const mostWorkgroups = { near: { 1: 128, 4: 128, 8: Infinity }, far: { 1: 16, 4: 64, 8: Infinity } } as const;

/**
 * The streamed layouts that a device can run for a pass, the preferred one first: one row a workgroup while a GPU has room for all
 * of them. Where the weights come from the second cache, which all workgroups share, each load has to serve more rows.
 */
export function streamedLayouts(
  cell: Cell,
  shape: RecurrentShape,
  device: DeviceProfile,
  pass: 'forward' | 'backward',
): StreamedLayout[] {
  // A second phase would need the weights once more.
  if (cell.phases !== 1 || cell.gradients !== 4) return [];
  if (shape.units < LEAST_UNITS || shape.units > MOST_UNITS) return [];
  const possible = allRows.flatMap((rows) => {
    const tile = streamedTile(shape, rows, device, pass);
    if (!tile) return [];
    const isNear = device.laneRegisters >= 255 && streamedBytes(shape, tile, pass) <= NEAR_BYTES;
    const most = mostWorkgroups[isNear ? 'near' : 'far'][rows];
    return [{ rows, suits: (shape.directions * shape.batch) / rows <= most }];
  });
  const preferred = possible.find(({ suits }) => suits) ?? possible.at(-1);
  const others = possible.filter((each) => each !== preferred);
  return [...(preferred ? [preferred] : []), ...others].map(({ rows }) => `streamed-${rows}` as const);
}

/** Longer walks gain nothing by being one dispatch. */
const MOST_STEPS = 4096;

/** The most time steps that one dispatch walks. */
export function streamedChunkSteps(
  cell: Cell,
  shape: RecurrentShape,
  rows: StreamedRows,
  tile: StreamedTile,
): number {
  const { directions, batch, inputDim, units } = shape;
  const operationsOfARow = 2 * cell.gates * units * (inputDim + units);
  const turnsOfAStep = tile.share + inputDim + 4;
  const most = Math.min(
    MOST_STEPS,
    MOST_OPERATIONS_OF_A_WORKGROUP / (rows * operationsOfARow),
    MOST_OPERATIONS_OF_A_DISPATCH / (directions * batch * operationsOfARow),
    SAFE_LOOP_TURNS / turnsOfAStep,
  );
  return Math.max(1, Math.floor(most));
}
