/** Two runs never share a folder. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { claimFolder, defaultFolder, newFolder } from '../../../src/cli/run-folder';

const folder = mkdtempSync(join(tmpdir(), 'gatewave-folders-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a run without --out', () => {
  it('is named by its time', () => {
    const name = defaultFolder(new Date(Date.UTC(2026, 0, 2, 3, 4, 5)));
    expect(name).toBe(join('runs', '2026-01-02T03-04-05'));
  });

  it('gets a folder that nobody has, also if several begin at once', async () => {
    const name = join(folder, 'runs', 'now');
    const made = await Promise.all([newFolder(name), newFolder(name), newFolder(name)]);
    expect(made.sort()).toEqual([name, `${name}-2`, `${name}-3`]);
  });
});

describe('a run with --out', () => {
  const pathOf = (name: string) => join(folder, name);

  it('is refused while another one writes there, which is named', async () => {
    const other = spawn(process.execPath, ['--eval', 'setTimeout(() => {}, 60_000)']);
    await once(other, 'spawn');
    await claimFolder(pathOf('taken'));
    rmSync(join(pathOf('taken'), `.run-${process.pid}`));
    writeFileSync(join(pathOf('taken'), `.run-${other.pid}`), '');
    await expect(claimFolder(pathOf('taken'))).rejects.toThrow(
      new RegExp(`^Another run, the process ${other.pid}, writes to the folder .*taken: name another`),
    );
    other.kill();
    await once(other, 'exit');
    await claimFolder(pathOf('taken'));
    expect(readdirSync(pathOf('taken'))).toEqual([`.run-${process.pid}`]);
  });

  it('takes the place of one of before', async () => {
    await claimFolder(pathOf('old'));
    writeFileSync(join(pathOf('old'), 'model.json'), '{}');
    await claimFolder(pathOf('old'));
    expect(readdirSync(pathOf('old'))).toContain('model.json');
  });
});
