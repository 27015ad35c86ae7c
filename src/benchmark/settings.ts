/** What a benchmark is asked to do. Page, address and command line share these names. */
import { isPeerId, type PeerId, peerIds } from './peer-names';
import type { Baseline } from './verdict';
import { operations, type Phase, type PresetName, presetNames, presets, type Shape } from './workload';

export interface Settings {
  /** Where the shapes come from; 'custom' has one shape, made of `sizes`. */
  preset: PresetName | 'custom';
  /** These override the preset's own sizes. */
  sizes: Partial<Shape>;
  phases: Phase[];
  peers: PeerId[];
  /** Counted runs per peer, besides the warm-up. */
  runs: number;
  /** Seconds that a peer may take for a case and phase, all its runs together. */
  limit: number;
  /** The most time steps that stock layers are measured at. */
  stockTime: number;
  baseline: Baseline;
  seed: number;
  /** Measures the variants of our kernels first and uses the fastest instead of those that a rule chooses. */
  tune: boolean;
  /** Times our kernels one by one, for the roofline. */
  kernels: boolean;
  /** A peer that gets wrong weights, to see that the check finds it. */
  corrupt: PeerId | null;
  /** Starts without a click. */
  autorun: boolean;
}

export const defaultSettings: Settings = {
  preset: 'article',
  sizes: {},
  phases: ['forward', 'train'],
  peers: [...peerIds],
  runs: 10,
  limit: 30,
  stockTime: 100,
  baseline: 'fastest',
  seed: 1,
  tune: false,
  kernels: true,
  corrupt: null,
  autorun: false,
};

/** The address cannot be read; the message says which part is wrong. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** Smallest and largest value of each number. */
export const bounds = {
  batch: [1, 4096],
  time: [1, 100_000],
  input: [1, 4096],
  units: [1, 4096],
  attention: [1, 4096],
  runs: [1, 1000],
  limit: [1, 3600],
  stockTime: [1, 100_000],
  seed: [0, Number.MAX_SAFE_INTEGER],
} as const;

type NumberName = keyof typeof bounds;

/** The parameters that are sizes of the shape, by the field that they set. */
export const sizeNames = {
  batch: 'batch',
  time: 'time',
  input: 'inputDim',
  units: 'units',
  attention: 'attentionUnits',
} as const satisfies Partial<Record<NumberName, keyof Shape>>;

export const baselines: readonly Baseline[] = ['fastest', ...peerIds];

const phases: readonly Phase[] = ['forward', 'train'];

/** The shapes that the settings ask for, in order. */
export function shapesOf({ preset, sizes }: Settings): Shape[] {
  const base: readonly Shape[] = preset === 'custom' ? presets.article : presets[preset];
  return base.map((shape) => {
    const made = { ...shape, ...sizes };
    return made.op === 'step' || made.op === 'stepped' ? { ...made, time: 1 } : made;
  });
}

/**
 * Reads the query of an address.
 * @param available the peers that can run; in Node not all can.
 * @throws SettingsError naming the parameter that is wrong, and what would be right.
 */
export function parseSettings(
  query: string | URLSearchParams,
  available: readonly PeerId[] = peerIds,
): Settings {
  const given = new URLSearchParams(query);
  const known = [
    ...Object.keys(bounds),
    'preset',
    'op',
    'phases',
    'peers',
    'baseline',
    'tune',
    'kernels',
    'corrupt',
    'autorun',
  ];
  for (const name of given.keys()) {
    if (!known.includes(name))
      throw new SettingsError(`There is no parameter '${name}'; there are ${known.join(', ')}.`);
  }
  const settings: Settings = { ...defaultSettings, peers: [...available], sizes: {} };
  const number = (name: NumberName): number | undefined => {
    const text = given.get(name);
    if (text === null) return undefined;
    const [least, most] = bounds[name];
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new SettingsError(`'${name}' is '${text}', but must be a whole number from ${least} to ${most}.`);
  };
  const choice = <Name extends string>(name: string, choices: readonly Name[]): Name | undefined => {
    const text = given.get(name);
    return text === null ? undefined : pick(name, text, choices);
  };
  const list = <Name extends string>(name: string, choices: readonly Name[]): Name[] | undefined => {
    const text = given.get(name);
    if (text === null) return undefined;
    const named = text.split(',').map((item) => pick(name, item.trim(), choices));
    return choices.filter((item) => named.includes(item));
  };

  settings.preset = choice('preset', [...presetNames, 'custom']) ?? settings.preset;
  const op = choice('op', operations);
  if (op) settings.sizes.op = op;
  for (const [name, field] of Object.entries(sizeNames) as [keyof typeof sizeNames, 'batch'][]) {
    const value = number(name);
    if (value !== undefined) settings.sizes[field] = value;
  }
  settings.phases = list('phases', phases) ?? settings.phases;
  const peers = given.get('peers');
  if (peers !== null) settings.peers = parsePeers(peers, available);
  for (const name of ['runs', 'limit', 'stockTime', 'seed'] as const)
    settings[name] = number(name) ?? settings[name];
  settings.baseline = choice('baseline', baselines) ?? settings.baseline;
  settings.tune = choice('tune', ['1', '0']) === '1';
  settings.kernels = choice('kernels', ['1', '0']) !== '0';
  settings.corrupt = choice('corrupt', peerIds) ?? null;
  settings.autorun = choice('autorun', ['1', '0']) === '1';
  return settings;
}

/**
 * Peers from a list with commas. The name of a library stands for it on all its backends that are available.
 * @throws SettingsError naming the one that does not exist, or needs a browser.
 */
export function parsePeers(text: string, available: readonly PeerId[] = peerIds): PeerId[] {
  const named = text.split(',').flatMap((item): PeerId[] => {
    const name = item.trim();
    const there = `there are ${available.join(', ')}.`;
    if (isPeerId(name)) {
      if (available.includes(name)) return [name];
      throw new SettingsError(`The peer '${name}' needs a browser; in Node ${there}`);
    }
    const library = available.filter((id) => id.startsWith(`${name}-`));
    if (library.length > 0) return library;
    throw new SettingsError(`There is no peer '${name}'; ${there}`);
  });
  return available.filter((id) => named.includes(id));
}

function pick<Name extends string>(name: string, text: string, choices: readonly Name[]): Name {
  const found = choices.find((item) => item === text);
  if (found !== undefined) return found;
  throw new SettingsError(`'${name}' is '${text}', but must be one of ${choices.join(', ')}.`);
}

/** The query of an address with these settings; defaults are left out. */
export function formatSettings(settings: Settings): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string, usual: string): void => {
    if (value !== usual) query.set(name, value);
  };
  put('preset', settings.preset, defaultSettings.preset);
  if (settings.sizes.op) query.set('op', settings.sizes.op);
  for (const [name, field] of Object.entries(sizeNames)) {
    const value = settings.sizes[field];
    if (value !== undefined) query.set(name, String(value));
  }
  for (const name of ['phases', 'peers'] as const)
    put(name, settings[name].join(), defaultSettings[name].join());
  for (const name of ['runs', 'limit', 'stockTime', 'baseline', 'seed'] as const) {
    put(name, String(settings[name]), String(defaultSettings[name]));
  }
  if (settings.tune) query.set('tune', '1');
  if (!settings.kernels) query.set('kernels', '0');
  if (settings.corrupt) query.set('corrupt', settings.corrupt);
  if (settings.autorun) query.set('autorun', '1');
  // Commas are allowed in a query, and easier to read than %2C.
  return query.toString().replaceAll('%2C', ',');
}
