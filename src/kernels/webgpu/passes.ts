/** Small pass builders that several ops share. */
import {
  type BindingRef,
  type Chain,
  type ClearPass,
  type CopyPass,
  type Cost,
  type DispatchPass,
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
