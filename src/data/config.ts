import { z } from 'zod';
import { ConfigError } from './errors';
import {
  type ChoiceParameter,
  type HyperParameters,
  hyperParameterNames,
  hyperParameters,
  type NumberParameter,
} from './hyper-parameters';
import { findJsonProblem } from './json';
import { between, type SineConfig, sineShape, whole } from './sine-config';
import { checkRanges } from './sine-ranges';
import { suggest } from './suggest';

export { ConfigError } from './errors';

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

function oneOf(names: readonly string[]) {
  return z.enum(names).describe(`one of ${names.map((name) => `"${name}"`).join(', ')}`);
}

function schemaOf(parameter: NumberParameter | ChoiceParameter) {
  if (parameter.kind === 'choice') return oneOf(Object.keys(parameter.options));
  return (parameter.isWhole ? whole : between)(...parameter.range);
}

/** Keys that override what the recipe says. */
const trainingShape: Record<string, z.ZodType> = {
  recipe: oneOf(recipeNames),
  ...Object.fromEntries(hyperParameterNames.map((name) => [name, schemaOf(hyperParameters[name])])),
  seed: whole(0, Number.MAX_SAFE_INTEGER),
};

const fields = { ...sineShape, ...z.object(trainingShape).partial().shape };
const schema = z.strictObject(fields).superRefine((config, context) => {
  checkRanges(config as RunConfig, context);
}) as unknown as z.ZodType<RunConfig>;

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
  const problems = findConfigProblems(value as Record<string, unknown>);
  if (problems.length === 0) return schema.parse(value);
  throw new ConfigError(problems.map(({ message }) => `${source}: ${message}`).join('\n'));
}

export interface ConfigProblem {
  /** The key at fault or, where several values conflict, the one to change first. */
  key: string;
  /** One sentence that names the key, the value it has and what is allowed. */
  message: string;
}

/** Lists what is wrong with a configuration; empty if nothing is. */
export function findConfigProblems(value: Record<string, unknown>): ConfigProblem[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  const { issues } = result.error;
  const wrongValues = issues.some((issue) => issue.code !== 'custom');
  // Checks that compare values mean little while one of the values is itself invalid.
  const telling = issues.filter((issue) => !(wrongValues && issue.code === 'custom'));
  return telling.flatMap((issue) => describeIssue(issue, value));
}

function describeIssue(issue: z.core.$ZodIssue, given: Record<string, unknown>): ConfigProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ key, message: describeUnknownKey(key) }));
  }
  const key = String(issue.path[0]);
  if (issue.code === 'custom') return [{ key, message: issue.message }];
  const allowed = fields[key as keyof typeof fields].unwrap().description;
  const had = typeof given[key] === 'number' ? given[key] : JSON.stringify(given[key]);
  return [{ key, message: `"${key}" is ${had}; it must be ${allowed}.` }];
}

function describeUnknownKey(key: string): string {
  if (key === 'data') {
    return 'the run was on series of its own, which "data" names. Open those, and leave "data" out here.';
  }
  const names = Object.keys(fields);
  const meant = suggest(key, names);
  return meant
    ? `there is no key "${key}"; did you mean "${meant}"?`
    : `there is no key "${key}"; the keys are ${names.join(', ')}.`;
}
