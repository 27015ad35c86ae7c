import { ConfigError, checkRunConfig, parseConfigText, type RunConfig, recipeNames } from '../data/config';
import { checkDataRecord, type DataRecord } from '../data/data-record';
import {
  type ChoiceParameter,
  type HyperParameter,
  hyperParameterNames,
  hyperParameters,
  type NumberParameter,
} from '../data/hyper-parameters';
import { type PresetName, presetConfigs } from '../data/presets';
import { CommandError } from './errors';
import { readText } from './files';

type Dashed<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}-${Dashed<Tail>}`
  : Name;
type FlagName = 'recipe' | 'seed' | Dashed<HyperParameter>;
export type FlagValues = Partial<Record<FlagName, string | undefined>>;

interface Flag {
  type: 'string';
  valueHint: string;
  description: string;
}

function flag(valueHint: string, description: string): Flag {
  return { type: 'string', valueHint, description };
}

/** Flags that override keys of the configuration: `--batch-size` is the key `batch_size`. */
export const trainingFlags = {
  recipe: flag(
    recipeNames.join('|'),
    'named set of training values (default robust for generated series, general for those of a file)',
  ),
  seed: flag('N', 'for the data, the first weights and the order of the batches (default 0)'),
  ...Object.fromEntries(
    hyperParameterNames.map((name) => [name.replaceAll('_', '-'), flagOf(hyperParameters[name])]),
  ),
} as Record<FlagName, Flag>;

function flagOf(parameter: NumberParameter | ChoiceParameter): Flag {
  const { help } = parameter;
  if (parameter.kind === 'choice') return flag(Object.keys(parameter.options).join('|'), help);
  return flag(parameter.isWhole ? 'N' : 'X', help);
}

/** The configuration of a run. */
export interface Configuration {
  config: RunConfig;
  /** What the file says of the series of its run, where they were not generated. */
  recorded?: { record: DataRecord; config: string };
}

/** Flags that name a configuration as a whole. */
export interface NamedConfiguration {
  config?: string | undefined;
  preset?: PresetName | undefined;
}

/**
 * The configuration of a run: a flag overrides the file or the preset, and that overrides the recipe.
 * @param named the configuration file or the preset; the article's task where neither is given.
 * @throws CommandError or ConfigError that names the file or the flag.
 */
export async function readConfiguration(
  named: NamedConfiguration,
  flags: FlagValues,
): Promise<Configuration> {
  const { config: path, preset } = named;
  if (preset !== undefined) {
    if (path !== undefined) {
      throw new CommandError(
        `--preset ${preset} and --config ${path} are each a whole configuration: give one of them.`,
      );
    }
    return { config: applyFlags(checkRunConfig(presetConfigs[preset], preset), flags) };
  }
  if (path === undefined) return { config: applyFlags({}, flags) };
  const value = parseConfigText(await readText(path, 'configuration'), path);
  if (typeof value !== 'object' || value === null || !('data' in value)) {
    return { config: applyFlags(checkRunConfig(value, path), flags) };
  }
  const { data, ...keys } = value;
  return {
    config: applyFlags(checkRunConfig(keys, path), flags),
    recorded: { record: checkDataRecord(data, path), config: path },
  };
}

/** @throws CommandError that names the flag with a wrong value. */
export function applyFlags(config: Partial<RunConfig>, flags: FlagValues): RunConfig {
  const overrides = Object.entries(flags).flatMap(([name, value]) =>
    value === undefined ? [] : [[name.replaceAll('-', '_'), toValue(value)] as const],
  );
  try {
    return checkRunConfig({ ...config, ...Object.fromEntries(overrides) }, 'the command line');
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new CommandError(nameFlags(error.message, Object.keys(flags)));
  }
}

/** A number if the text is one, so that a message shows a wrong value as it was given. */
function toValue(text: string): string | number {
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? text : number;
}

/** `the command line: "batch_size" is 0` becomes `--batch-size is 0`. */
function nameFlags(message: string, flags: string[]): string {
  return flags.reduce(
    (text, flag) => text.replaceAll(`the command line: "${flag.replaceAll('-', '_')}"`, `--${flag}`),
    message,
  );
}
