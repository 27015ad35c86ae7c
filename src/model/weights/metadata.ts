/** What a classifier's weights alone don't say, but their user must know; written into its files and checked on the way back. */
import { checkPreparation } from '../../data/preparation/check';
import { noPreparation, type Preparation } from '../../data/preparation/preparation';
import type { ClassifierSizes } from '../network/classifier';
import { WeightsError } from './tensors';

export interface ModelMetadata {
  classNames: string[];
  /** What must be done to series before the model sees them. */
  preparation: Preparation;
  /** Time steps of the longest series it was trained on; null where that is not known. */
  time: number | null;
}

/** Scalings that need no figures of the series that a model was trained on. */
export const seriesScalings = ['none', 'max', 'zscore'] as const;
export type SeriesScaling = (typeof seriesScalings)[number];

/** Version of the metadata in a file; files from before there were versions have none, and count as the first. */
const FORMAT = 2;

/** What a file says of its model; it may leave anything out. */
interface WrittenMetadata {
  format?: unknown;
  classNames?: unknown;
  preparation?: unknown;
  /** Of the first format, which had 'none' and 'max'. */
  scaling?: unknown;
  time?: unknown;
}

/** Metadata as a value for a model.json. */
export function writtenMetadata(metadata: ModelMetadata): object {
  return { format: FORMAT, ...metadata };
}

/** Metadata as texts, which is all that a safetensors file can hold. */
export function metadataTexts({ classNames, preparation, time }: ModelMetadata): Record<string, string> {
  return {
    gatewave_format: String(FORMAT),
    class_names: JSON.stringify(classNames),
    preparation: JSON.stringify(preparation),
    ...(time !== null && { time: String(time) }),
  };
}

/** @throws WeightsError or DataError as {@link checkMetadata} does, or when a text is not what it must be. */
export function parseMetadata(
  texts: Record<string, string>,
  sizes: ClassifierSizes,
  scaling?: SeriesScaling,
): ModelMetadata {
  const { gatewave_format: format, class_names: names, preparation, time } = texts;
  return checkMetadata(
    {
      format: format === undefined ? undefined : Number(format),
      classNames: names === undefined ? undefined : parseJson('class_names', names),
      preparation: preparation === undefined ? undefined : parseJson('preparation', preparation),
      scaling: texts.scaling ?? scaling,
      time: time === undefined ? undefined : Number(time),
    },
    sizes,
  );
}

/**
 * The metadata of a model with these sizes. Where the file says nothing, classes are numbered, the series left as they
 * are, and their length is unknown.
 * @throws WeightsError or DataError that names what is wrong.
 */
export function checkMetadata(written: WrittenMetadata, sizes: ClassifierSizes): ModelMetadata {
  const { format = 1, classNames, preparation, scaling = 'none', time = null } = written;
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1) {
    throw new WeightsError(
      `The model's metadata have the format ${JSON.stringify(format)}, which is no version.`,
    );
  }
  if (format > FORMAT) {
    throw new WeightsError(
      `The model's metadata have format ${format}; this version of Gatewave knows formats up to ${FORMAT}. Update Gatewave to load it.`,
    );
  }
  if (time !== null && !(Number.isSafeInteger(time) && (time as number) > 0)) {
    throw new WeightsError(
      `The model's metadata have the time ${JSON.stringify(time)}, which is no number of steps.`,
    );
  }
  return {
    classNames: checkClassNames(classNames, sizes.classes),
    preparation:
      preparation === undefined ? ofFirstFormat(scaling) : checkPreparation(preparation, sizes.channels),
    time: time as number | null,
  };
}

function checkClassNames(names: unknown, classes: number): string[] {
  if (names === undefined) return Array.from({ length: classes }, (_, i) => String(i));
  const given = JSON.stringify(names);
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string')) {
    throw new WeightsError(
      `The model's metadata have the class names ${given}; expected is a list of ${classes} texts.`,
    );
  }
  if (names.length !== classes) {
    throw new WeightsError(
      `The model's metadata have ${names.length} class names, ${given}, but its last layer has outputs for ${classes} classes.`,
    );
  }
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice === undefined) return names;
  throw new WeightsError(`The model's metadata have the class name ${JSON.stringify(twice)} twice.`);
}

function ofFirstFormat(scaling: unknown): Preparation {
  if (seriesScalings.includes(scaling as SeriesScaling)) {
    return { ...noPreparation, scaling: scaling as SeriesScaling };
  }
  throw new WeightsError(
    `The model's metadata have the scaling ${JSON.stringify(scaling)}; known are ${seriesScalings.join(', ')}.`,
  );
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new WeightsError(`The file's metadata have the ${name} ${text}, which is not JSON.`);
  }
}
