/** What the plans of a recurrent layer need to know about its cell; the equations are in `shaders/<name>.wgsl`. */
import type { Pass, TensorSpec } from '../webgpu/plan';
import type { RecurrentShape } from './shape';

export interface Cell {
  /** In names of plans, choices and messages: 'lstm', 'gru'. */
  name: string;
  /** The file of `shaders/` that stands in for the module `cell`, and declares the same as the fields below. */
  shader: string;
  /** Blocks of `units` columns in the weights. */
  gates: 3 | 4;
  /** Rows of `units · gates` values in the bias: two where the recurrent product has one of its own. */
  biasRows: 1 | 2;
  /** h and, where the cell has one, the second state, by the names of the kernels' tensors. */
  states: readonly ('h' | 'c')[];
  /** Gradients of sums that the backward pass leaves for each unit. */
  gradients: 3 | 4;
  /** 2: a step has a product that needs the results of all units from the first ones. */
  phases: 1 | 2;
  /**
   * The gradients of the weights, cut out of `total`, the product of the reserve's left operand (h, x, 1 and, with two phases,
   * what is exchanged) and all da: [direction][row][sum · units + unit].
   */
  weightGradients(shape: RecurrentShape): { outputs: TensorSpec[]; passes: Pass[] };
}

/** Values of a unit that a step keeps for the backward pass, besides its states. */
export const KEPT = 4;
