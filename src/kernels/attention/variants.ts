import type { AttentionScore } from '../names';
import { type DeviceProfile, SAFE_LOOP_TURNS } from '../webgpu/plan';
import { largestDivisor } from '../webgpu/tiles';

export interface AttentionShape {
  batch: number;
  time: number;
  features: number;
  /** Attention units of the additive score; 0 with the dot score. */
  units: number;
  score: AttentionScore;
  hasLengths: boolean;
}

/**
 * How the walk over time is laid out.
 * 'rows': an invocation walks a stretch of a row alone (`attention_rows.wgsl`);
 * 'units': a workgroup does, lanes over attention units and features (`attention_units.wgsl`).
 */
export type AttentionLayout = 'rows' | 'units';

export const ATTENTION_WORKGROUP = 64;

/** A larger private array spills on a GPU and takes long to compile in software. */
const MOST_ROWS_FEATURES = 256;

/** The layouts that a device can run for a shape, the preferred one first. */
export function attentionLayouts(shape: AttentionShape, device: DeviceProfile): AttentionLayout[] {
  const { features } = shape;
  const { unitsBy4, querySize } = sizesOf(shape);
  // The backward pass keeps a vec4 for each feature, attention unit and lane.
  const memory = 16 * (features + querySize + ATTENTION_WORKGROUP);
  const layouts: AttentionLayout[] = [];
  if (memory <= device.maxComputeWorkgroupStorageSize) layouts.push('units');
  if (features % 4 === 0 && features <= MOST_ROWS_FEATURES && 4 * unitsBy4 <= MOST_ROWS_FEATURES) {
    if (device.lanes === 'rows') layouts.unshift('rows');
    else layouts.push('rows');
  }
  return layouts;
}

/** @throws Error when no layout runs on the device. */
export function chooseLayout(shape: AttentionShape, device: DeviceProfile): AttentionLayout {
  const [layout] = attentionLayouts(shape, device);
  if (!layout) {
    throw new Error(
      `attentionPool: ${shape.features} features and ${shape.units} attention units need more workgroup memory than ` +
        `the ${device.maxComputeWorkgroupStorageSize} bytes of this device. Use fewer of either.`,
    );
  }
  return layout;
}

export interface AttentionSizes {
  /** Attention units / 4, rounded up; 1 with the dot score. */
  unitsBy4: number;
  /** Elements of the query, padded to fours. */
  querySize: number;
  /** Length of a row of the reserve and of the products' operands, in vec4s of four steps. */
  paddedQuads: number;
}

export function sizesOf({ time, features, units, score }: AttentionShape): AttentionSizes {
  const dot = score === 'dot';
  return {
    unitsBy4: dot ? 1 : Math.ceil(units / 4),
    querySize: 4 * Math.ceil((dot ? features : units) / 4),
    paddedQuads: 4 * Math.ceil(time / STEP_BLOCK),
  };
}

/** What training leaves for the backward pass: tanh of the additive score, see `attention_rows.wgsl`; else one vec4. */
export function reserveElements(shape: AttentionShape): number {
  const { unitsBy4, paddedQuads } = sizesOf(shape);
  return shape.score === 'additive' ? shape.batch * 4 * unitsBy4 * paddedQuads * 4 : 4;
}

/** Every layout works on whole blocks of this many steps, or on parts of one. */
const STEP_BLOCK = 16;
/** Enough invocations to fill a large device. */
const WANTED_STRETCHES = 1024;

/** The register tiles of `attention_rows.wgsl` and its gradient. */
export interface RowsTile {
  /** Groups of four time steps that an invocation works on at once. */
  quads: number;
  /** vec4s of attention units, forward. */
  units: number;
  /** vec4s of features, backward. */
  features: number;
}

/**
 * On a CPU a load costs as much as dozens of multiply-adds, so the tiles are large: 16 steps × 16 units or features
 * on SwiftShader; on llvmpipe, with vectors of eight, half the steps, and backward half the features, are as fast or
 * faster, and compile in half the time. A GPU has registers for four 4 × 4 matrices besides the rest.
 */
export function rowsTile(shape: AttentionShape, { lanes, vectorWidth }: DeviceProfile): RowsTile {
  const long = lanes === 'rows' && vectorWidth >= 8;
  return {
    quads: lanes === 'units' ? 1 : long ? 2 : 4,
    units: largestDivisor(sizesOf(shape).unitsBy4, 4),
    features: largestDivisor(shape.features / 4, long ? 2 : 4),
  };
}

/** How time is cut: every batch row into `stretches` of `stretch` steps, a multiple of 16. */
export function stretchesOf(shape: AttentionShape): { stretches: number; stretch: number } {
  const { batch, time, features } = shape;
  const wanted = Math.max(1, Math.ceil(WANTED_STRETCHES / batch));
  // Loop turns of sixteen steps in the layout that takes most, four steps at once and one vec4 of features.
  const units = 4 * sizesOf(shape).unitsBy4;
  const turns = 4 * (units + 2 * features + (features / 4) * (units + 32));
  const longest = Math.max(1, Math.floor(SAFE_LOOP_TURNS / turns)) * STEP_BLOCK;
  const stretch = Math.min(longest, Math.ceil(time / wanted / STEP_BLOCK) * STEP_BLOCK);
  return { stretches: Math.ceil(time / stretch), stretch };
}
