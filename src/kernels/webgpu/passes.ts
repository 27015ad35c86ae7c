/** Small pass builders that several ops share. */
import {
  type BindingRef,
  type Chain,
  type ClearPass,
  type CopyPass,
  type Cost,
  type DeviceProfile,
  type DispatchPass,
  MOST_OPERATIONS_OF_A_DISPATCH,
  SAFE_LOOP_TURNS,
  type UniformValue,
  u32,
  unsigned,
} from './plan';

export const read = (buffer: string): BindingRef => ({ buffer, access: 'read' });
export const readWrite = (buffer: string): BindingRef => ({ buffer, access: 'read-write' });
export const uniform = (buffer: string): BindingRef => ({ buffer, access: 'uniform' });

export function copy(
  from: string,
  fromOffset: number,
  to: string,
  toOffset: number,
  elements: number,
): CopyPass {
  return { kind: 'copy', from, fromOffset, to, toOffset, elements };
}

export function clear(buffer: string, offset: number, elements: number): ClearPass {
  return { kind: 'clear', buffer, offset, elements };
}

export interface DispatchOptions {
  /** Default: the shader's name. */
  label?: string;
  constants?: Record<string, number>;
  literals?: Record<string, string>;
  modules?: Record<string, string>;
  bindings: BindingRef[];
  workgroups: [number, number, number];
  /** Default: the constant WORKGROUP. */
  lanes?: number;
  /** Default: none. */
  workgroupBytes?: number;
  uniform?: UniformValue[];
  cost: Cost;
  chain?: Chain;
}

export function dispatch(shader: string, options: DispatchOptions): DispatchPass {
  const { constants = {}, literals = {}, modules = {}, lanes = constants.WORKGROUP ?? 1 } = options;
  const { workgroupBytes = 0 } = options;
  return {
    kind: 'dispatch',
    label: shader,
    shader,
    ...options,
    constants,
    literals,
    modules,
    lanes,
    workgroupBytes,
  };
}

const MAXIMUM_GRID = 32768;

/**
 * Workgroups for `invocations` in a row. A grid wider than the limit of a dimension continues in y; such shaders
 * compute their index as `id.x + id.y * groups.x * WORKGROUP`.
 */
export function grid(invocations: number, workgroup: number): [number, number, number] {
  const count = Math.max(1, Math.ceil(invocations / workgroup));
  if (count <= MAXIMUM_GRID) return [count, 1, 1];
  return [MAXIMUM_GRID, Math.ceil(count / MAXIMUM_GRID), 1];
}

/** One operand of an outer product: rows of vec4s, see `outer_product.wgsl`. Strides are in vec4s. */
export interface ProductOperand {
  buffer: string;
  rows: number;
  offset: number;
  block: number;
  step: number;
}

/** The part of the product that an invocation of `outer_product.wgsl` keeps in registers. */
export interface ProductTile {
  m: number;
  n: number;
}

/**
 * A GPU has some 128 registers for an invocation before it runs fewer of them at once, and caches that many invocations
 * share. On an adapter that runs on a CPU a load costs as much as dozens of multiply-adds, whatever the cache: there the
 * tile is as large as compile time allows (36 × 16 takes 1.3 s, cold, on llvmpipe), and as even as the rows allow.
 */
export function productTile(rows: number, device: DeviceProfile): ProductTile {
  if (device.lanes === 'units') return { m: 8, n: 16 };
  const tiles = Math.ceil(rows / 36);
  return { m: 4 * Math.ceil(rows / tiles / 4), n: 16 };
}

/** Invocations of a product that fill a device: a large GPU, or the vector lanes of a CPU's cores. */
const productInvocations = { units: 2048, rows: 64 };

/**
 * `total[block][m][n] = Σ left[block][m] · right[block][n]` over steps and row groups, in two dispatches, or more where the
 * product would keep a device too long.
 *
 * @returns the passes, and the elements of the scratch buffer `partial` that they need.
 */
export function outerProduct(
  shape: { blocks: number; steps: number; rowGroups: number; left: ProductOperand; right: ProductOperand },
  partial: string,
  total: string,
  device: DeviceProfile,
): { passes: DispatchPass[]; partialElements: number } {
  const { blocks, steps, rowGroups, left, right } = shape;
  const tile = productTile(left.rows, device);
  const tilesM = Math.ceil(left.rows / tile.m);
  const tilesN = Math.ceil(right.rows / tile.n);
  const tiles = tilesM * tilesN;
  // Enough parts to fill the device, but at least eight vec4s of work for each invocation.
  const most = Math.max(1, Math.floor((steps * rowGroups) / 8));
  // … and never so much that llvmpipe would end the loops early.
  const least = Math.ceil((steps * (rowGroups + 1)) / SAFE_LOOP_TURNS);
  const wanted = Math.ceil(productInvocations[device.lanes] / (tiles * blocks));
  const flops = 2 * 4 * left.rows * right.rows * steps * rowGroups * blocks;
  const pieces = Math.min(steps, Math.ceil(flops / MOST_OPERATIONS_OF_A_DISPATCH));
  const splits = Math.min(steps, Math.max(least, pieces, Math.min(most, wanted)));
  const workgroup = device.lanes === 'units' ? 64 : 8;
  const rowLength = tilesN * tile.n;
  const partSize = tilesM * tile.m * rowLength;
  const bytes = 16 * (tile.m + tile.n) * tiles * steps * rowGroups * blocks + 4 * partSize * splits * blocks;
  const distinctBytes =
    16 * (left.rows + right.rows) * steps * rowGroups * blocks + 4 * partSize * splits * blocks;
  /** The parts from `first` on. */
  const product = (first: number, count: number): DispatchPass =>
    dispatch('outer_product', {
      constants: { WORKGROUP: workgroup },
      literals: { TILE_M: unsigned(tile.m), TILE_N: unsigned(tile.n) },
      bindings: [read(left.buffer), read(right.buffer), readWrite(partial)],
      workgroups: [Math.ceil((tiles * count) / workgroup), blocks, 1],
      uniform: [
        left.rows,
        right.rows,
        steps,
        rowGroups,
        left.offset,
        left.block,
        left.step,
        right.offset,
        right.block,
        right.step,
        splits,
        (tile.m * tile.n) / 16,
        first,
      ].map(u32),
      cost: { flops: (flops * count) / splits, bytes: (bytes * count) / splits },
      chain: {
        loads: Math.ceil(steps / splits) * rowGroups * (tile.m + tile.n),
        barriers: 0,
        distinctBytes: (distinctBytes * count) / splits,
      },
    });
  const partsOfAPiece = Math.floor(splits / pieces);
  const products: DispatchPass[] = [];
  for (let first = 0; first < splits; first += partsOfAPiece) {
    products.push(product(first, Math.min(partsOfAPiece, splits - first)));
  }
  const sum = reducePartials(partial, total, {
    blocks,
    parts: splits,
    partSize,
    rows: left.rows,
    columns: right.rows,
    rowLength,
  });
  return { passes: [...products, sum], partialElements: blocks * splits * partSize };
}

/** Sizes in elements; see `reduce_partials.wgsl`. */
export interface Partials {
  blocks: number;
  parts: number;
  partSize: number;
  rows: number;
  columns: number;
  rowLength: number;
}

/** `total[block][row][column] = Σ_part partial[block][part][row][column]` */
export function reducePartials(partial: string, total: string, partials: Partials): DispatchPass {
  const { blocks, parts, partSize, rows, columns, rowLength } = partials;
  const size = rows * columns;
  return dispatch('reduce_partials', {
    constants: { WORKGROUP: 64 },
    bindings: [read(partial), readWrite(total)],
    workgroups: grid(blocks * size, 64),
    uniform: [blocks, parts, partSize, rows, columns, rowLength].map(u32),
    cost: { flops: blocks * parts * size, bytes: 4 * blocks * (parts + 1) * size },
  });
}
