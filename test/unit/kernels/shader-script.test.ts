import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

function shader(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const words = ['node_modules/tsx/dist/cli.mjs', 'scripts/shader.ts', ...args];
  return new Promise((done) => {
    const child = execFile(process.execPath, words, { cwd: root }, (_, stdout, stderr) =>
      done({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

describe('npm run shader', () => {
  it('prints a shader with its imports, its loops unrolled, and the values that are asked for', async () => {
    const { code, stdout } = await shader('recurrent_rows', 'cell=gru_cell', 'UNITS=64', 'ACTIVATION=4');
    expect(code).toBe(0);
    expect(stdout).toContain('const UNITS: u32 = 64u;');
    expect(stdout).toContain('override ACTIVATION: u32 = 4u;');
    expect(stdout).toContain('const GATES: u32 = 3u;');
    expect(stdout).not.toMatch(/^import /m);
    expect(stdout).not.toMatch(/\/\/ unroll$/m);
  });

  it.each([
    [['rows'], "There is no shader 'rows'."],
    [['adam', 'UNITS=7'], "'adam' declares no 'const UNITS'"],
    [['adam', 'seven'], "'seven' is not of the form NAME=value"],
    [[], 'Which shader?'],
  ])('lists the shaders when it is asked for %j', async (args, message) => {
    const { code, stderr } = await shader(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain('Shaders: adam, ');
  });
});
