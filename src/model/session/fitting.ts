/** Whether series are such as a model takes. */
import type { Dataset } from '../../data/dataset';
import { ModelError } from '../errors';
import { channelsOf, type LoadedModel } from '../weights/model-files';

/** @throws ModelError when the series have other channels than the model takes. */
export function requireChannels(model: LoadedModel, dataset: Pick<Dataset, 'channels'>): void {
  const channels = channelsOf(model);
  if (dataset.channels === channels) return;
  throw new ModelError(
    `The model takes series of ${channels} values per step, but these have ${dataset.channels}.`,
  );
}

/** @throws ModelError when the series' classes are not the model's. */
export function requireClasses({ metadata: { classNames } }: LoadedModel, dataset: Dataset): void {
  if (dataset.classNames.join() === classNames.join()) return;
  throw new ModelError(
    `The model knows the classes ${classNames.join(', ')}, but the data have ${dataset.classNames.join(', ')}.`,
  );
}

/** @throws ModelError when the values are not whole steps, or none. */
export function requireSteps(model: LoadedModel, series: Float32Array): void {
  const channels = channelsOf(model);
  if (series.length > 0 && series.length % channels === 0) return;
  throw new ModelError(
    `The series has ${series.length} values; it needs at least one step of ${channels}, and only whole steps.`,
  );
}
