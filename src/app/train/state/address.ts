/** The settings in the page's address. */
import {
  type CompleteConfig,
  type ConfigKey,
  findConfigProblems,
  type RecipeName,
} from '../../../data/config';
import { pickSine } from '../../../data/sine-config';
import { type PresetName, presets, recipeValues } from './presets';

export type BackendChoice = 'auto' | 'webgpu' | 'cpu';

/** What an address asks for. */
export interface AddressSettings {
  config: CompleteConfig;
  backend: BackendChoice;
  /** Whether a training begins by itself. */
  autorun: boolean;
  /** What is wrong with the address; empty if nothing is. */
  problem: string;
}

/** Keys that mail programs and social networks add to links sent through them. */
const addedByOthers = /^(utm_\w+|mtm_\w+|[a-z]{1,4}clid|mc_[ce]id|igshid|ref|source)$/;

/** Begins a fragment that holds a result: a trained network with its figures. */
export const resultFragment = '#result=';

/** What the page starts with. */
const usualPreset: PresetName = 'quick';
const presetNames = Object.keys(presets) as PresetName[];

/** The query of a link to a configuration, beginning with `?`: what is not the preset's, nor the recipe's that it names. */
export function formatAddress(config: CompleteConfig, backend: BackendChoice): string {
  const queries = presetNames.flatMap((preset) =>
    [undefined, config.recipe].map((recipe) => {
      const named = { ...(preset !== usualPreset && { preset }), ...(recipe && { recipe }) };
      const usual = baseOf(preset, recipe);
      const others = Object.entries(config).filter(([key, value]) => usual[key as ConfigKey] !== value);
      return new URLSearchParams({
        ...named,
        ...Object.fromEntries(others.map(([key, value]) => [key, String(value)])),
      });
    }),
  );
  const [shortest] = queries.sort((a, b) => `${a}`.length - `${b}`.length) as [URLSearchParams];
  if (backend !== 'auto') shortest.set('backend', backend);
  return `?${shortest}`;
}

const bases = new Map<string, CompleteConfig>();

/** What stands for a key that the address does not have: the preset's value, or that of a recipe that it names. */
function baseOf(preset: PresetName = usualPreset, recipe?: RecipeName): CompleteConfig {
  const key = `${preset} ${recipe}`;
  const { config } = presets[preset];
  const base =
    bases.get(key) ?? (recipe === undefined ? config : { ...recipeValues(recipe), ...pickSine(config) });
  bases.set(key, base);
  return base;
}

/**
 * Reads a query that `formatAddress` wrote, or a longer one. Missing keys get the usual values; so do invalid ones, which are
 * reported. `autorun=1` is not a setting, and is not written again.
 */
export function readAddress(search: string): AddressSettings {
  const query = new URLSearchParams(search);
  const messages: string[] = [];
  const take = <Name extends string>(key: string, names: readonly Name[]): Name | undefined => {
    const given = query.get(key);
    query.delete(key);
    const found = names.find((name) => name === given);
    if (given !== null && found === undefined) {
      const allowed = names.map((name) => JSON.stringify(name)).join(' or ');
      messages.push(`"${key}" is ${JSON.stringify(given)}; it must be ${allowed}.`);
    }
    return found;
  };
  const backend = take('backend', ['auto', 'webgpu', 'cpu']) ?? 'auto';
  const preset = take('preset', presetNames);
  const autorun = take('autorun', ['0', '1']) === '1';
  const given = [...query]
    .filter(([key]) => !addedByOthers.test(key))
    .map(([key, text]): [string, string | number] => [key, toValue(text)]);
  const sound = soundConfig(Object.fromEntries(given), preset);
  messages.push(...sound.messages);
  return {
    config: sound.config,
    backend,
    // Not with values that nobody asked for.
    autorun: autorun && messages.length === 0,
    problem: messages.length > 0 ? `The address: ${messages.join(' ')}` : '',
  };
}

/** A configuration of what is right among the given values, and what is wrong with the others. */
function soundConfig(
  given: Record<string, unknown>,
  preset: PresetName | undefined,
): { config: CompleteConfig; messages: string[] } {
  const messages: string[] = [];
  let right = given;
  const checked = (config: Record<string, unknown>): boolean => {
    const problems = findConfigProblems(config);
    messages.push(...problems.map(({ message }) => message));
    const wrong = new Set(problems.flatMap(({ key }) => conflicting(key)));
    right = Object.fromEntries(Object.entries(right).filter(([key]) => !wrong.has(key)));
    return problems.length === 0;
  };
  const merged = (): CompleteConfig => ({
    ...baseOf(preset, right.recipe as RecipeName | undefined),
    ...right,
  });
  checked(given);
  // A value that is right by itself may conflict with one of the default's.
  const config = merged();
  return { config: checked({ ...config }) ? config : merged(), messages };
}

/** The keys that are left out together where one of them is wrong: half a range would conflict with the other half. */
function conflicting(key: string): string[] {
  const range = /^(?:min|max|step)_(\w+)$/.exec(key);
  if (range) return ['min', 'max', 'step'].map((end) => `${end}_${range[1]}`);
  return key === 'dataset_size' ? [key, 'num_points'] : [key];
}

function toValue(text: string): string | number {
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? text : number;
}
