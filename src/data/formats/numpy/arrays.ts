import { DataError } from '../../errors';
import { DatasetBuilder, type SeriesFacts } from '../dataset-builder';
import type { DataFile, Reading, ReadOptions } from '../format';
import { labelIgnored } from '../own-labels';
import { Padding } from '../padding';
import { isText, readNumbers, readTexts } from './elements';
import { type ArrayHeader, describeShape, readArrayHeader } from './header';

/** The arrays that make a data set, each a `.npy` file. */
export interface ArrayFiles {
  values: DataFile;
  labels?: DataFile;
  ids?: DataFile;
  groups?: DataFile;
}

/** How the axes of the values are used: the sizes, and how far apart neighbours are in [series, steps, channels]. */
interface Layout {
  count: number;
  time: number;
  channels: number;
  strides: number[];
  guesses: string[];
}

/**
 * Reads series from arrays: values of [series, steps], [series, channels, steps] or [series, steps, channels], and
 * labels, one for each series. Steps at a series' end where all channels are NaN are padding.
 * @param format what the reading is called.
 * @throws DataError naming the array, its shape and the shape that was expected.
 */
export async function readArrays(
  files: ArrayFiles,
  format: string,
  options: ReadOptions,
  progress: (bytesRead: number) => void,
): Promise<Reading> {
  const { name } = files.values;
  const header = await readArrayHeader(files.values);
  if (isText(header)) throw new DataError(`${name} holds text; an array of numbers was expected.`);
  const { count, time, channels, strides, guesses } = layOut(header, name, options.axes);
  const facts = await readFacts(files, count, header, options);
  const values = await readNumbers(files.values, header, strides, progress);
  const size = time * channels;
  const labelStep = labelColumn(options, files, header);
  const builder = new DatasetBuilder({ channels, classNames: options.classNames });
  const padding = new Padding();
  let missing = 0;
  for (let row = 0; row < count; row++) {
    let series = values.subarray(row * size, (row + 1) * size);
    const own: SeriesFacts = { ...facts[row] };
    if (labelStep === 'first') {
      own.label = String(series[0]);
      series = series.subarray(1);
    } else if (labelStep === 'last') {
      own.label = String(series[size - 1]);
      series = series.subarray(0, size - 1);
    }
    const before = missing;
    for (const value of series) {
      if (Number.isNaN(value)) missing += 1;
      else if (!Number.isFinite(value)) throw infinite(name, row, value);
    }
    builder
      .add(series.length / channels, own, () => `${(files.labels ?? files.values).name}, element ${row}`)
      .set(series);
    if (missing > before) padding.add(row, series, channels);
  }
  const padded = padding.cut(builder);
  const where = files.labels
    ? `the labels are the array ${files.labels.name.replace(/^.*\//, '')}`
    : 'arrays have no names of columns, only a first and a last one';
  const warnings = labelStep === null ? labelIgnored(name, options, where) : [];
  if (!files.labels && labelStep === null && options.label !== 'none') {
    guesses.push(
      `${name} has no labels beside it (y, in an array of its own; or --label first or last, for a column of it).`,
    );
  }
  if (padded > 0)
    guesses.push('Steps at the end of a series that are all NaN are taken for padding, so lengths differ.');
  return {
    dataset: builder.build(),
    found: { format, label: labelStep, missing: missing - padded, guesses, warnings },
  };
}

function layOut(header: ArrayHeader, name: string, axes: ReadOptions['axes']): Layout {
  const { shape } = header;
  const [count = 0, second = 0, third = 0] = shape;
  if (shape.length < 2 || shape.length > 3) {
    throw new DataError(
      `${name} has the shape ${describeShape(shape)}; expected two axes (series, steps) or three, (series, channels, steps) or (series, steps, channels).`,
    );
  }
  if (shape.includes(0)) throw new DataError(`${name} is empty: its shape is ${describeShape(shape)}.`);
  if (shape.length === 2) return { count, time: second, channels: 1, strides: [second, 1, 0], guesses: [] };
  // Series mostly have more steps than channels.
  const order = axes ?? (second < third ? 'nct' : 'ntc');
  const [time, channels] = order === 'ntc' ? [second, third] : [third, second];
  const strides = order === 'ntc' ? [time * channels, channels, 1] : [time * channels, 1, channels];
  const guess = `The axes ${describeShape(shape)} are taken for (${order === 'ntc' ? 'series, steps, channels' : 'series, channels, steps'}): ${channels} channels of ${time} steps. Else: --axes ${order === 'ntc' ? 'nct' : 'ntc'}.`;
  return { count, time, channels, strides, guesses: axes ? [] : [guess] };
}

/** Where the values themselves hold the label, which only the options can say. */
function labelColumn(
  options: ReadOptions,
  files: ArrayFiles,
  { shape }: ArrayHeader,
): 'first' | 'last' | null {
  const { label } = options;
  if (files.labels || (label !== 'first' && label !== 'last')) return null;
  if (shape.length === 2 && (shape[1] as number) > 1) return label as 'first' | 'last';
  throw new DataError(
    `${files.values.name}: --label ${label} needs an array (series, 1 + steps); this one has the shape ${describeShape(shape)}.`,
  );
}

async function readFacts(
  files: ArrayFiles,
  count: number,
  values: ArrayHeader,
  options: ReadOptions,
): Promise<SeriesFacts[]> {
  const facts = Array.from({ length: count }, (): SeriesFacts => ({}));
  for (const [fact, file] of [
    ['label', options.label === 'none' ? undefined : files.labels],
    ['id', files.ids],
    ['group', files.groups],
  ] as const) {
    if (!file) continue;
    const texts = await readColumn(
      file,
      count,
      `${files.values.name} has the shape ${describeShape(values.shape)}`,
    );
    texts.forEach((text, row) => {
      (facts[row] as SeriesFacts)[fact] = text;
    });
  }
  return facts;
}

/** The texts of an array with one element a series, or one row a series that marks its class by a 1 among zeros. */
async function readColumn(file: DataFile, count: number, beside: string): Promise<string[]> {
  const header = await readArrayHeader(file);
  const [length = 0, width = 1] = header.shape;
  if (header.shape.length === 0 || header.shape.length > 2 || length !== count) {
    throw new DataError(
      `${file.name} has the shape ${describeShape(header.shape)}, but ${beside}: expected (${count},), one element for each series.`,
    );
  }
  if (width === 1) return await readTexts(file, header);
  const marks = await readNumbers(file, header, [width, 1], () => {});
  return Array.from({ length: count }, (_, row) => {
    const own = marks.slice(row * width, (row + 1) * width);
    const mark = own.indexOf(1);
    if (mark < 0 || own.some((value, column) => value !== Number(column === mark))) {
      throw new DataError(
        `${file.name}, row ${row}: expected one element for each series, or rows with a 1 for the class and zeros; ` +
          `the shape is ${describeShape(header.shape)}.`,
      );
    }
    return String(mark);
  });
}

function infinite(name: string, row: number, value: number): DataError {
  return new DataError(
    `${name}, series ${row}: ${value > 0 ? 'inf' : '-inf'} is no value, or is too large for a 32-bit float. ` +
      'Mark missing values by NaN: X[~np.isfinite(X)] = np.nan.',
  );
}
