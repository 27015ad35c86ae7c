/** Which adapters are taken for GPUs. The stubs are what browsers reported of themselves. */
import { describe, expect, it } from 'vitest';
import { type AdapterSource, describeAdapter, deviceProfile } from '../../../src/kernels/webgpu/adapter';

const names = (vendor: string, architecture: string) => ({
  vendor,
  architecture,
  device: '',
  description: '',
});

const limits = {
  maxStorageBufferBindingSize: 2 ** 27,
  maxUniformBufferBindingSize: 2 ** 16,
  maxBufferSize: 2 ** 28,
  maxComputeInvocationsPerWorkgroup: 256,
  maxComputeWorkgroupSizeX: 256,
  maxComputeWorkgroupStorageSize: 2 ** 14,
  maxComputeWorkgroupsPerDimension: 2 ** 16 - 1,
};
/** The features of browsers that have compatibility mode. */
const newLimits = { ...limits, maxStorageBuffersInVertexStage: 8 };

const core = new Set(['core-features-and-limits', 'timestamp-query']);
const subgroups = { subgroupMinSize: 4, subgroupMaxSize: 128 };
const llvmpipe = 'ANGLE (Mesa, Vulkan 1.3.230 (llvmpipe (LLVM 15.0.6 256 bits) (0x00000000)), llvmpipe)';
const mali = 'ANGLE (ARM, Mali-G52, OpenGL ES 3.2)';

interface Case {
  adapter: AdapterSource;
  webgl?: string;
}

const gpus: Record<string, Case> = {
  'Chrome on a GPU': {
    adapter: {
      features: core,
      limits: newLimits,
      info: { ...names('nvidia', 'lovelace'), subgroupMinSize: 32, isFallbackAdapter: false },
    },
  },
  'Chrome on a GPU, where WebGL is drawn in software': {
    adapter: {
      features: core,
      limits: newLimits,
      info: { ...names('intel', 'xe'), isFallbackAdapter: false },
    },
    webgl: llvmpipe,
  },
  'Chrome on an unnamed phone in compatibility mode': {
    adapter: {
      features: new Set(),
      limits: newLimits,
      info: { ...names('', ''), ...subgroups, isFallbackAdapter: false },
    },
    webgl: mali,
  },
  'the same where WebGL keeps its name to itself': {
    adapter: { features: new Set(), limits: newLimits, info: { ...names('', ''), ...subgroups } },
    webgl: '',
  },
  'Firefox on a GPU, which it does not name': {
    adapter: {
      features: core,
      limits: newLimits,
      info: { ...names('', ''), ...subgroups, isFallbackAdapter: false },
    },
  },
  'an older Firefox on a GPU': {
    adapter: {
      features: new Set(),
      limits,
      info: { ...names('', ''), ...subgroups },
      isFallbackAdapter: false,
    },
  },
  'Safari 26, without info': { adapter: { features: core, limits } },
  'Safari 26, with info': {
    adapter: { features: core, limits, info: names('apple', 'metal-3'), isFallbackAdapter: false },
  },
};

const software: Record<string, Case & { is: string; vectorWidth: number }> = {
  'Chrome on SwiftShader': {
    adapter: {
      features: core,
      limits: newLimits,
      info: {
        ...names('google', 'swiftshader'),
        subgroupMinSize: 4,
        subgroupMaxSize: 4,
        isFallbackAdapter: true,
      },
    },
    is: 'swiftshader',
    vectorWidth: 4,
  },
  'Chrome on llvmpipe in compatibility mode': {
    adapter: {
      features: new Set(['float32-blendable']),
      limits: newLimits,
      info: { ...names('', ''), ...subgroups, isFallbackAdapter: false },
    },
    webgl: llvmpipe,
    is: 'llvmpipe',
    vectorWidth: 8,
  },
  'Firefox on lavapipe': {
    adapter: {
      features: core,
      limits: newLimits,
      info: { ...names('', ''), ...subgroups, isFallbackAdapter: true },
    },
    is: 'other',
    vectorWidth: 8,
  },
  'Node on lavapipe, which Dawn names': {
    adapter: {
      features: core,
      limits: newLimits,
      info: {
        ...names('mesa', ''),
        device: 'llvmpipe (LLVM 15.0.6, 256 bits)',
        subgroupMinSize: 8,
        isFallbackAdapter: false,
      },
    },
    is: 'llvmpipe',
    vectorWidth: 8,
  },
  'an adapter whose mark of a fallback is only on the adapter itself': {
    adapter: {
      features: core,
      limits: newLimits,
      info: { ...names('', ''), isFallbackAdapter: false },
      isFallbackAdapter: true,
    },
    is: 'other',
    vectorWidth: 8,
  },
  "Chrome 135 on Windows's software adapter": {
    adapter: { features: core, limits, info: names('microsoft', ''), isFallbackAdapter: true },
    is: 'other',
    vectorWidth: 8,
  },
};

const cases = <Value>(table: Record<string, Value>) => Object.entries(table);

describe('an adapter is taken for a GPU:', () => {
  it.each(cases(gpus))('%s', (_, { adapter, webgl = '' }) => {
    const description = describeAdapter(adapter, () => webgl);
    expect(description.software).toBeNull();
    expect(deviceProfile(adapter.limits, description)).toEqual({
      ...limits,
      lanes: 'units',
      vectorWidth: 32,
      laneRegisters: ['nvidia', 'amd'].includes(adapter.info?.vendor ?? '') ? 255 : 128,
      subgroups: false,
    });
  });
});

describe('an adapter is taken for software:', () => {
  it.each(cases(software))('%s', (_, { adapter, webgl = '', is, vectorWidth }) => {
    const description = describeAdapter(adapter, () => webgl);
    expect(description.software).toBe(is);
    expect(deviceProfile(adapter.limits, description)).toEqual({
      ...limits,
      lanes: 'rows',
      vectorWidth,
      laneRegisters: 255,
      subgroups: false,
    });
  });
});

describe('an adapter', () => {
  const levels = cases({ ...gpus, ...software }).map(([name, { adapter, webgl = '' }]) => [
    name,
    describeAdapter(adapter, () => webgl).featureLevel,
  ]);

  it('is in compatibility mode where a browser that has this mode says no core features', () => {
    expect(levels.filter(([, level]) => level === 'compatibility').map(([name]) => name)).toEqual([
      'Chrome on an unnamed phone in compatibility mode',
      'the same where WebGL keeps its name to itself',
      'Chrome on llvmpipe in compatibility mode',
    ]);
  });

  it('has empty names where the browser has none', () => {
    const {
      software: _software,
      featureLevel: _level,
      ...named
    } = describeAdapter({ features: core, limits });
    expect(named).toEqual({ vendor: '', architecture: '', device: '', description: '' });
  });
});
