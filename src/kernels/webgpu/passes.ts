/** Small pass builders that several ops share. */
import {
  type BindingRef,
  type ClearPass,
  type CopyPass,
  type Cost,
  type DispatchPass,
  SAFE_LOOP_TURNS,
  type UniformValue,
  u32,
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
  constants?: Record<string, number>;
  literals?: Record<string, string>;
  bindings: BindingRef[];
  workgroups: [number, number, number];
  uniform?: UniformValue[];
  cost: Cost;
}

export function dispatch(shader: string, options: DispatchOptions): DispatchPass {
  return { kind: 'dispatch', label: shader, shader, constants: {}, literals: {}, ...options };
}

const MAXIMUM_GRID = 32768;

/**
 * Workgroups for `invocations` in a row. A grid wider than a dimension may be goes on in y; such shaders compute their
 * index as `id.x + id.y * groups.x * WORKGROUP`.
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

/** The tile that `outer_product.wgsl` spells out. */
const TILE_M = 8;
const TILE_N = 16;

/**
 * `total[block][m][n] = Σ left[block][m] · right[block][n]` over steps and row groups, in two dispatches.
 *
 * @returns the passes, and the elements of the scratch buffer `partial` that they need.
 */
export function outerProduct(
  shape: { blocks: number; steps: number; rowGroups: number; left: ProductOperand; right: ProductOperand },
  partial: string,
  total: string,
): { passes: DispatchPass[]; partialElements: number } {
  const { blocks, steps, rowGroups, left, right } = shape;
  const tiles = Math.ceil(left.rows / TILE_M) * Math.ceil(right.rows / TILE_N);
  // Enough parts to fill a large device, but at least eight vec4s of work for each invocation.
  const most = Math.max(1, Math.floor((steps * rowGroups) / 8));
  // … and never so much that llvmpipe would end the loops early: see DeviceProfile.maxLoopTurns.
  const least = Math.ceil((steps * (rowGroups + 1)) / SAFE_LOOP_TURNS);
  const splits = Math.min(steps, Math.max(least, Math.min(most, Math.ceil(2048 / (tiles * blocks)))));
  const workgroup = 64;
  const size = left.rows * right.rows;
  const product = dispatch('outer_product', {
    constants: { WORKGROUP: workgroup },
    bindings: [read(left.buffer), read(right.buffer), readWrite(partial)],
    workgroups: [Math.ceil((tiles * splits) / workgroup), blocks, 1],
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
    ].map(u32),
    cost: {
      flops: 2 * 4 * size * steps * rowGroups * blocks,
      bytes: 16 * (TILE_M + TILE_N) * tiles * steps * rowGroups * blocks + 4 * size * splits * blocks,
    },
  });
  const sum = reducePartials(partial, total, { blocks, parts: splits, size });
  return { passes: [product, sum], partialElements: blocks * splits * size };
}

/** `total[block][i] = Σ_part partial[block][part][i]` */
export function reducePartials(
  partial: string,
  total: string,
  { blocks, parts, size }: { blocks: number; parts: number; size: number },
): DispatchPass {
  return dispatch('reduce_partials', {
    constants: { WORKGROUP: 64 },
    bindings: [read(partial), readWrite(total)],
    workgroups: grid(blocks * size, 64),
    uniform: [blocks, parts, size].map(u32),
    cost: { flops: blocks * parts * size, bytes: 4 * blocks * (parts + 1) * size },
  });
}
