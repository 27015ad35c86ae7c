/** WebGPU in Node on an adapter that is asked for by name, as browsers are asked. */
import {
  type AdapterChoice,
  type AdapterName,
  adapterObstacle,
  automaticAdapters,
  lavapipeDrivers,
} from '../browser/adapters';
import { judgeSighting } from '../browser/sighting';
import { findSwiftShader } from '../browser/swiftshader';
import { NoDawnError, provideWebGPU, releaseWebGPU } from './webgpu';

/** There is no such adapter for Node. The message lists what was tried. */
export class NodeAdapterError extends Error {
  override name = 'NodeAdapterError';
}

/**
 * Gives this process `navigator.gpu` with one of the requested adapters: of `auto` the fastest that there is.
 * @param log called with what is being downloaded, where SwiftShader's driver must be.
 * @throws NoDawnError, or NodeAdapterError when there is no such adapter.
 */
export async function provideAdapter(
  choice: AdapterChoice,
  log: (line: string) => void,
): Promise<AdapterName> {
  if (choice === 'firefox') {
    throw new NodeAdapterError(
      "The adapter 'firefox' is a browser's: leave out the runtime 'node', or choose another adapter.",
    );
  }
  const reasons: string[] = [];
  for (const name of choice === 'auto' ? automaticAdapters : [choice]) {
    const reason = await reasonAgainst(name, log);
    if (reason === undefined) return name;
    reasons.push(`  - ${name}: ${reason}`);
  }
  releaseWebGPU();
  const wish = choice === 'auto' ? 'a WebGPU adapter' : `the WebGPU adapter '${choice}'`;
  throw new NodeAdapterError(
    [
      `Node found nothing with ${wish}. Tried:`,
      ...reasons,
      "Choose another with --adapter, or leave out the runtime 'node' to run in a browser.",
    ].join('\n'),
  );
}

/** Provides it, or says why that cannot be. */
async function reasonAgainst(name: AdapterName, log: (line: string) => void): Promise<string | undefined> {
  return adapterObstacle(name) ?? (await see(name, log).catch(messageOf));
}

async function see(name: AdapterName, log: (line: string) => void): Promise<string | undefined> {
  const gpu = await provideWebGPU([], await driversOf(name, log));
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) return 'Dawn finds no adapter, or one that lacks what WebGPU needs';
  const { vendor, architecture, device, description, isFallbackAdapter } = adapter.info;
  return judgeSighting(name, {
    vendor,
    architecture,
    description: [device, description].filter(Boolean).join(' '),
    isFallback: isFallbackAdapter ?? false,
    renderer: [device, description].filter(Boolean).join(' '),
  });
}

/** The drivers that the loader is to see alone; for the machine's GPU, all that the system has. */
async function driversOf(name: AdapterName, log: (line: string) => void): Promise<string[]> {
  if (name === 'swiftshader') return [await findSwiftShader({ log })];
  return name === 'lavapipe' ? lavapipeDrivers() : [];
}

function messageOf(error: unknown): string {
  if (error instanceof NoDawnError) throw error;
  return error instanceof Error ? error.message : String(error);
}
