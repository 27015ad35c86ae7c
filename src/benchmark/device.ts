import { describeAdapter, requestAdapter } from '../kernels/webgpu/adapter';
import type { BenchmarkDevice } from './result';

/** What the benchmark runs in, and on. */
type Machine = Pick<BenchmarkDevice, 'browser' | 'platform' | 'cores'>;

/** The adapter that is offered here, and the machine, by default as a browser tells it. Makes no device. */
export async function describeDevice(machine: Machine = browserMachine()): Promise<BenchmarkDevice> {
  const adapter = await requestAdapter();
  const asked = { ...machine, adapter: null };
  if (!adapter) return { ...asked, name: 'no WebGPU', featureLevel: null, features: [], limits: {} };
  const { vendor, architecture, device, description, featureLevel } = describeAdapter(adapter);
  const words = [...new Set([vendor, architecture, description || device])].filter((word) => word !== '');
  return {
    ...asked,
    name: words.join(' ') || 'unnamed adapter',
    featureLevel,
    features: [...adapter.features].sort(),
    limits: readLimits(adapter.limits),
  };
}

function browserMachine(): Machine {
  const { userAgent, hardwareConcurrency } = navigator;
  return {
    browser: browserName(userAgent),
    platform: platformName(userAgent),
    cores: hardwareConcurrency,
  };
}

/** The limits are accessors of the prototype, so that spreading finds none. */
function readLimits(limits: GPUSupportedLimits): Record<string, number> {
  const names = Object.keys(Object.getPrototypeOf(limits) as object).sort();
  const entries = names.map((name) => [name, Reflect.get(limits, name)] as const);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

/** Names in user agents, in an order in which the first that is found is right: most claim to be Chrome, too. */
const browsers = [
  ['Edge', /Edg\/(\d+)/],
  ['Opera', /OPR\/(\d+)/],
  ['Firefox', /Firefox\/(\d+)/],
  ['Chrome', /Chrome\/(\d+)/],
  ['Safari', /Version\/(\d+)/],
] as const;

/** 'Chrome 142' of a user agent. */
function browserName(agent: string): string {
  for (const [name, pattern] of browsers) {
    const version = pattern.exec(agent)?.[1];
    if (version) return `${name} ${version}`;
  }
  return 'unknown browser';
}

/** 'X11; Linux x86_64' of a user agent. */
function platformName(agent: string): string {
  return /\(([^)]*)\)/.exec(agent)?.[1] ?? 'unknown platform';
}
