/** A command notices that the npm that started it is gone. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { watchNpm } from '../../../src/cli/parents';

const folder = mkdtempSync(join(tmpdir(), 'gatewave-parents-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(process.platform === 'win32')('the end of npx', () => {
  /** A package with a command that watches, and says when npm is gone. */
  function install(): void {
    const installed = join(folder, 'node_modules/watcher');
    mkdirSync(installed, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
    const manifest = { name: 'watcher', version: '1.0.0', type: 'module', bin: 'watcher.js' };
    writeFileSync(join(installed, 'package.json'), JSON.stringify(manifest));
    const code = [
      '#!/usr/bin/env node',
      `import { tsImport } from ${JSON.stringify(resolve('node_modules/tsx/dist/esm/api/index.mjs'))};`,
      `const { watchNpm } = await tsImport(${JSON.stringify(resolve('src/cli/parents.ts'))}, import.meta.url);`,
      "for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => console.log(signal));",
      "watchNpm(() => { console.log('gone'); process.exit(); });",
      "setTimeout(() => { console.log('late'); process.exit(); }, 60_000);",
      "console.log('watching');",
    ];
    writeFileSync(join(installed, 'watcher.js'), code.join('\n'), { mode: 0o755 });
    mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
    writeFileSync(
      join(folder, 'node_modules/.bin/watcher'),
      '#!/usr/bin/env node\nawait import("../watcher/watcher.js");\n',
      { mode: 0o755 },
    );
  }

  it.each(['SIGTERM', 'SIGHUP', 'SIGKILL'] as const)('by %s reaches what it started', async (signal) => {
    install();
    const npx: ChildProcess = spawn('npx', ['watcher'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    for await (const line of createInterface({ input: npx.stdout! })) {
      lines.push(line);
      if (line === 'watching') npx.kill(signal);
      if (line === 'gone' || line === 'late') break;
    }
    // The signal itself may come along where the shell gave its place to the command.
    expect(lines.filter((line) => line !== signal)).toEqual(['watching', 'gone']);
  });
});

describe('the watch', () => {
  it('tells once when the parents change, and is not kept without npm', () => {
    vi.useFakeTimers();
    let parents = '7 6';
    const gone = vi.fn();
    watchNpm(gone, {}, () => parents);
    const end = watchNpm(gone, { npm_execpath: 'npm' }, () => parents);
    vi.advanceTimersByTime(1000);
    expect(gone).not.toHaveBeenCalled();
    parents = '7 1';
    vi.advanceTimersByTime(1000);
    expect(gone).toHaveBeenCalledOnce();
    end();
    vi.useRealTimers();
  });
});
