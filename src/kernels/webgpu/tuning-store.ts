/** Where choices outlive the page: IndexedDB, also in a worker; where there is none, only memory. */
import { createStore, get, set } from 'idb-keyval';
import type { Choices } from './choices';
import type { DeviceProfile } from './plan';
import { allShaders } from './shaders';

/** Choices by `tuningKey`. */
export type Tuning = Record<string, Choices>;

/**
 * What choices are valid for: the adapter, its limits, and the kernels. The kernels' version is the hash of their
 * texts, so a changed shader discards what was measured of its predecessor, and nobody has to remember to. Where only
 * the code that builds plans has changed, a choice stays: it may be slower than another then, but not wrong.
 */
export async function tuningKey(
  { vendor, architecture, device, description }: AdapterNames,
  { choices: _choices, ...profile }: DeviceProfile,
): Promise<string> {
  const names = [vendor, architecture, device, description];
  const text = JSON.stringify([names, Object.entries(profile).sort(), allShaders()]);
  const name = names.filter((part) => part !== '').join(' ') || 'unnamed adapter';
  return `${name} ${await digest(text)}`;
}

export type AdapterNames = Pick<GPUAdapterInfo, 'vendor' | 'architecture' | 'device' | 'description'>;

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes, 0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What was chosen on a device earlier. */
export async function recallChoices(key: string): Promise<Choices> {
  return (await inDatabase((store) => get<Choices>(key, store))) ?? memory.get(key) ?? {};
}

/** Adds to what was chosen on a device earlier. */
export async function rememberChoices(key: string, choices: Choices): Promise<void> {
  const all = { ...(await recallChoices(key)), ...choices };
  memory.set(key, all);
  await inDatabase((store) => set(key, all, store));
}

const memory = new Map<string, Choices>();

/** A browser may have no IndexedDB, or refuse it, as in a private window: then nothing outlives the page. */
async function inDatabase<Result>(
  work: (store: ReturnType<typeof createStore>) => Promise<Result>,
): Promise<Result | undefined> {
  if (typeof indexedDB === 'undefined') return undefined;
  try {
    return await work(createStore('gatewave', 'tuning'));
  } catch {
    return undefined;
  }
}
