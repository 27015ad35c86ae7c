/** Small data sets with predictions. */
import type { Dataset } from '../../src/data/dataset';
import type { SineWave } from '../../src/data/sine';
import { sineMetadata } from '../../src/data/sine-dataset';
import type { Predictions } from '../../src/model/network/evaluation';

const wave = (label: 0 | 1, loc: number, length: number): SineWave => ({
  amp: 1,
  freq: 2,
  loc,
  length,
  label,
});

/** Four generated series. */
export const generated: Dataset = {
  count: 4,
  time: 3,
  channels: 1,
  series: Float32Array.from({ length: 12 }, (_, i) => i),
  labels: Int32Array.of(0, 1, 0, 1),
  classNames: ['0', '1'],
  ...sineMetadata([wave(0, 0, 1), wave(1, 0, 2), wave(0, 1, 1), wave(1, 1, 9)], 3),
};

/** Predictions for them, of which the second and the third are wrong. */
export const binary: Predictions = {
  count: 4,
  time: 3,
  outputs: 1,
  probabilities: Float32Array.of(0.9, 0.2, 0.25, 0.75),
  attention: Float32Array.from({ length: 12 }, (_, i) => [0.5, 0.3, 0.2][i % 3]!),
  loss: 1,
};

/** Two series of three classes. */
export const three: { data: Dataset; predictions: Predictions } = {
  data: {
    count: 2,
    time: 2,
    channels: 1,
    series: Float32Array.of(1, 2, 3, 4),
    labels: Int32Array.of(2, 0),
    classNames: ['a', 'b', 'c'],
  },
  predictions: {
    count: 2,
    time: 2,
    outputs: 3,
    probabilities: Float32Array.of(0.125, 0.25, 0.625, 0.5, 0.25, 0.25),
    attention: Float32Array.of(0.5, 0.5, 0.75, 0.25),
    loss: 1,
  },
};

/** Eight, three and one series of three classes, with probabilities in sixteenths. */
export const uneven = {
  labels: [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2],
  classNames: ['a', 'b', 'c'],
  probabilities: [
    [9, 5, 2],
    [12, 2, 2],
    [4, 8, 4],
    [14, 1, 1],
    [7, 6, 3],
    [10, 4, 2],
    [6, 2, 8],
    [13, 2, 1],
    [3, 11, 2],
    [8, 7, 1],
    [2, 9, 5],
    [5, 4, 7],
  ].flatMap((row) => row.map((sixteenths) => sixteenths / 16)),
};
