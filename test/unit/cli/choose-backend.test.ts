import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseBackend } from '../../../src/cli/choose-backend';
import type { AskedDevice } from '../../../src/cli/commands/shared';

/** A model of 10,000 weights. */
const model = { kind: 'weights', bytes: new Uint8Array(40_000) } as const;
const little = 30_000;
const asked: AskedDevice = { backend: 'auto', runtime: 'auto' };

describe('the backend of a prediction', () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  beforeEach(() => vi.stubEnv('GATEWAVE_ADAPTER', ''));
  afterEach(() => {
    vi.unstubAllEnvs();
    said.mockClear();
  });

  it('is the processor for so little that a GPU would take longer to start, and that is said', () => {
    expect(chooseBackend(asked, little, model)).toMatchObject({ backend: 'cpu', runtime: 'node' });
    expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('--backend webgpu takes the GPU'));
  });

  it('is WebGPU for more', () => {
    expect(chooseBackend(asked, little + 1, model)).toMatchObject({ backend: 'webgpu', runtime: 'auto' });
    expect(said).not.toHaveBeenCalled();
  });

  it.each([
    { ...asked, backend: 'webgpu' },
    { ...asked, runtime: 'browser' },
    { ...asked, adapter: 'swiftshader' },
  ] as AskedDevice[])('is WebGPU where $backend, $runtime, $adapter asks for it', (device) => {
    expect(chooseBackend(device, 1, model).backend).toBe('webgpu');
  });

  it('is WebGPU where the environment names an adapter', () => {
    vi.stubEnv('GATEWAVE_ADAPTER', 'lavapipe');
    expect(chooseBackend(asked, 1, model).backend).toBe('webgpu');
  });
});
