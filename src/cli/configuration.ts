import type { ArgsDef } from 'citty';
import { ConfigError, checkRunConfig, parseRunConfig, type RunConfig } from '../data/config';
import { CommandError } from './errors';
import { readText } from './files';

function flag<const Hint extends string>(valueHint: Hint, description: string) {
  return { type: 'string', valueHint, description } as const;
}

/** Flags that override keys of the configuration: `--batch-size` is the key `batch_size`. */
export const trainingFlags = {
  recipe: flag('robust|article', 'named set of training values (default robust)'),
  seed: flag('N', 'for the data, the first weights and the order of the batches (default 0)'),
  epochs: flag('N', 'maximum number of epochs'),
  patience: flag('N', 'epochs without a lower validation loss before training stops'),
  'batch-size': flag('N', 'series per training step'),
  'learning-rate': flag('X', "Adam's learning rate"),
  schedule: flag('constant|cosine|plateau', 'how the learning rate changes'),
  'warmup-steps': flag('N', 'steps in which the learning rate rises from 0'),
  'clip-norm': flag('X', 'largest global norm of the gradients; 0 turns clipping off'),
  scaling: flag('none|max', 'max: each series is divided by its largest magnitude'),
  initialisation: flag('torch|keras|wide', 'how the first weights are drawn'),
  units: flag('N', 'LSTM units of each direction'),
  'attention-units': flag('N', 'units of the additive attention'),
  score: flag('additive|dot', 'how the attention scores a time step'),
} satisfies ArgsDef;

type FlagName = keyof typeof trainingFlags;
export type FlagValues = Partial<Record<FlagName, string | undefined>>;

/**
 * The configuration of a run: a flag overrides the file, and the file overrides the recipe.
 * @param path the configuration file, or undefined for the article's task.
 * @throws CommandError or ConfigError that names the file or the flag.
 */
export async function readConfiguration(path: string | undefined, flags: FlagValues): Promise<RunConfig> {
  const file = path === undefined ? {} : parseRunConfig(await readText(path, 'configuration'), path);
  return applyFlags(file, flags);
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
