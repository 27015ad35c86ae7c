import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { connectProcess } from '../../../scripts/bench/process';
import { guard } from '../../../src/benchmark/guard';

const folder = mkdtempSync(join(tmpdir(), 'gatewave-process-'));
afterAll(() => rmSync(folder, { recursive: true }));

const comlink = import.meta.resolve('comlink');
const endpoint = import.meta.resolve('../../../scripts/bench/endpoint.ts');

interface Port {
  doubled(values: Float32Array): Promise<Float32Array>;
  refuse(): Promise<void>;
  given(): Promise<string[]>;
  end(): Promise<void>;
  die(): Promise<void>;
  hang(): Promise<void>;
}

/** A process with this port, written in JavaScript except for the endpoint, which is ours. */
const file = join(folder, 'port.mjs');
writeFileSync(
  file,
  `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))};
   register();
   const { expose } = await import(${JSON.stringify(comlink)});
   const { endpointOf } = await import(${JSON.stringify(endpoint)});
   expose({
     doubled: (values) => values.map((value) => 2 * value),
     refuse: () => { throw new RangeError('not that'); },
     given: () => process.argv.slice(2),
     end: () => { console.error('Loading ...'); console.error('The driver is gone.'); process.exit(3); },
     die: () => process.kill(process.pid, 'SIGSEGV'),
     hang: () => { for (;;); },
   }, endpointOf(process));`,
);

describe('a worker that is a process', () => {
  it('is called as a thread is, and stays until it is closed', async () => {
    const { port, close, failure } = connectProcess<Port>(file, 'tfjs', 'swiftshader');
    expect(await port.given()).toEqual(['tfjs', 'swiftshader']);
    expect(await port.doubled(Float32Array.of(1, Number.NaN))).toEqual(Float32Array.of(2, Number.NaN));
    await expect(port.refuse()).rejects.toThrow(/^not that$/);
    void port.hang();
    close();
    await expect(failure).rejects.toThrow('The process was ended by SIGKILL.');
  });

  it.each([
    ['end', 'The driver is gone.'],
    ['die', 'The process was ended by SIGSEGV.'],
  ] as const)('fails when its process should %s', async (call, message) => {
    const connection = connectProcess<Port>(file);
    const { signal } = new AbortController();
    await expect(guard(connection, signal, connection.port[call]())).rejects.toThrow(message);
  });

  it('fails when there is no such file', async () => {
    const { failure } = connectProcess<Port>(join(folder, 'missing.mjs'));
    await expect(failure).rejects.toThrow(/Node\.js v|ended with code 1/);
  });
});
