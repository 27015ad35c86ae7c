/** What is packed for a bare machine runs there: here, in an empty environment. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Measurement } from '../../portable/records';
import { reportOf } from '../../portable/report/report';

const execute = promisify(execFile);
const canPack = process.platform === 'linux' && process.arch === 'x64';

describe.skipIf(!canPack)('the portable measurement', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatewave-portable-'));
    // Compression takes most of the time, and nothing of what is tested.
    await execute('npx', ['tsx', 'scripts/portable.ts', '--out', folder, '--uncompressed']);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** The lines that a part prints on Dawn's null device, which every machine has. */
  async function part(...given: string[]): Promise<Measurement[]> {
    const { stdout } = await execute('./node', ['bundle.mjs', ...given], {
      cwd: folder,
      env: { DAWN: 'backend=null' },
    }).catch((failed: { stdout: string }) => failed);
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  }

  it('holds what run.sh calls', async () => {
    const files = await readdir(folder, { recursive: true });
    const expected = ['bundle.mjs', 'dawn.node', 'node', 'peers/torch_lstm.py', 'run.sh'];
    expect(files).toEqual(expect.arrayContaining(expected));
  });

  it('measures, and the report shows it', async () => {
    const lines = [...(await part('info')), ...(await part('speed', '8', '8')), ...(await part('host', '8'))];
    expect(lines.map(({ part }) => part)).toEqual(['info', 'speed', 'host']);
    const report = reportOf(lines.map((line) => JSON.stringify(line)).join('\n'), 'results.jsonl');
    expect(report).toMatch(/\| batch 32, 100 steps, 32 units \| [\d.,]+ \| – \|/);
  });

  it('says what is wrong, as a line', async () => {
    const [line] = await part('spede');
    expect(line).toMatchObject({ part: 'error', of: 'spede' });
  });
});
