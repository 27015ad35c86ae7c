import { type BindingRef, type DispatchPass, dispatchPasses, type Plan } from './plan';
import { specialise } from './shaders';

/** A compiled pass with its explicit bind-group layout ('auto' would silently drop unused bindings). */
export interface CompiledPass {
  pipeline: GPUComputePipeline;
  layout: GPUBindGroupLayout;
}

/** One device's pipelines, keyed by everything that their code depends on. */
const caches = new WeakMap<GPUDevice, Map<string, CompiledPass>>();

function cacheOf(device: GPUDevice): Map<string, CompiledPass> {
  let cache = caches.get(device);
  if (!cache) {
    cache = new Map();
    caches.set(device, cache);
  }
  return cache;
}

function keyOf(pass: DispatchPass): string {
  const { shader, constants, literals, modules } = pass;
  return JSON.stringify([shader, constants, literals, modules, bindingTypes(pass).join()]);
}

/** The compiled form of a pass; compiled on the spot if it does not exist yet. */
export function pipelineOf(device: GPUDevice, pass: DispatchPass): CompiledPass {
  const cache = cacheOf(device);
  const key = keyOf(pass);
  let compiled = cache.get(key);
  if (!compiled) {
    const { descriptor, layout } = describe(device, pass);
    compiled = { pipeline: device.createComputePipeline(descriptor), layout };
    cache.set(key, compiled);
  }
  return compiled;
}

/**
 * Compiles the pipelines of the plans in parallel, without blocking the caller's thread.
 *
 * @throws GPUPipelineError when a shader does not compile.
 */
export async function compilePipelines(device: GPUDevice, plans: readonly Plan[]): Promise<void> {
  const cache = cacheOf(device);
  const missing = new Map<string, DispatchPass>();
  for (const pass of plans.flatMap(dispatchPasses)) {
    const key = keyOf(pass);
    if (!cache.has(key)) missing.set(key, pass);
  }
  await Promise.all(
    [...missing].map(async ([key, pass]) => {
      const { descriptor, layout } = describe(device, pass);
      cache.set(key, { pipeline: await device.createComputePipelineAsync(descriptor), layout });
    }),
  );
}

function describe(device: GPUDevice, pass: DispatchPass) {
  const layout = device.createBindGroupLayout({ label: pass.label, entries: layoutEntries(pass) });
  const descriptor: GPUComputePipelineDescriptor = {
    label: pass.label,
    layout: device.createPipelineLayout({ bindGroupLayouts: [layout] }),
    compute: {
      module: device.createShaderModule({
        label: pass.label,
        code: specialise(pass.shader, pass.literals, pass.modules),
      }),
      constants: pass.constants,
    },
  };
  return { descriptor, layout };
}

const bufferTypes: Record<BindingRef['access'], GPUBufferBindingType> = {
  read: 'read-only-storage',
  'read-write': 'storage',
  uniform: 'uniform',
};

function bindingTypes(pass: DispatchPass): GPUBufferBindingType[] {
  const types = pass.bindings.map((binding) => bufferTypes[binding.access]);
  return pass.uniform ? [...types, 'uniform'] : types;
}

function layoutEntries(pass: DispatchPass): GPUBindGroupLayoutEntry[] {
  return bindingTypes(pass).map((type, binding) => ({
    binding,
    visibility: GPUShaderStage.COMPUTE,
    buffer: { type },
  }));
}
