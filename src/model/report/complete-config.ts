/** The file config.json: the configuration of a run, whole. */
import type { RunConfig } from '../../data/config';
import { pickSine } from '../../data/sine-config';
import type { TrainingSummary } from '../training/training-run';

/**
 * A configuration that repeats a run also when recipes or defaults have changed: every value that the run had.
 * @param generated whether the data were: the keys of the sines mean nothing otherwise.
 */
export function completeConfig(
  config: RunConfig,
  { recipe, seed }: Pick<TrainingSummary, 'recipe' | 'seed'>,
  generated: boolean,
): Partial<RunConfig> {
  const { name, ...values } = recipe;
  const training = Object.entries(values).map(([key, value]) => [toSnakeCase(key), value]);
  return { ...(generated && pickSine(config)), recipe: name, seed, ...Object.fromEntries(training) };
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}
