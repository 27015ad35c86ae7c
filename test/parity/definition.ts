/** What a parity run compares, and its results; plain values, so that both can cross between Node and the page. */
import type { AttentionLayout } from '../../src/kernels/attention/variants';
import type { Activation } from '../../src/kernels/names';
import type { Layout as WalkLayout } from '../../src/kernels/recurrent/variants';
import type { AttentionShape, GRUShape, LSTMShape } from '../support/cases';
import type { ParityGolden } from '../support/golden-format';

/** 'auto' leaves the choice to the plan. */
export type Layout = WalkLayout | 'auto';

export type ParityCase = { name: string } & (
  | {
      op: 'lstm';
      layout: Layout;
      shape: LSTMShape;
      /** Scale of x; large values saturate the gates. */
      scale?: number;
      /** Scale of the weights and the initial state. */
      weightScale?: number;
    }
  | { op: 'gru'; layout: Layout; shape: GRUShape; scale?: number }
  | {
      op: 'gruStep';
      batch: number;
      inputDim: number;
      units: number;
      activation: Activation;
      recurrentActivation: Activation;
      resetAfter: boolean;
      seed: number;
    }
  | {
      op: 'lstmStep';
      batch: number;
      inputDim: number;
      units: number;
      activation: Activation;
      recurrentActivation: Activation;
      seed: number;
    }
  | {
      op: 'attentionPool';
      layout: AttentionLayout | 'auto';
      shape: AttentionShape;
      scale?: number;
      /** Repeats the batch this many times: large batches whose reference is that of a small one. */
      copies?: number;
    }
  | {
      op: 'crossEntropy';
      batch: number;
      count: number;
      seed: number;
      scale?: number;
      /** Every row's label is its largest logit. */
      right?: boolean;
    }
  | { op: 'adam'; sizes: number[]; clipNorm: number; step: number; seed: number }
  /** All kinds of cases of the golden format; the layout is for those with an LSTM. */
  | { op: 'golden'; layout: Layout; golden: ParityGolden }
);

/** One comparison: all the tensors of one pass of a case. */
export interface Comparison {
  op: string;
  name: string;
  /** 'forward': for inference; 'training': the forward pass that keeps what the backward pass needs. */
  pass: 'forward' | 'training' | 'gradient';
  /** For example 'sequence/rows', 'step'; '' where there is only one. */
  layout: string;
  shape: string;
  /** The tensor with the largest relative error, ‖out − ref‖₂ / ‖ref‖₂; null stands for NaN or infinity. */
  worst: string;
  error: number | null;
  /** The largest error of one element of any of the tensors. */
  largest: number | null;
  tolerance: number;
  passed: boolean;
}

export interface CaseReport {
  comparisons: Comparison[];
  /** Everything else that went wrong: exceptions, WebGPU errors, leaks. */
  faults: string[];
  /** Why the device cannot run the case, for example more units than its workgroup memory holds. */
  skipped?: string;
}
