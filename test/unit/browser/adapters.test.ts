import { describe, expect, it } from 'vitest';
import { adapterLaunch, parseAdapterChoice } from '../../../src/browser/adapters';
import { type AdapterSighting, judgeSighting } from '../../../src/browser/sighting';

// What pages saw on real machines.
const swiftshader: AdapterSighting = {
  vendor: 'google',
  architecture: 'swiftshader',
  description: '',
  isFallback: true,
  renderer: 'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
};
const lavapipe: AdapterSighting = {
  vendor: '',
  architecture: '',
  description: '',
  isFallback: false,
  renderer: 'ANGLE (Mesa, Vulkan 1.3.230 (llvmpipe (LLVM 15.0.6 256 bits) (0x00000000)), llvmpipe)',
};
const hardware: AdapterSighting = {
  vendor: 'nvidia',
  architecture: 'ampere',
  description: '',
  isFallback: false,
  renderer: 'ANGLE (NVIDIA Corporation, NVIDIA RTX A2000/PCIe/SSE2, OpenGL 4.5.0)',
};

const firefox: AdapterSighting = {
  vendor: '',
  architecture: '',
  description: '',
  isFallback: true,
  renderer: '',
};

describe('judgeSighting', () => {
  it('accepts each adapter as itself', () => {
    expect(judgeSighting('swiftshader', swiftshader)).toBeUndefined();
    expect(judgeSighting('lavapipe', lavapipe)).toBeUndefined();
    expect(judgeSighting('hardware', hardware)).toBeUndefined();
    expect(judgeSighting('firefox', firefox)).toBeUndefined();
    expect(judgeSighting('firefox', { ...firefox, isFallback: false })).toBeUndefined();
  });

  it('says why another one is not it', () => {
    expect(judgeSighting('swiftshader', hardware)).toBe('it offers nvidia ampere, not SwiftShader');
    expect(judgeSighting('lavapipe', swiftshader)).toMatch(/SwiftShader Device .* not with lavapipe/);
    expect(judgeSighting('lavapipe', hardware)).toMatch(/not with lavapipe/);
    expect(judgeSighting('hardware', swiftshader)).toMatch(/google swiftshader, which runs on the CPU/);
    expect(judgeSighting('hardware', { ...hardware, description: 'llvmpipe (LLVM 15)' })).toMatch(/CPU/);
    expect(judgeSighting('hardware', { ...hardware, isFallback: true })).toMatch(/CPU/);
    expect(judgeSighting('firefox', null)).toBe('it runs, but offers no WebGPU adapter');
    expect(judgeSighting('hardware', null)).toBe('it runs, but offers no WebGPU adapter');
  });
});

it('never lets Chromium enable its Vulkan feature with lavapipe, which hangs', () => {
  expect(adapterLaunch('lavapipe').args.join(' ')).not.toContain('--enable-features');
  expect(adapterLaunch('lavapipe').args).toContain('--use-angle=vulkan');
});

it('parses the choice of an adapter', () => {
  expect(parseAdapterChoice('auto', '--adapter')).toBe('auto');
  expect(parseAdapterChoice('lavapipe', '--adapter')).toBe('lavapipe');
  expect(() => parseAdapterChoice('Lavapipe', '--adapter')).toThrow("--adapter is 'Lavapipe', but must be");
});
