import { largestMagnitude } from '../../../data/largest';
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
  /** Invented values of the right shape while there is no model. */
  inspection: Inspection;
  isLive: boolean;
  /** The step looked at. */
  step: number;
  score: 'additive' | 'dot';
  preparation: ModelInfo['preparation'];
  /** Display names of the classes. */
  names: string[];
}

/** Shapes that stand in for the model's numbers until there is one: smooth, and the same for every series. */
export function schematicInspection({ series, time, channels }: SelectedSeries, units: number): Inspection {
  const features = 2 * units;
  const largest = largestMagnitude(series) || 1;
  const bump = (t: number) => Math.exp(-(((t / time - 0.5) / 0.08) ** 2));
  const scores = Float32Array.from({ length: time }, (_, t) => 3 * bump(t) + 0.3 * Math.sin((20 * t) / time));
  const exponentials = scores.map(Math.exp);
  const sum = exponentials.reduce((total, value) => total + value, 0);
  const wave = (j: number) => Math.sin(2.4 * j) * Math.cos(0.7 * j);
  const context = Float32Array.from({ length: features }, (_, j) => wave(j));
  return {
    time,
    features,
    prepared: series.slice(0, time * channels).map((value) => value / largest),
    hidden: Float32Array.from({ length: time * features }, (_, i) =>
      Math.sin((6 * Math.floor(i / features)) / time + wave(i % features) * 3),
    ),
    scores,
    attention: exponentials.map((value) => value / sum),
    context,
    contributions: context.map((value) => value / 4),
    bias: 0,
    logits: new Float32Array(1),
    probabilities: Float32Array.of(0.5),
  };
}
