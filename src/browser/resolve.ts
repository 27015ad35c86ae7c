import {
  type AdapterChoice,
  type AdapterName,
  adapterObstacle,
  adapterOfEnvironment,
  automaticAdapters,
} from './adapters';
import { type Choice, type ChoiceCache, fileCache } from './cache';
import { BrowserError } from './errors';
import { type BrowserKind, explicitSource, type Source } from './explicit-source';
import { probeAdapter } from './probe';
import { sources as knownSources } from './sources';

export interface ResolveOptions {
  /** Default: the variable GATEWAVE_ADAPTER, else `auto`. */
  adapter?: AdapterChoice;
  /** False: install nothing, as with the variable GATEWAVE_NO_INSTALL. Default true. */
  install?: boolean;
  /** Called with what is being downloaded. Default: standard error. */
  log?: (line: string) => void;
}

/** The parts of the system that the search uses; tests pass their own. */
export interface RunEnvironment {
  env: NodeJS.ProcessEnv;
  sources: readonly Source[];
  probe: typeof probeAdapter;
  obstacle: typeof adapterObstacle;
  cache: ChoiceCache;
}

/** One attempt that failed. */
export interface Attempt {
  what: string;
  reason: string;
}

export interface Resolved extends Choice {
  /** What was tried before, in order; empty when the choice was remembered from an earlier search. */
  tried: Attempt[];
}

/**
 * Finds a browser with a WebGPU adapter: the first, in the order of the sources, that has one of the requested
 * adapters, and of those the fastest. A variable that names a browser rules out all others. `auto` is a Chromium.
 * @throws BrowserError that lists what was tried, with the reasons and the remedies
 */
export async function resolveBrowser(
  { adapter, install = true, log = console.error }: ResolveOptions = {},
  environment: Partial<RunEnvironment> = {},
): Promise<Resolved> {
  const {
    env = process.env,
    probe = probeAdapter,
    obstacle = adapterObstacle,
    cache = fileCache(),
  } = environment;
  const choice = adapter ?? adapterOfEnvironment(env);
  const wanted = choice === 'auto' ? automaticAdapters : [choice];
  const kind = choice === 'firefox' ? 'firefox' : 'chromium';
  const isPossible = (name: AdapterName) => obstacle(name) === undefined;
  const { sources = knownSources[kind] } = environment;
  const explicit = explicitSource(env, kind);

  const key = [explicit?.name ?? 'any browser', choice, ...wanted.filter(isPossible)].join(', ');
  const remembered = cache.get(key);
  if (remembered) return { ...remembered, tried: [] };

  const tried: Attempt[] = [];
  for (const source of explicit ? [explicit] : sources) {
    const skip = reasonToSkip(source);
    if (skip) {
      tried.push({ what: source.name, reason: skip });
      continue;
    }
    for (const executable of await find(source)) {
      for (const name of wanted) {
        const reason = obstacle(name) ?? (await probe(executable, name));
        if (reason === undefined) {
          // The key is computed again: an installation may have brought drivers.
          const keyNow = [explicit?.name ?? 'any browser', choice, ...wanted.filter(isPossible)].join(', ');
          cache.set(keyNow, { executable, adapter: name });
          return { executable, adapter: name, tried };
        }
        tried.push({ what: `${executable.executablePath}, ${name}`, reason });
      }
    }
  }
  throw new BrowserError(failure(choice, kind, tried, explicit));

  function reasonToSkip(source: Source): string | undefined {
    if (!source.installs) return undefined;
    if (env.GATEWAVE_NO_INSTALL) return 'not tried, because GATEWAVE_NO_INSTALL is set';
    if (!install) return 'not tried, because nothing may be installed';
    const helps = wanted.some((name) => isPossible(name) || source.drivers?.includes(name));
    return helps ? undefined : `not tried: ${wanted.map(obstacle).join('; ')}`;
  }

  async function find(source: Source) {
    try {
      const found = await source.find(log);
      if (found.length === 0) tried.push({ what: source.name, reason: 'none found' });
      return found;
    } catch (error) {
      tried.push({ what: source.name, reason: error instanceof Error ? error.message : String(error) });
      return [];
    }
  }
}

const remedies: Record<BrowserKind, string[]> = {
  chromium: [
    'Install Chrome, Chromium or Edge (Debian and Ubuntu as root: apt-get install chromium mesa-vulkan-drivers libegl1),',
    'or set GATEWAVE_CHROME to the path of one.',
  ],
  firefox: [
    'Install Firefox (Debian as root: apt-get install firefox-esr mesa-vulkan-drivers),',
    'or set GATEWAVE_FIREFOX to the path of one.',
  ],
};

function failure(
  choice: AdapterChoice,
  kind: BrowserKind,
  tried: Attempt[],
  explicit: Source | undefined,
): string {
  const wish = choice === 'auto' ? 'a WebGPU adapter' : `the WebGPU adapter '${choice}'`;
  const lines = [
    `No browser with ${wish} was found. Tried:`,
    ...tried.map(({ what, reason }) => `  - ${what}: ${reason}`),
    ...(explicit ? ['Correct the variable, or unset it so that a browser is looked for.'] : remedies[kind]),
  ];
  if (tried.some(({ reason }) => /sandbox/i.test(reason))) {
    lines.push('Where the system allows no sandbox, as in some containers, set GATEWAVE_NO_SANDBOX=1.');
  }
  return lines.join('\n');
}
