/** `npm run bench -- --runtime node`, on the driver that lies beside Chromium. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseResult } from '../../src/benchmark/result';
import { finish, type Outcome, root, Workshop } from '../support/command';

const workshop = new Workshop();
afterAll(() => workshop.remove());

function bench(...args: string[]): Promise<Outcome> {
  const command = ['--import', 'tsx', join(root, 'scripts/bench.ts'), '--runtime', 'node', ...args];
  const env = { ...process.env, INIT_CWD: workshop.folder };
  return finish(spawn(process.execPath, command, { cwd: root, env }));
}

// Elsewhere Dawn knows no drivers but the system's.
const adapter = process.platform === 'linux' ? 'swiftshader' : 'auto';
const sizes = ['--batch', '2', '--time', '4', '--units', '4', '--attention', '4'];
const short = ['--phases', 'forward', '--runs', '1', '--limit', '300'];

describe('npm run bench in Node', () => {
  it('checks and times peers, each in a process, and writes what the page writes', async () => {
    const peers = ['gatewave-webgpu', 'gatewave-cpu', 'tfjs-wasm', 'onnxruntime-wasm'];
    const files = ['--json', 'result.json', '--markdown', 'result.md'];
    const given = ['--adapter', adapter, '--peers', peers.join(), ...sizes, ...short, ...files];
    const { code, out, errors } = await bench(...given, '--no-kernels');
    expect(code, errors).toBe(0);
    const { device, rows } = parseResult(workshop.read('result.json'));
    expect(device).toMatchObject({ browser: `Node.js ${process.version}`, featureLevel: 'core' });
    if (adapter !== 'auto')
      expect(device).toMatchObject({ adapter, name: expect.stringMatching(/swiftshader/i) });
    expect(device.limits.maxBufferSize).toBeGreaterThan(0);
    expect(rows.map(({ peer, backend }) => `${peer}-${backend}`)).toEqual(peers);
    for (const { status, p50, runs, dispatches, parity, backend, reason } of rows) {
      expect(status, reason ?? '').toBe('ok');
      expect(runs).toBe(1);
      expect(p50).toBeGreaterThan(0);
      expect(parity.error).toBeLessThan(1e-5);
      expect(dispatches !== null).toBe(backend === 'webgpu');
    }
    expect(rows[0]?.dispatches).toBeGreaterThan(0);
    expect(workshop.read('result.md')).toBe(out);
    expect(out).toContain(`; Node.js ${process.version}, `);
    expect(out).toMatch(/^\| Gatewave, WebGPU \| .* ms \|/m);
  });

  it.each([
    [
      ['--peers', 'gatewave,tfjs-webgl'],
      "The peer 'tfjs-webgl' needs a browser; in Node there are gatewave-webgpu",
    ],
    [['--adapter', 'firefox'], "The adapter 'firefox' is a browser's"],
  ])('refuses %s', async (args, message) => {
    const { code, out, errors } = await bench(...args);
    expect(errors).toContain(message);
    expect(errors).not.toMatch(/^ +at /m);
    expect(out).toBe('');
    expect(code).toBe(2);
  });
});
