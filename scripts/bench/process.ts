/** A worker of the benchmark that is a process, for the runner. */
import { fork } from 'node:child_process';
import { wrap } from 'comlink';
import type { Connection } from '../../src/benchmark/peers/connect';
import { endpointOf } from './endpoint';

/**
 * Starts `node FILE ...ARGUMENTS`.
 * @param file the bundle of worker.ts, which says what the arguments are.
 */
export function connectProcess<Port>(file: string, ...given: string[]): Connection<Port> {
  const child = fork(file, given, {
    // Not those of the script: the bundle is JavaScript.
    execArgv: [],
    // As between threads: typed arrays stay what they are.
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaints = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const failure = new Promise<never>((_resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const last = complaints.trim().split('\n').at(-1);
      const end = signal ? `was ended by ${signal}` : `ended with code ${code}`;
      reject(new Error(code && last ? last : `The process ${end}.`));
    });
  });
  failure.catch(() => {});
  return { port: wrap<Port>(endpointOf(child)), close: () => void child.kill('SIGKILL'), failure };
}
