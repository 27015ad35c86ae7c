/** Attention pooling's plans: pure functions from shapes and a device's profile to passes. */
import type { AttentionScore } from '../names';
import {
  copy,
  dispatch,
  grid,
  outerProduct,
  read,
  readWrite,
  reducePartials,
  uniform,
} from '../webgpu/passes';
import {
  type BindingRef,
  type DeviceProfile,
  flag,
  type Pass,
  type Plan,
  SAFE_LOOP_TURNS,
  type UniformValue,
  u32,
  unsigned,
} from '../webgpu/plan';

export interface AttentionShape {
  batch: number;
  time: number;
  features: number;
  /** Attention units of the additive score; 0 with the dot score. */
  units: number;
  score: AttentionScore;
  hasLengths: boolean;
}

const WORKGROUP = 64;

/**
 * How the walk over time is laid out.
 * 'rows': an invocation walks a stretch of a row alone (`attention_rows.wgsl`);
 * 'units': a workgroup does, lanes over attention units and features (`attention_units.wgsl`).
 */
export type AttentionLayout = 'rows' | 'units';

/** Private arrays of more features compile too slowly in software and spill on a GPU. */
const MOST_ROWS_FEATURES = 64;

/** The layouts that a device can run for a shape, the preferred one first. */
export function attentionLayouts(
  { features, units }: AttentionShape,
  device: DeviceProfile,
): AttentionLayout[] {
  // The backward pass keeps a vec4 for each feature, attention unit and lane.
  const memory = 16 * (features + Math.ceil(units / 4) * 4 + WORKGROUP);
  const layouts: AttentionLayout[] = [];
  if (memory <= device.maxComputeWorkgroupStorageSize) layouts.push('units');
  if (features <= MOST_ROWS_FEATURES && Math.ceil(units / 4) * 4 <= MOST_ROWS_FEATURES) {
    if (device.lanes === 'rows') layouts.unshift('rows');
    else layouts.push('rows');
  }
  return layouts;
}

function chooseLayout(shape: AttentionShape, device: DeviceProfile): AttentionLayout {
  const [layout] = attentionLayouts(shape, device);
  if (!layout) {
    throw new Error(
      `attentionPool: ${shape.features} features and ${shape.units} attention units need more workgroup memory than ` +
        `the ${device.maxComputeWorkgroupStorageSize} bytes of this device. Use fewer of either.`,
    );
  }
  return layout;
}
/** Enough invocations to fill a large device … */
const WANTED_STRETCHES = 1024;
/** … each with enough steps to be worth its share of the second pass. */
const SHORTEST_STRETCH = 16;

/** How time is cut: every batch row into `stretches` of `stretch` steps, a multiple of 4. */
function stretchesOf({ batch, time, features, units }: AttentionShape): {
  stretches: number;
  stretch: number;
} {
  const wanted = Math.max(1, Math.ceil(WANTED_STRETCHES / batch));
  const turnsOfFour = (features + 4) * (Math.ceil(units / 4) * 2 + 4);
  const longest = Math.max(1, Math.floor(SAFE_LOOP_TURNS / turnsOfFour)) * 4;
  const stretch = Math.min(longest, Math.max(SHORTEST_STRETCH, Math.ceil(time / wanted / 4) * 4));
  return { stretches: Math.ceil(time / stretch), stretch };
}

interface Sizes {
  unitsBy4: number;
  weightVectors: number;
  querySize: number;
}

function sizesOf({ features, units, score }: AttentionShape): Sizes {
  const unitsBy4 = Math.ceil(units / 4);
  if (score === 'dot') {
    const querySize = Math.ceil(features / 4) * 4;
    return { unitsBy4: 1, weightVectors: querySize / 4, querySize };
  }
  return { unitsBy4, weightVectors: (features + 2) * unitsBy4, querySize: 4 * unitsBy4 };
}

/**
 * The forward pass. Inputs: values, (kernel, bias,) query, [lengths]. Outputs: context, weights, and when training a
 * reserve, which is empty but for one element: the backward pass computes the scores again.
 */
export function attentionPlan(
  shape: AttentionShape,
  training: boolean,
  device: DeviceProfile,
  layout: AttentionLayout = chooseLayout(shape, device),
): Plan {
  const { batch, time, features, hasLengths } = shape;
  const { stretches } = stretchesOf(shape);
  const sizes = sizesOf(shape);
  const walk = walkParts(shape, sizes, device, layout);
  const outputs: Plan['outputs'] = [
    { name: 'context', shape: [batch, features], dtype: 'float32' },
    { name: 'weights', shape: [batch, time], dtype: 'float32' },
  ];
  if (training) outputs.push({ name: 'reserve', shape: [1], dtype: 'float32' });
  return {
    name: 'attention',
    outputs,
    scratch: [
      { name: 'packed', elements: sizes.weightVectors * 4, uniform: true },
      { name: 'scores', elements: batch * time },
      { name: 'partial', elements: batch * stretches * (features + 2) },
    ],
    passes: [
      ...packPasses(shape, sizes),
      dispatch(`attention_${layout}`, {
        constants: { ...walk.constants, HAS_LENGTHS: flag(hasLengths) },
        literals: { ...walk.literals, ...walk.forwardLiterals },
        bindings: [
          walk.weights,
          read('values'),
          read(hasLengths ? 'lengths' : 'values'),
          readWrite('scores'),
          readWrite('partial'),
        ],
        workgroups: walk.workgroups,
        uniform: walk.uniform,
        cost: walkCost(shape, 1),
      }),
      dispatch('attention_combine', {
        constants: { WORKGROUP, HAS_LENGTHS: flag(hasLengths) },
        bindings: [
          read('scores'),
          read('partial'),
          read(hasLengths ? 'lengths' : 'scores'),
          readWrite('context'),
          readWrite('weights'),
        ],
        workgroups: [batch, 1, 1],
        uniform: [time, features, stretches].map(u32),
        cost: {
          flops: batch * (3 * stretches * features + 4 * time),
          bytes: 4 * batch * (stretches * (features + 2) + 2 * time + features),
        },
      }),
    ],
  };
}

/**
 * The backward pass. Inputs: those of the forward pass, context, weights, dContext, dWeights.
 * Outputs: dValues, (dKernel, dBias,) dQuery.
 */
export function attentionGradientPlan(
  shape: AttentionShape,
  device: DeviceProfile,
  layout: AttentionLayout = chooseLayout(shape, device),
): Plan {
  const { batch, time, features, units, score } = shape;
  const { stretches } = stretchesOf(shape);
  const sizes = sizesOf(shape);
  const walk = walkParts(shape, sizes, device, layout);
  const additive = score === 'additive';
  const timeBy4 = Math.ceil(time / 4);
  const leftRows = features + 1;
  const rightRows = sizes.querySize;
  const product = outerProduct(
    {
      blocks: 1,
      steps: batch,
      rowGroups: timeBy4,
      left: { buffer: 'left', rows: leftRows, offset: 0, block: 0, step: leftRows * timeBy4 },
      right: { buffer: 'right', rows: units, offset: 0, block: 0, step: rightRows * timeBy4 },
    },
    'partial',
    'total',
    device,
  );
  const outputs: Plan['outputs'] = [{ name: 'dValues', shape: [batch, time, features], dtype: 'float32' }];
  const scratch: Plan['scratch'] = [
    { name: 'packed', elements: sizes.weightVectors * 4, uniform: true },
    { name: 'terms', elements: batch * time * 2 },
    // A shader's bindings are fixed, so the dot score binds operands of one vec4 that nothing is written to.
    { name: 'left', elements: additive ? batch * leftRows * timeBy4 * 4 : 4 },
    { name: 'right', elements: additive ? batch * rightRows * timeBy4 * 4 : 4 },
    { name: 'queryPartial', elements: batch * stretches * sizes.querySize },
    { name: 'queryTotal', elements: sizes.querySize },
  ];
  const passes: Pass[] = [
    ...packPasses(shape, sizes),
    dispatch('attention_gradient_terms', {
      constants: { WORKGROUP },
      bindings: [...['weights', 'dWeights', 'context', 'dContext'].map(read), readWrite('terms')],
      workgroups: [batch, 1, 1],
      uniform: [time, features].map(u32),
      cost: { flops: batch * (5 * time + 2 * features), bytes: 4 * batch * (4 * time + 2 * features) },
    }),
    dispatch(`attention_${layout}_gradient`, {
      constants: walk.constants,
      literals: { ...walk.literals, QUERY_SIZE: unsigned(sizes.querySize), ...walk.backwardLiterals },
      bindings: [
        walk.weights,
        ...['values', 'dContext', 'terms'].map(read),
        ...['dValues', 'left', 'right', 'queryPartial'].map(readWrite),
      ],
      workgroups: walk.workgroups,
      uniform: walk.uniform,
      cost: walkCost(shape, 2),
    }),
    reducePartials('queryPartial', 'queryTotal', {
      blocks: 1,
      parts: batch * stretches,
      partSize: sizes.querySize,
      rows: 1,
      columns: sizes.querySize,
      rowLength: sizes.querySize,
    }),
  ];
  if (additive) {
    scratch.push(
      { name: 'partial', elements: product.partialElements },
      { name: 'total', elements: leftRows * units },
    );
    // The rows of the product are those of `left`: the features, then 1.
    passes.push(
      ...product.passes,
      copy('total', 0, 'dKernel', 0, features * units),
      copy('total', features * units, 'dBias', 0, units),
    );
    outputs.push(
      { name: 'dKernel', shape: [features, units], dtype: 'float32' },
      { name: 'dBias', shape: [units], dtype: 'float32' },
    );
  }
  const queryElements = additive ? units : features;
  passes.push(copy('queryTotal', 0, 'dQuery', 0, queryElements));
  outputs.push({ name: 'dQuery', shape: [queryElements], dtype: 'float32' });
  return { name: 'attention gradient', outputs, scratch, passes };
}

/** The weights as the walking kernels read them; the dot score's query needs no packing, only a uniform buffer. */
function packPasses({ features, units, score }: AttentionShape, sizes: Sizes): Pass[] {
  if (score === 'dot') return [copy('query', 0, 'packed', 0, features)];
  const elements = sizes.weightVectors * 4;
  return [
    dispatch('attention_pack', {
      constants: { WORKGROUP },
      bindings: [...['kernel', 'bias', 'query'].map(read), readWrite('packed')],
      workgroups: grid(elements, WORKGROUP),
      uniform: [features, units].map(u32),
      cost: { flops: 0, bytes: 8 * elements },
    }),
  ];
}

interface WalkParts {
  weights: BindingRef;
  constants: Record<string, number>;
  literals: Record<string, string>;
  forwardLiterals: Record<string, string>;
  backwardLiterals: Record<string, string>;
  workgroups: [number, number, number];
  uniform: UniformValue[];
}

/** What the forward and the backward walk of a layout have in common. */
function walkParts(
  shape: AttentionShape,
  sizes: Sizes,
  device: DeviceProfile,
  layout: AttentionLayout,
): WalkParts {
  const { batch, time, features, score } = shape;
  const { stretches, stretch } = stretchesOf(shape);
  const values = [batch, time, stretches, stretch, features, sizes.unitsBy4].map(u32);
  const additive = { ADDITIVE: flag(score === 'additive') };
  if (layout === 'units') {
    return {
      weights: read('packed'),
      constants: additive,
      literals: { FEATURES: unsigned(features), WORKGROUP: unsigned(WORKGROUP) },
      forwardLiterals: { FEATURES_PER_LANE: unsigned(Math.ceil(features / WORKGROUP)) },
      backwardLiterals: { QUERY_PER_LANE: unsigned(Math.ceil(sizes.querySize / WORKGROUP)) },
      workgroups: [stretches, batch, 1],
      uniform: values,
    };
  }
  const fits = sizes.weightVectors * 16 <= device.maxUniformBufferBindingSize;
  return {
    weights: fits ? uniform('packed') : read('packed'),
    constants: { ...additive, WORKGROUP },
    literals: {
      FEATURES: unsigned(features),
      UNITS_BY_4: unsigned(sizes.unitsBy4),
      WEIGHT_COUNT: unsigned(sizes.weightVectors),
      // Weights that are too large for a uniform buffer are read from a storage buffer.
      ...(fits ? undefined : { weights: 'storage, read' }),
    },
    forwardLiterals: {},
    backwardLiterals: {},
    workgroups: [Math.ceil((batch * stretches) / WORKGROUP), 1, 1],
    uniform: values,
  };
}

/** Of a walk over `values` that does `products` products with the kernel for each step. */
function walkCost({ batch, time, features, units, score }: AttentionShape, products: number) {
  const perStep =
    score === 'additive' ? 2 * products * features * units + 20 * units : 2 * products * features;
  return {
    flops: batch * time * (perStep + 4 * features),
    bytes: 4 * batch * time * features * (2 * products - 1),
  };
}
