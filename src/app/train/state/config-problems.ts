import { type CompleteConfig, findConfigProblems } from '../../../data/config';
import { hyperParameters } from '../../../data/hyper-parameters';
import { FEWEST_SERIES } from '../../../data/validate';
import { rangeGroups, sizeControls } from './generator-fields';

/** What the page calls the settings, by key. */
const labels = new Map<string, string>([
  ['seed', 'Seed'],
  ...[...sizeControls, ...rangeGroups.flatMap(({ controls }) => controls)].map(
    ({ key, label }) => [key, label] as const,
  ),
  ...Object.entries(hyperParameters).map(([key, { label }]) => [key, label] as const),
]);

/** What is wrong with a configuration, by key, in the page's own names for the settings. */
export function configProblems(config: CompleteConfig): Map<string, string> {
  const problems = new Map(
    findConfigProblems(config).map(({ key, message }) => [key, inWordsOfPage(message)]),
  );
  const { dataset_size, normal_anomalous_ratio: share } = config;
  if (!problems.has('dataset_size') && dataset_size < FEWEST_SERIES) {
    problems.set(
      'dataset_size',
      `A training needs at least ${FEWEST_SERIES} series, to train, validate and test on.`,
    );
  }
  if (share === 0 || share === 1) {
    const which = share === 0 ? 'a frozen stretch' : 'none';
    problems.set('normal_anomalous_ratio', `All series would have ${which}; the network needs both kinds.`);
  }
  return problems;
}

function inWordsOfPage(message: string): string {
  const missing = /^"(\w+)" is NaN/.exec(message);
  if (missing) return `A number is missing in “${labels.get(missing[1] as string) ?? missing[1]}”.`;
  return message.replace(/"(\w+)"/g, (quoted, key) => (labels.has(key) ? `“${labels.get(key)}”` : quoted));
}
