/** The passes of a sum of outer products: the gradients of a layer's weights over all steps and rows. */
import { dispatch, read, readWrite, reducePartials } from './passes';
import {
  type Chain,
  type DeviceProfile,
  type DispatchPass,
  MOST_OPERATIONS_OF_A_DISPATCH,
  SAFE_LOOP_TURNS,
  u32,
  unsigned,
} from './plan';

/** One operand: rows of vec4s, see `outer_product.wgsl`. Strides are in vec4s. */
export interface ProductOperand {
  buffer: string;
  rows: number;
  offset: number;
  block: number;
  step: number;
}

export interface ProductShape {
  blocks: number;
  steps: number;
  rowGroups: number;
  left: ProductOperand;
  right: ProductOperand;
}

/** How a kernel does the product; a part is a part of the long axis. */
interface ProductKernel {
  shader: string;
  constants: Record<string, number>;
  literals: Record<string, string>;
  lanes: number;
  workgroupBytes: number;
  /** Rows of the operands that a tile has. */
  tile: { m: number; n: number };
  /** 4 × 4 matrices of sums of an invocation. */
  matrices: number;
  parts: number;
  /** Workgroups for so many tiles. */
  workgroups(tiles: number): number;
  /** Of an invocation. */
  chain: Chain;
}

/**
 * `total[block][m][n] = Σ left[block][m] · right[block][n]` over steps and row groups, in two dispatches, or more where the
 * product would keep a device too long.
 *
 * @returns the passes, and the elements of the scratch buffer `partial` that they need.
 */
export function outerProduct(
  shape: ProductShape,
  partial: string,
  total: string,
  device: DeviceProfile,
): { passes: DispatchPass[]; partialElements: number } {
  const { blocks, steps, rowGroups, left, right } = shape;
  const flops = 2 * 4 * left.rows * right.rows * steps * rowGroups * blocks;
  const pieces = Math.min(steps, Math.ceil(flops / MOST_OPERATIONS_OF_A_DISPATCH));
  const kernel = device.lanes === 'units' ? stagedKernel(shape, pieces) : registerKernel(shape, pieces);
  const { shader, constants, literals, lanes, workgroupBytes, tile, parts, chain } = kernel;
  const tilesM = Math.ceil(left.rows / tile.m);
  const tilesN = Math.ceil(right.rows / tile.n);
  const tiles = tilesM * tilesN;
  const rowLength = tilesN * tile.n;
  const partSize = tilesM * tile.m * rowLength;
  const length = steps * rowGroups * blocks;
  const stored = 4 * partSize * parts * blocks;
  const bytes = 16 * (tile.m + tile.n) * tiles * length + stored;
  const distinctBytes = 16 * (left.rows + right.rows) * length + stored;
  /** The parts from `first` on. */
  const product = (first: number, count: number): DispatchPass =>
    dispatch(shader, {
      constants,
      literals,
      lanes,
      workgroupBytes,
      bindings: [read(left.buffer), read(right.buffer), readWrite(partial)],
      workgroups: [kernel.workgroups(tiles * count), blocks, 1],
      uniform: [
        ...[left.rows, right.rows, steps, rowGroups],
        ...[left.offset, left.block, left.step],
        ...[right.offset, right.block, right.step],
        ...[parts, kernel.matrices, first],
      ].map(u32),
      cost: { flops: (flops * count) / parts, bytes: (bytes * count) / parts },
      chain: { ...chain, distinctBytes: (distinctBytes * count) / parts },
    });
  const partsOfAPiece = Math.floor(parts / pieces);
  const products: DispatchPass[] = [];
  for (let first = 0; first < parts; first += partsOfAPiece) {
    products.push(product(first, Math.min(partsOfAPiece, parts - first)));
  }
  const sum = reducePartials(partial, total, {
    blocks,
    parts,
    partSize,
    rows: left.rows,
    columns: right.rows,
    rowLength,
  });
  return { passes: [...products, sum], partialElements: blocks * parts * partSize };
}

/**
 * On an adapter that runs on a CPU a load costs as much as dozens of multiply-adds, whatever the cache: there the tile of an
 * invocation is as large as compile time allows (36 × 16 takes 1.3 s, cold, on llvmpipe), and as even as the rows allow.
 */
function registerKernel(
  { blocks, steps, rowGroups, left, right }: ProductShape,
  pieces: number,
): ProductKernel {
  const tile = { m: 4 * Math.ceil(left.rows / Math.ceil(left.rows / 36) / 4), n: 16 };
  const tiles = Math.ceil(left.rows / tile.m) * Math.ceil(right.rows / tile.n);
  // Enough parts for the vector lanes of a CPU's cores, but at least eight vec4s of work for each invocation …
  const most = Math.max(1, Math.floor((steps * rowGroups) / 8));
  const wanted = Math.ceil(64 / (tiles * blocks));
  // … and never so much that llvmpipe would end the loops early.
  const least = Math.ceil((steps * (rowGroups + 1)) / SAFE_LOOP_TURNS);
  const parts = Math.min(steps, Math.max(least, pieces, Math.min(most, wanted)));
  const lanes = 8;
  return {
    shader: 'outer_product',
    constants: { WORKGROUP: lanes },
    literals: { TILE_M: unsigned(tile.m), TILE_N: unsigned(tile.n) },
    lanes,
    workgroupBytes: 0,
    tile,
    matrices: (tile.m * tile.n) / 16,
    parts,
    workgroups: (tiles) => Math.ceil(tiles / lanes),
    chain: { loads: Math.ceil(steps / parts) * rowGroups * (tile.m + tile.n), barriers: 0 },
  };
}

/** Workgroups that fill a large GPU. */
const ENOUGH_WORKGROUPS = 128;
/** See `outer_product_staged.wgsl`. */
const DEPTH = 4;

/** On a GPU a tile of a workgroup is staged in its memory: as high as the rows fill. */
function stagedKernel(
  { blocks, steps, rowGroups, left, right }: ProductShape,
  pieces: number,
): ProductKernel {
  const matricesM = left.rows % 64 > 0 && left.rows % 64 <= 32 ? 1 : 2;
  const tile = { m: 32 * matricesM, n: 64 };
  const tiles = Math.ceil(left.rows / tile.m) * Math.ceil(right.rows / tile.n);
  const length = steps * rowGroups;
  // At least sixteen copies of a tile for each workgroup, but no more turns than llvmpipe takes.
  const most = Math.max(1, Math.floor(length / (16 * DEPTH)));
  const wanted = Math.ceil(ENOUGH_WORKGROUPS / (tiles * blocks));
  const turnsOfADepth = (DEPTH + 2) / DEPTH;
  const least = Math.ceil((length * turnsOfADepth) / SAFE_LOOP_TURNS);
  const parts = Math.max(least, pieces, Math.min(most, wanted));
  const turns = Math.ceil(length / parts / DEPTH);
  return {
    shader: 'outer_product_staged',
    constants: {},
    literals: { MATRICES_M: unsigned(matricesM) },
    lanes: 64,
    workgroupBytes: 16 * DEPTH * (tile.m + 1 + tile.n + 1),
    tile,
    matrices: 2 * matricesM,
    parts,
    workgroups: (tiles) => tiles,
    // Of what is staged, a lane reads four rows for each matrix.
    chain: { loads: turns * DEPTH * (4 * matricesM + 8), barriers: 2 * turns },
  };
}
