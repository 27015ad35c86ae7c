/** What surrounds an LSTM's walk: where its state is kept, and how its weights get into one buffer. */
import { clear, copy, dispatch, grid, read, readWrite } from '../webgpu/passes';
import { flag, type Pass, type ScratchSpec, unsigned } from '../webgpu/plan';
import { stateElements } from './sizes';
import { type LSTMLayout, type LSTMPass, type LSTMShape, weightVectors } from './variants';

/**
 * Where h and c are kept between dispatches: behind one another in one buffer; with lanes over rows, which bind fewer other
 * buffers, in two; with alternating steps, the first states stay and the last ones come behind them.
 */
export function stateBuffers(shape: LSTMShape, layout: LSTMLayout): ScratchSpec[] {
  const elements = stateElements(shape);
  if (layout === 'rows') {
    return [
      { name: 'stateH', elements },
      { name: 'stateC', elements },
    ];
  }
  return [{ name: 'state', elements: layout === 'alternating' ? 4 * elements : 2 * elements }];
}

export function initialState(shape: LSTMShape, layout: LSTMLayout): Pass[] {
  const size = stateElements(shape);
  const [h, c, offset] = layout === 'rows' ? ['stateH', 'stateC', 0] : ['state', 'state', size];
  if (!shape.hasState) return [clear(h, 0, size), clear(c, offset, size)];
  return [copy('h0', 0, h, 0, size), copy('c0', 0, c, offset, size)];
}

export function finalState(shape: LSTMShape, layout: LSTMLayout): Pass[] {
  const size = stateElements(shape);
  if (layout === 'rows') {
    return [copy('stateH', 0, 'finalH', 0, size), copy('stateC', 0, 'finalC', 0, size)];
  }
  const final = layout === 'alternating' ? 2 * size : 0;
  return [copy('state', final, 'finalH', 0, size), copy('state', final + size, 'finalC', 0, size)];
}

/** Brings the weights of all directions into one buffer. */
export function weightPasses(shape: LSTMShape, layout: LSTMLayout, pass: LSTMPass): Pass[] {
  const { directions, units, inputDim } = shape;
  const second = directions === 2 ? 1 : 0;
  if (layout === 'rows') {
    // As Keras has them, one behind the other: copies need no dispatch.
    const parts: [name: string, elements: number][] = [['recurrentKernel', 4 * units * units]];
    if (pass === 'forward') parts.push(['kernel', 4 * units * inputDim], ['bias', 4 * units]);
    const passes: Pass[] = [];
    let offset = 0;
    for (let direction = 0; direction < directions; direction++) {
      for (const [name, elements] of parts) {
        passes.push(copy(`${name}${direction}`, 0, 'weights', offset, elements));
        offset += elements;
      }
    }
    return passes;
  }
  const transposed = pass === 'backward';
  const vectors = transposed ? directions * units * units : weightVectors(shape);
  return [
    dispatch('lstm_pack', {
      constants: { WORKGROUP: 64, DIRECTIONS: directions, TRANSPOSED: flag(transposed) },
      literals: { UNITS: unsigned(units), INPUT_DIM: unsigned(inputDim) },
      bindings: [
        ...['kernel0', 'recurrentKernel0', 'bias0'].map(read),
        ...[`kernel${second}`, `recurrentKernel${second}`, `bias${second}`].map(read),
        readWrite('weights'),
      ],
      workgroups: grid(vectors, 64),
      cost: { flops: 0, bytes: 32 * vectors },
    }),
  ];
}
