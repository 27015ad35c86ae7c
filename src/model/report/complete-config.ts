/** The file config.json: the complete configuration of a run. */
import type { RunConfig } from '../../data/config';
import { pickSine } from '../../data/sine-config';
import type { TrainingSummary } from '../training/training-run';

/**
 * A configuration that repeats a run even after recipes or defaults have changed: it has every value that the run
 * used.
 * @param generated whether the data were generated; otherwise the keys of the sines mean nothing.
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
