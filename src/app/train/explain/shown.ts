import type { Inspection } from '../../../model/network/inspection';
import type { ModelInfo } from '../../../model/weights/model-files';
import type { SelectedSeries } from '../state/inspection';

/** The parts of the model in the order in which a series goes through them. */
export const parts = ['series', 'lstm', 'scores', 'softmax', 'context', 'class'] as const;
export type Part = (typeof parts)[number];

export const partTitles: Record<Part, string> = {
  series: 'Series',
  lstm: 'BiLSTM',
  scores: 'Scores',
  softmax: 'Softmax',
  context: 'Context',
  class: 'Class',
};

/** A series on its way through the model, as the diagram and the explanations show it. */
export interface Shown {
  selected: SelectedSeries;
  inspection: Inspection;
  /** The step looked at. */
  step: number;
  score: 'additive' | 'dot';
  preparation: ModelInfo['preparation'];
  /** Display names of the classes. */
  names: string[];
}
