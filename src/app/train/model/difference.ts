import type { CompleteConfig, ConfigKey } from '../../../data/config';
import { type HyperParameter, hyperParameters } from '../../../data/hyper-parameters';

/** How two configurations differ, in words such as `units 32`; the values are those of the first. */
export function differences(shown: CompleteConfig, now: CompleteConfig): string[] {
  const keys = Object.keys(shown) as ConfigKey[];
  const different = keys.filter((key) => shown[key] !== now[key]);
  const ofTraining = different.filter((key) => nameOf(key) !== null);
  const words = ofTraining.map((key) => `${nameOf(key)} ${shown[key]}`);
  // A recipe is only a name for values that are listed one by one.
  const others = different.filter((key) => nameOf(key) === null && key !== 'recipe');
  return others.length > 0 ? [...words, 'other data'] : words;
}

function nameOf(key: ConfigKey): string | null {
  if (key === 'seed') return 'seed';
  return key in hyperParameters ? hyperParameters[key as HyperParameter].label.toLowerCase() : null;
}
