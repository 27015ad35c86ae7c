import { classCounts, type Dataset } from './dataset';

const fewSeries = 100;
const fewOfClass = 10;
const strongImbalance = 5;
const longSeries = 2000;
const differentSizes = 100;
const farFromZero = 20;

/** Sentences by what they are about. */
export interface DataWarnings {
  classes: string[];
  /** The number of series and their length. */
  series: string[];
  values: string[];
}

/** What to know before training on these series: one sentence each, with advice. None of it prevents training. */
export function datasetWarnings(dataset: Dataset): string[] {
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
  const warnings: string[] = [];
  const small = classes.filter(({ size }) => size < fewOfClass);
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

function aboutAmount({ count }: Dataset): string[] {
  if (count >= fewSeries) return [];
  return [
    `There are only ${count} series, and a fifth of them is kept to test on, so the results will be rough. Add more if you can.`,
  ];
}

function aboutConstants(dataset: Dataset): string[] {
  const constant = indicesWhere(dataset, (values) => values.every((value) => value === values[0]));
  if (constant.length === 0) return [];
  const [subject, them] =
    constant.length === 1
      ? ['One series never changes', 'it']
      : [`${format(constant.length)} series never change`, 'them'];
  return [
    `${subject} (${seriesNumbers(constant)}): check that this was really measured, and leave ${them} out if not.`,
  ];
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

function aboutLength({ time }: Dataset): string[] {
  if (time <= longSeries) return [];
  const every = Math.ceil(time / 500);
  return [
    `Each series has ${format(time)} steps, which makes training slow. If they keep their shape, use only every ${every}th step.`,
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
  if (quantile(offsets, 0.5) >= farFromZero) {
    warnings.push(
      'The values change little compared with how far they are from zero: scaling by "zscore" or "standardise" subtracts ' +
        'that; with "max" or "none" the network would hardly see the changes.',
    );
  }
  return warnings;
}

/** [earlier, later] for each series that repeats an earlier one. */
function* findCopies(dataset: Dataset): Generator<[number, number]> {
  const size = dataset.time * dataset.channels;
  // Adding 0 makes −0 the same as 0.
  const bits = new Uint32Array(dataset.series.map((value) => value + 0).buffer);
  const seen = new Map<number, number[]>();
  for (let row = 0; row < dataset.count; row++) {
    let hash = 0;
    for (let i = row * size; i < (row + 1) * size; i++)
      hash = Math.imul(hash ^ (bits[i] as number), 0x9e3779b1) ^ (hash >>> 15);
    const candidates = seen.get(hash);
    const earlier = candidates?.find((other) => {
      for (let i = 0; i < size; i++) if (bits[other * size + i] !== bits[row * size + i]) return false;
      return true;
    });
    if (earlier !== undefined) yield [earlier, row];
    else if (candidates) candidates.push(row);
    else seen.set(hash, [row]);
  }
}

function indicesWhere(dataset: Dataset, holds: (values: Float32Array) => boolean): number[] {
  const size = dataset.time * dataset.channels;
  const indices: number[] = [];
  for (let row = 0; row < dataset.count; row++) {
    if (holds(dataset.series.subarray(row * size, (row + 1) * size))) indices.push(row);
  }
  return indices;
}

function momentsOf(values: Float32Array): { largest: number; mean: number; deviation: number } {
  let [largest, sum, squares] = [0, 0, 0];
  for (const value of values) {
    largest = Math.max(largest, Math.abs(value));
    sum += value;
  }
  const mean = sum / values.length;
  for (const value of values) squares += (value - mean) ** 2;
  return { largest, mean, deviation: Math.sqrt(squares / values.length) };
}

/** NaN where there are no values: no comparison holds then. */
function quantile(values: number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
}

function seriesNumbers(indices: readonly number[]): string {
  const number = `number ${(indices[0] as number) + 1}`;
  return indices.length === 1 ? number : `the first is ${number}`;
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
