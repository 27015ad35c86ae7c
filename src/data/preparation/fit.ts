import type { Dataset } from '../dataset';
import { largestMagnitude } from '../largest';
import { decimate } from './decimate';
import {
  type Decimation,
  type MissingPolicy,
  noPreparation,
  type Preparation,
  type Scaling,
} from './preparation';
import { prepareSeries } from './prepare';
import { divisor, momentsOf, ROUNDING } from './scale';
import { explainedByClass, median, quantile, seriesOf } from './statistics';

/** What is asked for; 'auto' lets a rule decide by the series. */
export interface PreparationOptions {
  scaling: Scaling | 'auto';
  missing: MissingPolicy | 'auto';
  /** Whether the first difference is added to the channels. */
  difference: 'auto' | 'on' | 'off';
  /** How series longer than `longest` are shortened. */
  decimate: 'auto' | 'none' | 'mean' | 'peak';
  /** Most steps that a series keeps, unless `decimate` is 'none'; with 'auto', smooth series keep 128 at most. */
  longest: number;
}

export interface FittedPreparation {
  preparation: Preparation;
  /** What was chosen, and why: a sentence for each rule that decided. */
  reasons: string[];
}

/** Where more values than this share are missing, where they are missing may say more than a line drawn across. */
const manyMissing = 0.2;
/** Level or spread belong to the class where the classes explain more than this share of their variance. */
const telling = 0.2;
/** Series that differ this much in size are scaled each by itself. */
const manySizes = 100;
/** Correlation of neighbouring values above which a series is smooth, and its slope is worth a channel. */
const smooth = 0.95;
/** Share of the variance that means must keep; below, the peaks carry what there is to see. */
const keptByMeans = 0.85;
/**
 * Series that can do with means are shortened to as many steps. What lies further apart an LSTM hardly learns to connect
 * from a few hundred examples: docs/datasets.md.
 */
const comfortable = 128;

/**
 * Decides how series are prepared, and measures what that takes. It looks at the training part only, so that nothing
 * of the other parts gets into the model.
 */
export function fitPreparation(train: Dataset, options: PreparationOptions): FittedPreparation {
  const reasons: string[] = [];
  const decide = <Choice>([choice, reason]: Decision<Choice>): Choice => {
    if (reason) reasons.push(reason);
    return choice;
  };
  const decimation = decide(chooseDecimation(train, options));
  const missing = decide(chooseMissing(train, options.missing));
  const scaling = decide(chooseScaling(train, options.scaling));
  const preparation: Preparation = {
    scaling,
    missing,
    ...(decimation && { decimation }),
  };
  if (scaling === 'standardise') preparation.standards = measureStandards(train, preparation);
  if (decide(chooseDifference(train, preparation, options.difference))) {
    preparation.differences = measureDifferences(train, preparation);
  }
  return { preparation, reasons };
}

/** The same preparation, with what it measures measured on these series alone. */
export function remeasured(train: Dataset, { standards, differences, ...rest }: Preparation): Preparation {
  const preparation: Preparation = rest;
  if (standards) preparation.standards = measureStandards(train, preparation);
  if (differences) preparation.differences = measureDifferences(train, preparation);
  return preparation;
}

/**
 * What a preparation makes of series of this shape where nothing else is known of them: with a slope, and without
 * masks, which few data need.
 */
export function assumedPreparation(
  { time, channels }: { time: number; channels: number },
  { difference, missing, decimate: choice, longest }: PreparationOptions,
): Preparation {
  const every = choice === 'none' ? 1 : Math.ceil(time / longest);
  return {
    ...noPreparation,
    missing: missing === 'auto' ? 'linear' : missing,
    ...(difference !== 'off' && { differences: new Array<number>(channels).fill(1) }),
    ...(every > 1 && { decimation: { every, keep: choice === 'peak' ? 'peak' : 'mean' } }),
  };
}

/** What was decided, and a sentence where a rule did it. */
type Decision<Choice> = [choice: Choice, reason?: string];

function chooseDecimation(
  train: Dataset,
  { decimate: choice, longest }: PreparationOptions,
): Decision<Decimation | null> {
  const every = Math.ceil(train.time / longest);
  const told = (every: number, keep: string) =>
    `The longest series has ${train.time} steps: every ${every} steps become one, ${keep}.`;
  if (choice === 'mean' || choice === 'peak') {
    if (every < 2) return [null];
    return [{ every, keep: choice }, told(every, choice === 'mean' ? 'their mean' : 'with their peaks')];
  }
  const most = Math.ceil(train.time / Math.min(longest, comfortable));
  if (choice === 'none' || most < 2) return [null];
  const kept = shareKeptByMeans(train, most);
  if (kept >= keptByMeans) {
    return [
      { every: most, keep: 'mean' },
      told(most, `their mean, which keeps ${percent(kept)} of the variance`),
    ];
  }
  if (every < 2) return [null];
  const keptByFewer = shareKeptByMeans(train, every);
  return keptByFewer < keptByMeans
    ? [
        { every, keep: 'peak' },
        told(every, `with their peaks, since means would keep ${percent(keptByFewer)} of the variance`),
      ]
    : [{ every, keep: 'mean' }, told(every, 'their mean')];
}

/** Median over series and channels of the variance of means of `every` steps, as a share of that of the steps. */
function shareKeptByMeans(train: Dataset, every: number): number {
  const { channels } = train;
  const shares: number[] = [];
  for (let row = 0; row < train.count; row++) {
    const values = seriesOf(train, row);
    const means = decimate(values, channels, { every, keep: 'mean' });
    for (let channel = 0; channel < channels; channel++) {
      const { deviation, largest } = momentsOf(values, channel, channels);
      if (deviation <= ROUNDING * largest) continue;
      shares.push((momentsOf(means, channel, channels).deviation / deviation) ** 2);
    }
  }
  return shares.length > 0 ? Math.min(1, median(shares)) : 1;
}

function chooseMissing(train: Dataset, choice: PreparationOptions['missing']): Decision<MissingPolicy> {
  if (choice !== 'auto') return [choice];
  let [missing, all] = [0, 0];
  for (let row = 0; row < train.count; row++) {
    const values = seriesOf(train, row);
    all += values.length;
    for (const value of values) if (Number.isNaN(value)) missing += 1;
  }
  if (missing === 0) return ['linear'];
  const share = missing / all;
  return share > manyMissing
    ? ['zero+mask', `${percent(share)} of the values are missing: a channel tells the model which.`]
    : ['linear', `${percent(share)} of the values are missing: a line between their neighbours fills them.`];
}

function chooseScaling(train: Dataset, choice: PreparationOptions['scaling']): Decision<Scaling> {
  if (choice !== 'auto') return [choice];
  const told: number[] = [];
  const sizes: number[] = [];
  for (let channel = 0; channel < train.channels; channel++) {
    const moments = Array.from({ length: train.count }, (_, row) =>
      momentsOf(seriesOf(train, row), channel, train.channels),
    );
    const means = moments.map(({ mean }) => mean);
    const deviations = moments.map(({ deviation }) => deviation);
    for (const deviation of deviations) if (deviation > 0) sizes.push(deviation);
    // Series that came with mean 0 and deviation 1 differ by rounding only.
    const typical = median(deviations);
    const differ = (values: number[]) => momentsOf(values).deviation > 1e-3 * typical;
    for (const values of [means, deviations]) {
      if (differ(values)) told.push(explainedByClass(values, train.labels));
    }
  }
  const ratio = quantile(sizes, 0.95) / quantile(sizes, 0.05);
  if (ratio >= manySizes) {
    return [
      'zscore',
      `Some series are ${Math.round(ratio)} times as large as others: each is brought to mean 0 and deviation 1 by itself.`,
    ];
  }
  return told.some((share) => share > telling)
    ? [
        'standardise',
        'Level or spread of the series tell the classes apart: channels are brought to mean 0 and deviation 1 over all ' +
          'training series together.',
      ]
    : [
        'zscore',
        'Level and spread of the series tell little about their class: each is brought to mean 0 and deviation 1 by itself.',
      ];
}

function chooseDifference(
  train: Dataset,
  preparation: Preparation,
  choice: PreparationOptions['difference'],
): Decision<boolean> {
  if (choice !== 'auto') return [choice === 'on'];
  const correlations: number[] = [];
  forEachChannel(train, preparation, (values) => {
    const { mean, deviation, largest } = momentsOf(values);
    if (deviation <= ROUNDING * largest || values.length < 3) return;
    let products = 0;
    for (let i = 1; i < values.length; i++) {
      products += ((values[i] as number) - mean) * ((values[i - 1] as number) - mean);
    }
    correlations.push(products / ((values.length - 1) * deviation ** 2));
  });
  return median(correlations) > smooth
    ? [true, 'The series are smooth: their slope is given to the model as well.']
    : [false];
}

/** Means and deviations of each channel over all values that are there, after decimation. */
function measureStandards(train: Dataset, { decimation }: Preparation): Preparation['standards'] {
  const { channels } = train;
  const all = Array.from({ length: train.count }, (_, row) => {
    const values = seriesOf(train, row);
    return decimation ? decimate(values, channels, decimation) : values;
  });
  const standards = { means: [] as number[], deviations: [] as number[] };
  for (let channel = 0; channel < channels; channel++) {
    const each = all.map((values) => momentsOf(values, channel, channels));
    const count = each.reduce((sum, moments) => sum + moments.count, 0);
    const weighted = (of: (moments: (typeof each)[number]) => number): number =>
      count === 0 ? 0 : each.reduce((sum, moments) => sum + moments.count * of(moments), 0) / count;
    const mean = weighted((moments) => moments.mean);
    const variance = weighted((moments) => moments.deviation ** 2 + (moments.mean - mean) ** 2);
    const largest = largestMagnitude(each.map((moments) => moments.largest));
    standards.means.push(mean);
    standards.deviations.push(divisor({ deviation: Math.sqrt(variance), largest }));
  }
  return standards;
}

/** The root-mean-square of each channel's first differences; 1 where nothing ever changes. */
function measureDifferences(train: Dataset, preparation: Preparation): number[] {
  const squares = new Float64Array(train.channels);
  let count = 0;
  forEachChannel(train, preparation, (values, channel) => {
    for (let i = 1; i < values.length; i++) {
      squares[channel] = (squares[channel] ?? 0) + ((values[i] as number) - (values[i - 1] as number)) ** 2;
      if (channel === 0) count += 1;
    }
  });
  return Array.from(squares, (sum) => Math.sqrt(sum / Math.max(1, count)) || 1);
}

/** Visits each channel of each series as it is prepared, without differences. */
function forEachChannel(
  { channels, ...train }: Dataset,
  { differences: _none, ...preparation }: Preparation,
  visit: (values: number[], channel: number) => void,
): void {
  for (let row = 0; row < train.count; row++) {
    const prepared = prepareSeries(seriesOf({ channels, ...train }, row), channels, preparation);
    const width = channels * (preparation.missing === 'zero+mask' ? 2 : 1);
    for (let channel = 0; channel < channels; channel++) {
      visit(
        Array.from(
          { length: prepared.length / width },
          (_, step) => prepared[step * width + channel] as number,
        ),
        channel,
      );
    }
  }
}

function percent(share: number): string {
  const rounded = Math.round(1000 * share) / 10;
  return `${rounded < 0.1 ? 'less than 0.1' : rounded} %`;
}
