import { classCounts, type Dataset, lengthsOf } from './dataset';
import { momentsOf } from './preparation/scale';
import { median, quantile, seriesOf } from './preparation/statistics';

const fewSeries = 100;
const fewOfClass = 10;
const strongImbalance = 5;
const longSeries = 2000;
const differentSizes = 100;
const farFromZero = 20;
/** Bits of −0, which is the same value as 0. */
const negativeZero = 0x80000000;

/** Sentences by what they are about. */
export interface DataWarnings {
  classes: string[];
  /** The number of series and their length. */
  series: string[];
  values: string[];
}

/**
 * What to know before training on these series, or before a trained model takes them: one sentence each, with advice.
 * None of it prevents either.
 */
export function datasetWarnings(dataset: Dataset, purpose: 'train' | 'use' = 'train'): string[] {
  if (purpose === 'use') return aboutConstants(dataset);
  const { classes, series, values } = warningsOf(dataset);
  return [...classes, ...series, ...values];
}

/** The same by what they are about. */
export function warningsOf(dataset: Dataset): DataWarnings {
  return {
    classes: aboutClasses(dataset),
    series: [...aboutAmount(dataset), ...aboutLength(dataset)],
    values: [...aboutConstants(dataset), ...aboutCopies(dataset), ...aboutValues(dataset)],
  };
}

function aboutClasses(dataset: Dataset): string[] {
  const { count } = dataset;
  const classes = classCounts(dataset)
    .map((size, label) => ({ name: JSON.stringify(dataset.classNames[label]), size }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => a.size - b.size);
  const [smallest] = classes;
  const largest = classes.at(-1);
  if (!smallest || !largest || classes.length < 2) return [];
  if (classes.length > count / 2) {
    return [
      `There are ${format(classes.length)} classes among ${format(count)} series: check whether the label is in the right column.`,
    ];
  }
  const warnings = aboutNames(dataset);
  const single = classes.filter(({ size }) => size === 1);
  if (single.length > 0) {
    warnings.push(
      `${single.length === 1 ? `The class ${single[0]?.name} has` : `${single.length} classes (${listed(single.map(({ name }) => name))}) have`} ` +
        'one series only, which cannot be in all of the parts to train, validate and test on: add more, or leave ' +
        `${single.length === 1 ? 'the class' : 'these classes'} out.`,
    );
  }
  const small = classes.filter(({ size }) => size > 1 && size < fewOfClass);
  if (small.length > 0) {
    warnings.push(
      `${small.length === 1 ? 'One class has' : `${small.length} classes have`} fewer than ${fewOfClass} series ` +
        `(${listed(small.map(({ name, size }) => `${name} has ${size}`))}): too few to learn from and to test on. ` +
        'Add more, or leave them out.',
    );
  }
  if (largest.size >= strongImbalance * smallest.size) {
    warnings.push(
      `The classes differ greatly in size: ${largest.name} has ${format(largest.size)} series, ${smallest.name} has ` +
        `${format(smallest.size)}. Always answering ${largest.name} would be right ${percent(largest.size / count)} of the time, ` +
        'so judge by the balanced accuracy, or add series to the small classes.',
    );
  }
  return warnings;
}

/** Classes that are one by mistake, or none. */
function aboutNames(dataset: Dataset): string[] {
  const counts = classCounts(dataset);
  const present = dataset.classNames.filter((_, label) => (counts[label] as number) > 0);
  const alike = new Map<string, string[]>();
  for (const name of present) {
    const key = name
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ')
      .trim();
    alike.set(key, [...(alike.get(key) ?? []), JSON.stringify(name)]);
  }
  const warnings = [...alike.values()]
    .filter((names) => names.length > 1)
    .slice(0, 3)
    .map(
      (names) =>
        `The classes ${names.join(' and ')} differ only in capitals or spaces, but are taken for different ones: write them alike if they are one.`,
    );
  const nothing = present.find((name) => /^(#?n\/?a|<na>|null)$/i.test(name));
  if (nothing !== undefined) {
    warnings.push(
      `The class ${JSON.stringify(nothing)} is taken for one like the others: if it means that a label is missing, leave these series out.`,
    );
  }
  return warnings;
}

function aboutAmount({ count }: Dataset): string[] {
  if (count >= fewSeries) return [];
  return [
    `There ${count === 1 ? 'is' : 'are'} only ${count} series, so the results will be rough. Add more if you can.`,
  ];
}

function aboutConstants(dataset: Dataset): string[] {
  const { channels } = dataset;
  const empty = indicesWhere(dataset, (values) => values.every(Number.isNaN));
  const constant = indicesWhere(
    dataset,
    (values) => values.length > channels && !values.every(Number.isNaN) && isConstant(values, channels),
  );
  const zero = indicesWhere(dataset, (values) => values.every((value) => value === 0));
  const warnings: string[] = [];
  if (empty.length > 0) {
    const subject = empty.length === 1 ? 'One series has' : `${format(empty.length)} series have`;
    warnings.push(`${subject} no values at all (${seriesNumbers(empty)}): nothing can be learned there.`);
  }
  if (constant.length > 0) {
    const [subject, them] =
      constant.length === 1
        ? ['One series never changes', 'it']
        : [`${format(constant.length)} series never change`, 'them'];
    const zeros = zero.length === 0 ? '' : `; all values of ${seriesNumbers(zero)} are 0`;
    warnings.push(
      `${subject} (${seriesNumbers(constant)}${zeros}): check that this was really measured, and leave ${them} out if not.`,
    );
  }
  return warnings;
}

/** Whether each channel has one value throughout, where it has any. */
function isConstant(values: Float32Array, channels: number): boolean {
  for (let channel = 0; channel < channels; channel++) {
    let first = Number.NaN;
    for (let i = channel; i < values.length; i += channels) {
      const value = values[i] as number;
      if (Number.isNaN(first)) first = value;
      else if (value !== first && !Number.isNaN(value)) return false;
    }
  }
  return true;
}

/** Series that repeat an earlier one. Those with a different label are listed apart, since no network can learn both. */
function aboutCopies(dataset: Dataset): string[] {
  const { labels } = dataset;
  const copies: number[] = [];
  const contradictions: [earlier: number, later: number][] = [];
  for (const [earlier, later] of findCopies(dataset)) {
    if (labels[earlier] === labels[later]) copies.push(later);
    else contradictions.push([earlier, later]);
  }
  const warnings: string[] = [];
  const [contradiction] = contradictions;
  if (contradiction) {
    warnings.push(
      `${contradictions.length === 1 ? 'One series is' : `${format(contradictions.length)} series are`} the same as another one ` +
        `with a different label (for example series ${contradiction[0] + 1} and ${contradiction[1] + 1}): correct one of the labels.`,
    );
  }
  if (copies.length > 0) {
    const [subject, them] =
      copies.length === 1
        ? ['One series is a copy', 'it']
        : [`${format(copies.length)} series are copies`, 'them'];
    warnings.push(
      `${subject} of an earlier one (${seriesNumbers(copies)}): remove ${them}, or the model may be tested on series it has memorised.`,
    );
  }
  return warnings;
}

function aboutLength({ time, lengths }: Dataset): string[] {
  if (time <= longSeries) return [];
  const every = Math.ceil(time / 500);
  return [
    `${lengths ? 'The longest series has' : 'Each series has'} ${format(time)} steps, which makes training slow. If they keep their shape, use only every ${every}th step.`,
  ];
}

function aboutValues(dataset: Dataset): string[] {
  const sizes: number[] = [];
  const offsets: number[] = [];
  indicesWhere(dataset, (values) => {
    const { largest, mean, deviation } = momentsOf(values);
    if (largest > 0) sizes.push(largest);
    if (deviation > 0) offsets.push(Math.abs(mean) / deviation);
    return false;
  });
  const warnings: string[] = [];
  const ratio = quantile(sizes, 0.95) / quantile(sizes, 0.05);
  if (ratio >= differentSizes) {
    warnings.push(
      `Some series are about ${format(Math.round(ratio))} times as large as others: the scaling "zscore" or "max" makes them ` +
        'equally large.',
    );
  }
  if (median(offsets) >= farFromZero) {
    warnings.push(
      'The values change little compared with how far they are from zero: scaling by "zscore" or "standardise" subtracts ' +
        'that; with "max" or "none" the network would hardly see the changes.',
    );
  }
  return warnings;
}

/** [earlier, later] for each series that repeats an earlier one. */
function* findCopies(dataset: Dataset): Generator<[number, number]> {
  const { series, count, time, channels } = dataset;
  const size = time * channels;
  const lengths = lengthsOf(dataset);
  const bits = new Uint32Array(series.buffer, series.byteOffset, series.length);
  const bitsAt = (i: number): number => {
    const value = bits[i] as number;
    return value === negativeZero ? 0 : value;
  };
  const seen = new Map<number, number[]>();
  for (let row = 0; row < count; row++) {
    let hash = lengths[row] as number;
    for (let i = row * size; i < (row + 1) * size; i++)
      hash = Math.imul(hash ^ bitsAt(i), 0x9e3779b1) ^ (hash >>> 15);
    const candidates = seen.get(hash);
    const earlier = candidates?.find((other) => {
      if (lengths[other] !== lengths[row]) return false;
      for (let i = 0; i < size; i++) if (bitsAt(other * size + i) !== bitsAt(row * size + i)) return false;
      return true;
    });
    if (earlier !== undefined) yield [earlier, row];
    else if (candidates) candidates.push(row);
    else seen.set(hash, [row]);
  }
}

/** @param holds is given the values of a series without its padding. */
function indicesWhere(dataset: Dataset, holds: (values: Float32Array) => boolean): number[] {
  const indices: number[] = [];
  for (let row = 0; row < dataset.count; row++) if (holds(seriesOf(dataset, row))) indices.push(row);
  return indices;
}

/** `number 3`, `numbers 3 and 8`, `numbers 3, 8, 9, and more`. */
function seriesNumbers(indices: readonly number[]): string {
  const numbers = indices.slice(0, 3).map((index) => format(index + 1));
  if (numbers.length === 1) return `number ${numbers[0]}`;
  if (indices.length > numbers.length) return `numbers ${numbers.join(', ')}, and more`;
  return `numbers ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}

function listed(parts: readonly string[]): string {
  return parts.length <= 3 ? parts.join(', ') : `${parts.slice(0, 3).join(', ')}, and so on`;
}

function format(count: number): string {
  return count.toLocaleString('en');
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
