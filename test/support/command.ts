/** The command, run as a process of its own in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';

export const root = resolve(import.meta.dirname, '../..');

/** A run that takes a moment. */
export const tiny = {
  num_points: 24,
  dataset_size: 80,
  units: 4,
  attention_units: 8,
  batch_size: 16,
  epochs: 2,
};

export interface Outcome {
  code: number | null;
  out: string;
  errors: string;
}

/** A folder for temporary files, in which commands run. */
export class Workshop {
  readonly folder = mkdtempSync(join(tmpdir(), 'gatewave-cli-'));

  at(...names: string[]): string {
    return join(this.folder, ...names);
  }

  read(...names: string[]): string {
    return readFileSync(this.at(...names), 'utf8');
  }

  readJson<Value>(...names: string[]): Value {
    return JSON.parse(this.read(...names)) as Value;
  }

  write(name: string, content: string | object): void {
    writeFileSync(this.at(name), typeof content === 'string' ? content : JSON.stringify(content));
  }

  start(args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
    const command = join(root, 'bin/gatewave.mjs');
    return spawn(process.execPath, [command, ...args], {
      cwd: this.folder,
      env: { ...process.env, ...env },
    });
  }

  run(...args: string[]): Promise<Outcome> {
    return finish(this.start(args));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** A finished command's output and exit code. */
export async function finish(child: ChildProcess): Promise<Outcome> {
  const outcome: Outcome = { code: null, out: '', errors: '' };
  child.stdout?.on('data', (data) => {
    outcome.out += data;
  });
  child.stderr?.on('data', (data) => {
    outcome.errors += data;
  });
  [outcome.code] = await once(child, 'close');
  return outcome;
}

/** Exit code 2 and a single message, not a stack trace. */
export function expectRefusal({ code, out, errors }: Outcome, message: RegExp): void {
  expect(errors).toMatch(message);
  expect(errors.match(/^gatewave: /gm)).toHaveLength(1);
  expect(errors).not.toMatch(/^ +at /m);
  expect(errors).not.toContain('internal error');
  expect(out).not.toMatch(/epoch|Written/);
  expect(code).toBe(2);
}
