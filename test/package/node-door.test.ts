/** WebGPU in Node, from the installed package: without Dawn, and with it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, inject, it } from 'vitest';
import { findSwiftShader } from '../../src/browser/swiftshader';
import { root, tiny } from '../support/command';
import { command } from './install';

const { folder } = inject('installation');
const gatewave = join(folder, 'node_modules/.bin/gatewave');

describe('without the package webgpu', () => {
  it('the command names the one that installs it', async () => {
    const run = command(gatewave, ['train', '--runtime', 'node', '--adapter', 'swiftshader'], folder);
    await expect(run).rejects.toThrow(/gatewave: Node has no WebGPU of its own.*'npm install webgpu'/);
  });

  it('the import does, too', async () => {
    writeFileSync(
      join(folder, 'import.mjs'),
      "await import('gatewave/node').catch((e) => console.log(e.name));",
    );
    expect(await command(process.execPath, ['import.mjs'], folder)).toBe('NoDawnError\n');
  });
});

describe.runIf(process.platform === 'linux')('with it', () => {
  it('the example serves predictions of a model that was trained there, and ends', async () => {
    symlinkSync(join(root, 'node_modules/webgpu'), join(folder, 'node_modules/webgpu'));
    writeFileSync(join(folder, 'tiny.json'), JSON.stringify(tiny));
    const trained = ['train', '--config', 'tiny.json', '--backend', 'cpu', '--runtime', 'node'];
    await command(gatewave, [...trained, '--out', 'served'], folder);

    cpSync(join(root, 'examples/node-server/server.mjs'), join(folder, 'server.mjs'));
    const driver = await findSwiftShader({ log: console.log });
    const server = spawn(process.execPath, ['server.mjs', 'served', '0'], {
      cwd: folder,
      env: { ...process.env, VK_DRIVER_FILES: driver },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(server, 'exit');
    try {
      const [line] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
      expect(line).toMatch(/^Serving served on google swiftshader .* at http:\/\/127\.0\.0\.1:\d+\/$/);
      const url = /http:.*$/.exec(line)?.[0];
      const ask = (series: unknown) =>
        fetch(`${url}predict`, { method: 'POST', body: JSON.stringify({ series }) });
      const answer = await ask([
        [0, 1, 2, 1, 0, -1],
        [3, 1, 0],
      ]);
      expect(answer.status).toBe(200);
      const rows = (await answer.json()) as { probabilities: Record<string, number>; attention: number[] }[];
      expect(rows.map(({ attention }) => attention.length)).toEqual([6, 3]);
      for (const { probabilities, attention } of rows) {
        expect(Object.keys(probabilities)).toEqual(['0', '1']);
        for (const shares of [Object.values(probabilities), attention]) {
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
        }
      }
      expect((await ask([['a']])).status).toBe(400);
    } finally {
      server.kill('SIGTERM');
    }
    expect((await ended)[0]).toBe(0);
  });
});
