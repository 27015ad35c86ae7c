import { type Allowed, describeAllowed, isAllowed } from './allowed';
import { ConfigError } from './errors';
import { type HyperParameters, hyperParameters } from './hyper-parameters';
import { findJsonProblem } from './json';
import { pickSine, type SineConfig, sineParameters } from './sine-config';
import { type ConfigProblem, findRangeProblems } from './sine-ranges';
import { suggest } from './suggest';

export { ConfigError } from './errors';
export type { ConfigProblem } from './sine-ranges';

/**
 * Everything a run can be configured with: the data task (with the article's keys and defaults) and, optionally, how
 * to train.
 */
export interface RunConfig extends SineConfig, Partial<HyperParameters> {
  /** The recipe that supplies every hyper-parameter that is left out; absent: by the data. */
  recipe?: RecipeName;
  seed?: number;
}

export const recipeNames = ['robust', 'general', 'article'] as const;
/** A named set of hyper-parameters. */
export type RecipeName = (typeof recipeNames)[number];

const allowed: Readonly<Record<string, Allowed>> = {
  ...sineParameters,
  recipe: { kind: 'choice', options: Object.fromEntries(recipeNames.map((name) => [name, name])) },
  ...hyperParameters,
  seed: { kind: 'number', isWhole: true, range: [0, Number.MAX_SAFE_INTEGER] },
};
const keys = Object.keys(allowed);

/** A configuration with every key set, so that a later change to a recipe or a default cannot alter it. */
export type CompleteConfig = Required<RunConfig>;
export type ConfigKey = keyof CompleteConfig;

/**
 * Reads the JSON text of a run's configuration; keys left out have the article's (data) or the recipe's
 * (training) values.
 * @param fileName what error messages call the text.
 * @throws ConfigError that names each wrong key, the value it had and what is allowed, or the place where the
 * text is not JSON.
 */
export function parseRunConfig(text: string, fileName: string): RunConfig {
  return checkRunConfig(parseConfigText(text, fileName), fileName);
}

/** The value of a configuration's JSON text, unchecked. @throws ConfigError with the place where it is not JSON. */
export function parseConfigText(text: string, fileName: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  const problem = findJsonProblem(json);
  if (problem) {
    throw new ConfigError(
      `${fileName}, line ${problem.line}, column ${problem.column}: not valid JSON: ${problem.message}.`,
    );
  }
  return JSON.parse(json);
}

/**
 * Checks a configuration that is already parsed, for example one made from a page's form or URL.
 * @throws ConfigError as {@link parseRunConfig} does.
 */
export function checkRunConfig(value: unknown, source: string): RunConfig {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ConfigError(`${source}: a configuration is a JSON object such as {"num_points": 500}.`);
  }
  const given = value as Record<string, unknown>;
  const problems = findConfigProblems(given);
  if (problems.length > 0) {
    throw new ConfigError(problems.map(({ message }) => `${source}: ${message}`).join('\n'));
  }
  const training = keys.filter((key) => !(key in sineParameters) && given[key] !== undefined);
  return { ...pickSine(given), ...Object.fromEntries(training.map((key) => [key, given[key]])) };
}

/** Lists what is wrong with a configuration; empty if nothing is. */
export function findConfigProblems(value: Record<string, unknown>): ConfigProblem[] {
  const wrong = keys
    .filter((key) => value[key] !== undefined && !isAllowed(value[key], allowed[key] as Allowed))
    .map((key): ConfigProblem => {
      const had = typeof value[key] === 'number' ? value[key] : JSON.stringify(value[key]);
      return { key, message: `"${key}" is ${had}; it must be ${describeAllowed(allowed[key] as Allowed)}.` };
    });
  const unknown = Object.keys(value)
    .filter((key) => !Object.hasOwn(allowed, key))
    .map((key): ConfigProblem => ({ key, message: describeUnknownKey(key) }));
  const problems = [...wrong, ...unknown];
  // Checks that compare values mean little while one of the values is itself invalid.
  return problems.length > 0 ? problems : findRangeProblems(pickSine(value));
}

function describeUnknownKey(key: string): string {
  if (key === 'data') {
    return 'the run was on series of its own, which "data" names. Open those, and leave "data" out here.';
  }
  const meant = suggest(key, keys);
  return meant
    ? `there is no key "${key}"; did you mean "${meant}"?`
    : `there is no key "${key}"; the keys are ${keys.join(', ')}.`;
}
