import { describe, expect, it } from 'vitest';
import { type Dataset, subset } from '../../../../src/data/dataset';
import { defaultSineConfig } from '../../../../src/data/sine-config';
import { generateSineDataset } from '../../../../src/data/sine-dataset';
import type { Occlusion } from '../../../../src/model/explain/occlusion';
import type { Predictions } from '../../../../src/model/network/evaluation';
import { AgreementTotals, formatAgreement, sampleAgreement } from '../../../../src/model/report/agreement';

const time = 20;
const test = generateSineDataset({ ...defaultSineConfig, num_points: time, dataset_size: 150 }, 3);

/** Attention of row r is highest at step r % 20. */
const predictions: Predictions = {
  count: test.count,
  time,
  outputs: 1,
  probabilities: new Float32Array(test.count),
  attention: Float32Array.from({ length: test.count * time }, (_, i) =>
    i % time === Math.floor(i / time) % time ? 0.62 : 0.02,
  ),
  loss: 1,
};

/** Hiding lowers the answer in the given steps only, by 1 each; four stretches of five steps. */
function occlusion(steps: (step: number) => number): Occlusion {
  const effect = Float32Array.from({ length: time }, (_, step) => steps(step));
  return {
    answer: 1,
    probability: 0.9,
    hidden: [0, 5, 10, 15].map((start) => ({
      start,
      end: start + 5,
      fall: effect.subarray(start, start + 5).reduce((sum, fall) => sum + fall, 0),
      probability: 0.5,
    })),
    effect,
  };
}

const inFlat =
  ({ regions }: Dataset, row: number) =>
  (step: number) =>
    regions?.[row]?.some(({ start, end }) => step >= start && step < end) ? 1 : -0.5;

describe('the agreement', () => {
  it('is that of evenly spaced series, and of their own attention', async () => {
    let asked: Dataset | undefined;
    const found = await sampleAgreement(test, predictions, async (series) => {
      asked = series;
      return Array.from({ length: series.count }, (_, row) => {
        const own = Math.floor((row * 150) / 64) % time;
        return occlusion((step) => (step === own ? 1 : step / 1000));
      });
    });
    expect(asked).toEqual(
      subset(
        test,
        Array.from({ length: 64 }, (_, i) => Math.floor((i * 150) / 64)),
      ),
    );
    // The stretch with the peak is first in both orders; the other three tie in the attention.
    expect(found.correlation?.median).toBeCloseTo(Math.sqrt(0.6), 6);
    expect(found).toMatchObject({ series: 64, width: null, fill: 'continue', passes: 64 * 5 });
  });

  it('counts where in the regions both lie, over blocks as over all at once', () => {
    const blocks = [
      [0, 40],
      [40, 150],
    ] as const;
    const rows = Array.from({ length: test.count }, (_, row) => row);
    const add = (totals: AgreementTotals, own: readonly number[]) =>
      totals.add({
        series: subset(test, own),
        attention: Float32Array.from(
          own.flatMap((row) => [...predictions.attention.subarray(row * time, (row + 1) * time)]),
        ),
        occlusions: own.map((row) => occlusion(inFlat(test, row))),
      });
    const whole = new AgreementTotals({ width: 5, fill: 'mean' });
    const correlations = add(whole, rows);
    const parts = new AgreementTotals({ width: 5, fill: 'mean' });
    expect(blocks.flatMap(([start, end]) => add(parts, rows.slice(start, end)))).toEqual(correlations);
    const { attention, occlusion: hidden, ...rest } = whole.agreement;
    expect(parts.agreement).toMatchObject(rest);
    for (const [key, value] of Object.entries({ ...attention, ...hidden })) {
      if (typeof value !== 'number') continue;
      expect(hidden?.[key as 'inside']).toBeCloseTo(
        parts.agreement.occlusion?.[key as 'inside'] as number,
        6,
      );
    }
    // What hiding adds to an answer counts nothing.
    expect(hidden?.inside).toBeCloseTo(1, 6);
    expect(attention?.inside).toBeLessThan(0.6);
    expect(attention?.series).toBe(test.labels.filter((label) => label === 1).length);
    const text = formatAgreement(whole.agreement);
    expect(text).toContain('150 series, of each 5 steps hidden at a time (mean), 750 forward passes');
    expect(text).toMatch(/inside the flat: \d+\.\d % of the attention, 100\.0 % of the occlusion's effect/);
  });

  it('is not defined where hiding changes nothing, and says so', async () => {
    const found = await sampleAgreement(test, predictions, async ({ count }) =>
      Array.from({ length: count }, () => occlusion(() => 0)),
    );
    expect(found).toMatchObject({ correlation: null, occlusion: null });
    expect(formatAgreement(found)).toContain('not defined');
  });
});
