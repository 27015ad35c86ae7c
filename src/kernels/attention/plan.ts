/** Attention pooling's plans: pure functions from shapes and a device's profile to passes. */
import { outerProduct } from '../webgpu/outer-product';
import { copy, dispatch, grid, read, readWrite, reducePartials, uniform } from '../webgpu/passes';
import {
  type BindingRef,
  type Chain,
  type Cost,
  type DeviceProfile,
  type DispatchPass,
  flag,
  MOST_OPERATIONS_OF_A_DISPATCH,
  type Pass,
  type Plan,
  type UniformValue,
  u32,
  unsigned,
} from '../webgpu/plan';
import {
  type AttentionLayout,
  type AttentionShape,
  chooseLayout,
  reserveElements,
  rowsTile,
  sizesOf,
  stretchesOf,
  ATTENTION_WORKGROUP as WORKGROUP,
} from './variants';

/**
 * The forward pass. Inputs: values, (kernel, bias,) query, [lengths]. Outputs: context, weights, and when training the
 * reserve: tanh of the additive score.
 */
export function attentionPlan(
  shape: AttentionShape,
  training: boolean,
  device: DeviceProfile,
  layout: AttentionLayout = chooseLayout(shape, device),
): Plan {
  const { batch, time, features, hasLengths } = shape;
  const { stretches } = stretchesOf(shape);
  const packed = packedWeights(shape, false);
  const walk = walkParts(shape, packed.elements, device, layout);
  const reserve = training ? reserveElements(shape) : 4;
  const outputs: Plan['outputs'] = [
    { name: 'context', shape: [batch, features], dtype: 'float32' },
    { name: 'weights', shape: [batch, time], dtype: 'float32' },
  ];
  const scratch: Plan['scratch'] = [
    { name: 'packed', elements: packed.elements, uniform: true },
    { name: 'scores', elements: batch * time },
    { name: 'partial', elements: batch * stretches * (features + 2) },
  ];
  if (training) outputs.push({ name: 'reserve', shape: [reserve], dtype: 'float32' });
  // A shader's bindings are fixed, so inference binds a reserve of one vec4 that nothing is written to.
  else scratch.push({ name: 'reserve', elements: reserve });
  return {
    name: 'attention',
    outputs,
    scratch,
    passes: [
      packed.pass,
      ...rowBlocks(batch, walkCost(shape, training ? reserve : 0), (first, rows, cost) =>
        dispatch(`attention_${layout}`, {
          workgroupBytes: walk.forwardWorkgroupBytes,
          constants: { ...walk.constants, HAS_LENGTHS: flag(hasLengths), TRAINING: flag(training) },
          literals: { ...walk.literals, ...walk.forwardLiterals },
          bindings: [
            walk.weights,
            read('values'),
            read(hasLengths ? 'lengths' : 'values'),
            readWrite('scores'),
            readWrite('partial'),
            readWrite('reserve'),
          ],
          workgroups: walk.workgroups(rows),
          lanes: walk.lanes,
          uniform: [...walk.forwardUniform, u32(first)],
          cost,
          chain: walkChain(shape, device, layout, 'forward'),
        }),
      ),
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
        chain: {
          loads: stretches * (3 + 2 * Math.ceil(features / WORKGROUP)) + Math.ceil(time / WORKGROUP),
          barriers: 0,
        },
      }),
    ],
  };
}

/**
 * The backward pass. Inputs: those of the forward pass, context, weights, reserve, dContext, dWeights.
 * Outputs: dValues, (dKernel, dBias,) dQuery.
 */
export function attentionGradientPlan(
  shape: AttentionShape,
  device: DeviceProfile,
  layout: AttentionLayout = chooseLayout(shape, device),
): Plan {
  const { batch, time, features, units, score } = shape;
  const { stretches } = stretchesOf(shape);
  const { unitsBy4, querySize, paddedQuads } = sizesOf(shape);
  const additive = score === 'additive';
  const packed = packedWeights(shape, true);
  const walk = walkParts(shape, packed.elements, device, layout);
  const product = outerProduct(
    {
      blocks: 1,
      steps: batch,
      rowGroups: paddedQuads,
      left: { buffer: 'left', rows: features, offset: 0, block: 0, step: features * paddedQuads },
      right: { buffer: 'right', rows: units, offset: 0, block: 0, step: 4 * unitsBy4 * paddedQuads },
    },
    'partial',
    'total',
    device,
  );
  // The last part of the buffer 'terms'
  const dContext = 2 * batch * paddedQuads * 4;
  // dQuery, and with the additive score dBias
  const sums = additive ? 2 * querySize : querySize;
  const queryElements = additive ? units : features;
  const outputs: Plan['outputs'] = [{ name: 'dValues', shape: [batch, time, features], dtype: 'float32' }];
  const scratch: Plan['scratch'] = [
    { name: 'packed', elements: packed.elements, uniform: true },
    { name: 'terms', elements: dContext + 4 * Math.ceil((batch * features) / 4) },
    // A shader's bindings are fixed, so the dot score binds operands of one vec4 that nothing is written to.
    { name: 'left', elements: additive ? 4 * batch * features * paddedQuads : 4 },
    { name: 'right', elements: additive ? 4 * batch * 4 * unitsBy4 * paddedQuads : 4 },
    { name: 'sums', elements: batch * stretches * sums },
    { name: 'sumsTotal', elements: sums },
  ];
  const passes: Pass[] = [
    packed.pass,
    dispatch('attention_gradient_terms', {
      constants: { WORKGROUP },
      workgroupBytes: 4 * WORKGROUP,
      bindings: [...['weights', 'dWeights', 'context', 'dContext'].map(read), readWrite('terms')],
      workgroups: [batch, 1, 1],
      uniform: [time, features, 4 * paddedQuads, dContext].map(u32),
      cost: { flops: batch * (5 * time + 2 * features), bytes: 4 * batch * (4 * time + 3 * features) },
      chain: { loads: 4 * Math.ceil(time / WORKGROUP) + 2 * Math.ceil(features / WORKGROUP), barriers: TREE },
    }),
    ...rowBlocks(batch, gradientCost(shape), (first, rows, cost) =>
      dispatch(`attention_${layout}_gradient`, {
        workgroupBytes: walk.backwardWorkgroupBytes,
        constants: walk.constants,
        literals: { ...walk.literals, ...walk.backwardLiterals },
        bindings: [
          walk.weights,
          ...['values', 'reserve', 'terms'].map(read),
          ...['dValues', 'left', 'right', 'sums'].map(readWrite),
        ],
        workgroups: walk.workgroups(rows),
        lanes: walk.lanes,
        uniform: [...walk.backwardUniform, ...[dContext / 4, first].map(u32)],
        cost,
        chain: walkChain(shape, device, layout, 'backward'),
      }),
    ),
    reducePartials('sums', 'sumsTotal', {
      blocks: 1,
      parts: batch * stretches,
      partSize: sums,
      rows: 1,
      columns: sums,
      rowLength: sums,
    }),
  ];
  if (additive) {
    scratch.push(
      { name: 'partial', elements: product.partialElements },
      { name: 'total', elements: features * units },
    );
    passes.push(
      ...product.passes,
      copy('total', 0, 'dKernel', 0, features * units),
      copy('sumsTotal', querySize, 'dBias', 0, units),
    );
    outputs.push(
      { name: 'dKernel', shape: [features, units], dtype: 'float32' },
      { name: 'dBias', shape: [units], dtype: 'float32' },
    );
  }
  passes.push(copy('sumsTotal', 0, 'dQuery', 0, queryElements));
  outputs.push({ name: 'dQuery', shape: [queryElements], dtype: 'float32' });
  return { name: 'attention gradient', outputs, scratch, passes };
}

/** The weights as the walking kernels read them; the dot score's query needs no packing, only a uniform buffer. */
function packedWeights(shape: AttentionShape, transposed: boolean): { pass: Pass; elements: number } {
  const { features, units, score } = shape;
  const { unitsBy4, querySize } = sizesOf(shape);
  if (score === 'dot') return { pass: copy('query', 0, 'packed', 0, features), elements: querySize };
  const elements = 4 * unitsBy4 * (features + (transposed ? 1 : 2));
  const pass = dispatch('attention_pack', {
    constants: { WORKGROUP, TRANSPOSED: flag(transposed) },
    bindings: [...['kernel', 'bias', 'query'].map(read), readWrite('packed')],
    workgroups: grid(elements, WORKGROUP),
    uniform: [features, units].map(u32),
    cost: { flops: 0, bytes: 8 * elements },
  });
  return { pass, elements };
}

interface WalkParts {
  weights: BindingRef;
  constants: Record<string, number>;
  literals: Record<string, string>;
  forwardLiterals: Record<string, string>;
  backwardLiterals: Record<string, string>;
  workgroups(rows: number): [number, number, number];
  lanes: number;
  forwardWorkgroupBytes: number;
  backwardWorkgroupBytes: number;
  forwardUniform: UniformValue[];
  backwardUniform: UniformValue[];
}

/** What the forward and the backward walk of a layout share. */
function walkParts(
  shape: AttentionShape,
  packedElements: number,
  device: DeviceProfile,
  layout: AttentionLayout,
): WalkParts {
  const { batch, time, features, score } = shape;
  const { stretches, stretch } = stretchesOf(shape);
  const { unitsBy4, querySize, paddedQuads } = sizesOf(shape);
  const additive = { ADDITIVE: flag(score === 'additive') };
  if (layout === 'units') {
    const values = [batch, time, stretches, stretch, unitsBy4, paddedQuads].map(u32);
    return {
      weights: read('packed'),
      constants: additive,
      literals: { FEATURES: unsigned(features), WORKGROUP: unsigned(WORKGROUP) },
      forwardLiterals: { FEATURES_PER_LANE: unsigned(Math.ceil(features / WORKGROUP)) },
      backwardLiterals: {
        QUERY_SIZE: unsigned(querySize),
        QUERY_PER_LANE: unsigned(Math.ceil(querySize / WORKGROUP)),
      },
      workgroups: (rows) => [stretches, rows, 1],
      lanes: WORKGROUP,
      forwardWorkgroupBytes: 16 * (features + WORKGROUP),
      backwardWorkgroupBytes: 16 * (features + querySize + WORKGROUP),
      forwardUniform: values,
      backwardUniform: values,
    };
  }
  const tile = rowsTile(shape, device);
  const workgroup = device.lanes === 'rows' ? ROWS_WORKGROUP : WORKGROUP;
  const fits = packedElements * 4 <= device.maxUniformBufferBindingSize;
  const values = [batch, time, stretches, stretch, features / 4, unitsBy4, paddedQuads];
  return {
    weights: fits ? uniform('packed') : read('packed'),
    constants: { ...additive, WORKGROUP: workgroup },
    literals: {
      FEATURES_BY_4: unsigned(features / 4),
      UNITS_BY_4: unsigned(unitsBy4),
      QUADS: unsigned(tile.quads),
      WEIGHT_COUNT: unsigned(packedElements / 4),
      // Weights that are too large for a uniform buffer are read from a storage buffer.
      ...(fits ? undefined : { weights: 'storage, read' }),
    },
    forwardLiterals: { UNITS_TILE: unsigned(tile.units) },
    backwardLiterals: { FEATURES_TILE: unsigned(tile.features), QUERY_BY_4: unsigned(querySize / 4) },
    workgroups: (rows) => [Math.ceil((rows * stretches) / workgroup), 1, 1],
    lanes: workgroup,
    forwardWorkgroupBytes: 0,
    backwardWorkgroupBytes: 0,
    forwardUniform: [...values, tile.quads].map(u32),
    backwardUniform: [...values, tile.quads * tile.features].map(u32),
  };
}

/** The dispatches of a walk over the batch: one or, where that would keep a device too long, one for each of several blocks of rows. */
function rowBlocks(
  batch: number,
  whole: Cost,
  make: (first: number, rows: number, cost: Cost) => DispatchPass,
): DispatchPass[] {
  const most = Math.max(1, Math.floor((batch * MOST_OPERATIONS_OF_A_DISPATCH) / whole.flops));
  const passes: DispatchPass[] = [];
  for (let first = 0; first < batch; first += most) {
    const rows = Math.min(most, batch - first);
    const share = rows / batch;
    passes.push(make(first, rows, { flops: whole.flops * share, bytes: whole.bytes * share }));
  }
  return passes;
}

/** Lanes of a CPU's vectors: more in a workgroup would only make it harder to share the work among cores. */
const ROWS_WORKGROUP = 8;

/** Cost of the forward walk, which stores a reserve of this many elements. */
function walkCost({ batch, time, features, units, score }: AttentionShape, reserve: number) {
  const perStep = score === 'additive' ? 2 * features * units + 20 * units : 2 * features;
  return { flops: batch * time * (perStep + 4 * features), bytes: 4 * (batch * time * features + reserve) };
}

/** Cost of the backward walk, besides the outer product. */
function gradientCost({ batch, time, features, units, score }: AttentionShape) {
  const perStep = score === 'additive' ? 2 * features * units + 8 * units : 4 * features;
  const elements = score === 'additive' ? 3 * features + 2 * units : 2 * features;
  return { flops: batch * time * (perStep + 4 * features), bytes: 4 * batch * time * elements };
}

/** Barriers of adding up the lanes of a workgroup pairwise. */
const TREE = Math.log2(WORKGROUP) + 1;

/** What an invocation of a walk waits for. Forward and backward read about as often. */
function walkChain(
  shape: AttentionShape,
  device: DeviceProfile,
  layout: AttentionLayout,
  pass: 'forward' | 'backward',
): Chain {
  const { features, score } = shape;
  const { unitsBy4 } = sizesOf(shape);
  const { stretch } = stretchesOf(shape);
  const units = score === 'additive' ? 4 * unitsBy4 : 0;
  if (layout === 'units') {
    // A turn is four steps: y and the weights in the product, the steps' own values, and the sum over lanes.
    const perFeature = 4 * Math.ceil(features / WORKGROUP);
    const product = 2 * (pass === 'forward' ? features : units) * Math.ceil(units / WORKGROUP);
    const turns = stretch / 4;
    return { loads: turns * (product + perFeature + TREE), barriers: turns * (TREE + 2) };
  }
  const tile = rowsTile(shape, device);
  const turns = stretch / (4 * tile.quads);
  // Per tile: y of the steps, or ds, for each four of the other axis, and the weights.
  const tiles = pass === 'forward' ? unitsBy4 / tile.units : features / 4 / tile.features;
  const inner = pass === 'forward' ? features / 4 : unitsBy4;
  const across = pass === 'forward' ? tile.units : tile.features;
  const loads = units === 0 ? features : tiles * inner * 4 * (tile.quads + across) + features;
  return { loads: turns * loads, barriers: 0 };
}
