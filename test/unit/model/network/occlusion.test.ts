import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../../src/data/dataset';
import { noPreparation, type Preparation } from '../../../../src/data/preparation/preparation';
import { prepareDataset } from '../../../../src/data/preparation/prepare';
import { scaleSeries } from '../../../../src/data/preparation/scaled';
import { Classifier } from '../../../../src/model/network/classifier';
import { predictLogits } from '../../../../src/model/network/evaluation';
import { occludeSeries } from '../../../../src/model/network/occlusion';
import { useCpuBackend } from '../../../support/cpu-backend';

useCpuBackend();

const { NaN: missing } = Number;

/** Two series of 12 and of 7 steps, of two channels, one value missing. */
const dataset: Dataset = {
  count: 2,
  time: 12,
  channels: 2,
  series: Float32Array.from({ length: 48 }, (_, i) => {
    if (i >= 24 + 14) return 0;
    return i === 8 ? missing : 3 * Math.sin(i) + i / 10;
  }),
  lengths: Int32Array.of(12, 7),
  labels: Int32Array.of(0, 1),
  classNames: ['a', 'b', 'c'],
};

const preparations: [string, Preparation][] = [
  ['none', noPreparation],
  ['max', { scaling: 'max', missing: 'last' }],
  ['zscore and masks', { scaling: 'zscore', missing: 'zero+mask' }],
  [
    'standardise, differences, decimation',
    {
      scaling: 'standardise',
      missing: 'linear',
      standards: { means: [1, 2], deviations: [2, 3] },
      differences: [2, 0.5],
      decimation: { every: 3, keep: 'mean' },
    },
  ],
];

function classifierFor(preparation: Preparation): Classifier {
  const { channels } = prepareDataset(dataset, preparation);
  const sizes = { channels, units: 3, score: 'additive', attentionUnits: 4, classes: 3 } as const;
  return Classifier.create(sizes, 'wide', 5);
}

describe('scaleSeries', () => {
  it.each(preparations)('leaves the rest of the preparation to be done (%s)', (_name, preparation) => {
    const { scaled, rest } = scaleSeries(dataset, preparation);
    expect(prepareDataset(scaled, rest)).toEqual(prepareDataset(dataset, preparation));
  });
});

describe('occludeSeries', () => {
  it.each(preparations)(
    'asks the classifier about whole series as prediction does (%s)',
    async (_, preparation) => {
      const classifier = classifierFor(preparation);
      const logits = await predictLogits(classifier, prepareDataset(dataset, preparation));
      const found = await occludeSeries(
        (prepared) => predictLogits(classifier, prepared),
        dataset,
        preparation,
        {},
      );
      found.forEach(({ answer, probability, effect }, row) => {
        const own = Array.from(logits.subarray(3 * row, 3 * row + 3));
        const powers = own.map(Math.exp);
        expect(answer).toBe(own.indexOf(Math.max(...own)));
        const sum = powers.reduce((a, b) => a + b, 0);
        expect(probability).toBeCloseTo((powers[answer] as number) / sum, 6);
        expect(effect).toHaveLength(row === 0 ? 12 : 7);
      });
      classifier.dispose();
    },
  );

  it('leaves the scale alone when the largest value is hidden', async () => {
    const preparation: Preparation = { scaling: 'max', missing: 'linear' };
    const classifier = classifierFor(preparation);
    const time = 6;
    const row = (values: number[]): Dataset => ({
      ...dataset,
      count: 1,
      time,
      lengths: Int32Array.of(time),
      labels: Int32Array.of(0),
      series: Float32Array.from(values.flatMap((value) => [value, 1])),
    });
    const options = { width: 1, stride: 1, fill: 'interpolate' } as const;
    const [found] = await occludeSeries(
      (prepared) => predictLogits(classifier, prepared),
      row([1, 2, 100, 4, 2, 1]),
      preparation,
      options,
    );
    // What the model sees: hundredths, with the peak replaced by the mean of 2 and 4.
    const changed = row([0.01, 0.02, 0.03, 0.04, 0.02, 0.01]);
    for (let step = 0; step < time; step++) changed.series[2 * step + 1] = 0.01;
    const logits = [...(await predictLogits(classifier, changed))];
    const odds = (k: number) =>
      (logits[k] as number) - Math.log(logits.reduce((sum, z, i) => (i === k ? sum : sum + Math.exp(z)), 0));
    const answer = found?.answer as number;
    expect(found?.hidden[2]?.probability).toBeCloseTo(1 / (1 + Math.exp(-odds(answer))), 6);
    classifier.dispose();
  });

  it('hides whole steps of a decimated model, and says so in steps of the series', async () => {
    const preparation: Preparation = {
      scaling: 'none',
      missing: 'linear',
      decimation: { every: 3, keep: 'mean' },
    };
    const classifier = classifierFor(preparation);
    const [long, short] = await occludeSeries(
      (prepared) => predictLogits(classifier, prepared),
      dataset,
      preparation,
      { width: 4, stride: 3 },
    );
    expect(long?.hidden.map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [3, 6],
      [6, 9],
      [9, 12],
    ]);
    expect(short?.hidden.at(-1)).toMatchObject({ start: 6, end: 7 });
    expect([...(long?.effect ?? [])].slice(3, 6)).toEqual(
      new Array(3).fill(Math.fround(long?.hidden[1]?.fall ?? 0)),
    );
    expect(short?.effect).toHaveLength(7);
    classifier.dispose();
  });
});
