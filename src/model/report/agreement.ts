/** Attention held against occlusion, over a sample of series: what report.json has of it, and the same as text. */
import { type Dataset, subset } from '../../data/dataset';
import { attentionAgreement, type CorrelationSummary, summariseCorrelations } from '../explain/agreement';
import type { Fill } from '../explain/fill';
import { defaultFill, type Occlusion, type OcclusionOptions } from '../explain/occlusion';
import type { Predictions } from '../network/evaluation';
import { joinLocalisations, type Localisation, localisation } from './metrics/localisation';

/** How well attention and occlusion agree, and how much of each lies in the marked regions of the same series. */
export interface Agreement {
  /** Series that were looked at. */
  series: number;
  /** Steps hidden at a time; null: a tenth of each series. */
  width: number | null;
  fill: Fill;
  /** Forward passes that it took. */
  passes: number;
  /** Rank correlation of a series' stretches; null where it is defined for none. */
  correlation: CorrelationSummary | null;
  /** Where the attention lies; null where no series has a region. */
  attention: Localisation | null;
  /** Likewise for the falls of the answer; steps whose hiding makes the answer surer count as 0. */
  occlusion: Localisation | null;
}

/** Series of a test part that are occluded for a report: each takes some twenty forward passes. */
export const mostOccluded = 64;

/**
 * Occludes evenly spaced series of a test part, at most {@link mostOccluded}.
 * @param occlude of the model that predicted.
 */
export async function sampleAgreement(
  test: Dataset,
  predictions: Predictions,
  occlude: (series: Dataset) => Promise<Occlusion[]>,
): Promise<Agreement> {
  const { time } = predictions;
  const count = Math.min(test.count, mostOccluded);
  const rows = Array.from({ length: count }, (_, i) => Math.floor((i * test.count) / count));
  const sample = subset(test, rows);
  const attention = new Float32Array(count * time);
  rows.forEach((row, i) => {
    attention.set(predictions.attention.subarray(row * time, (row + 1) * time), i * time);
  });
  const totals = new AgreementTotals();
  totals.add({ series: sample, attention, occlusions: await occlude(sample) });
  return totals.agreement;
}

/** Series, with what was found of them. */
export interface OccludedSeries {
  series: Dataset;
  /** [count, time] */
  attention: Float32Array;
  occlusions: readonly Occlusion[];
}

/** The agreement over several blocks of series. */
export class AgreementTotals {
  private passes = 0;
  private readonly correlations: (number | undefined)[] = [];
  private readonly attention: Localisation[] = [];
  private readonly occlusion: Localisation[] = [];

  /** @param options that the series are occluded with. */
  constructor(private readonly options: OcclusionOptions = {}) {}

  /** @returns the rank correlation of each of these series. */
  add({ series, attention, occlusions }: OccludedSeries): (number | undefined)[] {
    const { time } = series;
    const correlations = occlusions.map((occlusion, row) =>
      attentionAgreement(attention.subarray(row * time, (row + 1) * time), occlusion),
    );
    this.correlations.push(...correlations);
    for (const { hidden } of occlusions) this.passes += 1 + hidden.length;
    const located = localisation(attention, series);
    if (located) this.attention.push(located);
    const effects = localisation(positiveEffects(occlusions, time), series);
    if (effects) this.occlusion.push(effects);
    return correlations;
  }

  get agreement(): Agreement {
    return {
      series: this.correlations.length,
      width: this.options.width ?? null,
      fill: this.options.fill ?? defaultFill,
      passes: this.passes,
      correlation: summariseCorrelations(this.correlations),
      attention: joinLocalisations(this.attention),
      occlusion: joinLocalisations(this.occlusion),
    };
  }
}

/** [count, time]: how far hiding what is around each step lowers the answer; 0 where it does not, and in padding. */
function positiveEffects(occlusions: readonly Occlusion[], time: number): Float32Array {
  const effects = new Float32Array(occlusions.length * time);
  occlusions.forEach(({ effect }, row) => {
    effects.set(
      effect.map((fall) => Math.max(0, fall)),
      row * time,
    );
  });
  return effects;
}

/** The agreement as readable text, without a line break at its end. */
export function formatAgreement(agreement: Agreement): string {
  const { series, width, fill, passes, correlation, attention, occlusion } = agreement;
  const share = (value: number): string => `${(100 * value).toFixed(1)} %`;
  const hidden = width === null ? 'a tenth' : width === 1 ? '1 step' : `${width} steps`;
  const lines = [
    `Attention against occlusion: ${series} series, of each ${hidden} hidden at a time (${fill}), ${passes} forward passes:`,
    `  ${formatCorrelation(correlation)}`,
  ];
  if (attention && occlusion) {
    lines.push(
      `  inside the ${attention.name}: ${share(attention.inside)} of the attention, ${share(occlusion.inside)} of the occlusion's ` +
        `effect (by chance ${share(occlusion.chanceInside)})`,
    );
  }
  return lines.join('\n');
}

/** For example `rank correlation 0.41 in the median (quartiles 0.20 and 0.61; 64 series)`. */
function formatCorrelation(correlation: CorrelationSummary | null): string {
  if (!correlation) return 'rank correlation: not defined, since no hidden stretch changes an answer';
  const { series, lowerQuartile, median, upperQuartile } = correlation;
  const [low, middle, high] = [lowerQuartile, median, upperQuartile].map((value) => value.toFixed(2));
  return `rank correlation ${middle} in the median (quartiles ${low} and ${high}; ${series} series)`;
}
