/** What surrounds a walk: where its state is kept, and how its weights get into one buffer. */
import { clear, copy, dispatch, grid, read, readWrite } from '../webgpu/passes';
import { flag, type Pass, type ScratchSpec, unsigned } from '../webgpu/plan';
import type { Cell } from './cell';
import type { RecurrentShape } from './shape';
import { packedVectors, stateElements } from './sizes';
import type { Layout, WalkPass } from './variants';

/**
 * Where the states are kept between dispatches: one after the other in one buffer; with lanes over rows, which bind
 * fewer other buffers, in one buffer each; with alternating steps, the first states stay and the last ones follow
 * them.
 */
export function stateBuffers({ states }: Cell, shape: RecurrentShape, layout: Layout): ScratchSpec[] {
  const elements = stateElements(shape);
  if (layout === 'rows') {
    return [
      { name: 'stateH', elements },
      // A shader's bindings are fixed, so a cell without c binds one vec4 that nothing is written to.
      { name: 'stateC', elements: states.length === 2 ? elements : 4 },
    ];
  }
  return [{ name: 'state', elements: (layout === 'alternating' ? 2 : 1) * states.length * elements }];
}

export function initialState(cell: Cell, shape: RecurrentShape, layout: Layout): Pass[] {
  const size = stateElements(shape);
  return cell.states.map((state, index) => {
    const [buffer, offset] = placeOf(state, index * size, layout);
    return shape.hasState ? copy(`${state}0`, 0, buffer, offset, size) : clear(buffer, offset, size);
  });
}

export function finalState(cell: Cell, shape: RecurrentShape, layout: Layout): Pass[] {
  const size = stateElements(shape);
  const first = layout === 'alternating' ? cell.states.length * size : 0;
  return cell.states.map((state, index) => {
    const [buffer, offset] = placeOf(state, first + index * size, layout);
    return copy(buffer, offset, `final${state.toUpperCase()}`, 0, size);
  });
}

function placeOf(state: 'h' | 'c', offset: number, layout: Layout): [buffer: string, offset: number] {
  return layout === 'rows' ? [`state${state.toUpperCase()}`, 0] : ['state', offset];
}

/** Brings the weights of all directions into one buffer. */
export function weightPasses(cell: Cell, shape: RecurrentShape, layout: Layout, pass: WalkPass): Pass[] {
  const { directions, units, inputDim } = shape;
  const second = directions === 2 ? 1 : 0;
  if (layout === 'rows') {
    // As in Keras, one after the other: copies need no dispatch.
    const row = cell.gates * units;
    const parts: [name: string, elements: number][] = [['recurrentKernel', row * units]];
    if (pass === 'forward') parts.push(['kernel', row * inputDim], ['bias', row * cell.biasRows]);
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
  const vectors = transposed ? directions * units * units : packedVectors(shape);
  return [
    dispatch('recurrent_pack', {
      constants: { WORKGROUP: 64, DIRECTIONS: directions, TRANSPOSED: flag(transposed) },
      literals: { UNITS: unsigned(units), INPUT_DIM: unsigned(inputDim) },
      modules: { cell: cell.shader },
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
