import { type ExecFileException, execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { oneAdapter } from '../support/page';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'gatewave-parity-'));
afterAll(() => rmSync(folder, { recursive: true }));

function parity(...args: string[]): Promise<{ code: number; out: string; errors: string }> {
  const command = ['--import', 'tsx', join(root, 'scripts/parity.ts'), ...args];
  return new Promise((done) => {
    execFile(process.execPath, command, { cwd: root }, (error: ExecFileException | null, out, errors) => {
      done({ code: Number(error?.code ?? 0), out, errors });
    });
  });
}

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const { cases } = JSON.parse(readFileSync(join(root, 'test/fixtures/torch_float64.json'), 'utf8'));
const adapter = oneAdapter();

describe.concurrent('npm run parity', () => {
  it('prints a table of all cases of a golden file, and ends with 0', async () => {
    const { attention_lengths, lstm_small } = cases;
    const file = write('right.json', { cases: { attention_lengths, lstm_small } });
    const { code, out, errors } = await parity('--golden', file, '--adapter', adapter);
    expect(errors).toBe('');
    const row = (...cells: string[]) => new RegExp(`^${adapter} +${cells.join(' +')} .* ok$`, 'm');
    expect(out).toMatch(row('lstm', 'sequence/\\w+', 'gradient', '2×5×3 → 1×4, state'));
    expect(out).toMatch(row('lstm', 'step', 'gradient', '2×5×3 → 1×4, state'));
    expect(out).toMatch(row('attentionPool', '\\w+', 'forward', '3×10×5 → additive 3, lengths'));
    expect(out).toContain('3 cases passed, 0 failed, 0 skipped');
    expect(code).toBe(0);
  });

  it('says what is wrong by how much, and ends with 1', async () => {
    const { attention } = structuredClone(cases);
    attention.context[1][2] *= 1.001;
    const file = write('wrong.json', { cases: { attention } });
    const { code, out } = await parity('--golden', file, '--adapter', adapter);
    expect(out).toMatch(/attentionPool +\w+ +forward .* \d\.\de-[345] .* context +FAILED \(attention\)/);
    expect(out).toContain('0 cases passed, 1 failed');
    expect(code).toBe(1);
  });

  it.each<[string, string[], RegExp]>([
    ['an unknown option', ['--adaptor', 'swiftshader'], /Unknown option '--adaptor'/],
    ['an unknown adapter', ['--adapter', 'opengl'], /'opengl', but must be one of auto, hardware, lavapipe,/],
    ['no number', ['--cases', 'many'], /--cases is 'many', but must be a whole number/],
    ['no cases', ['--cases', '0'], /--cases is 0/],
    ['a missing file', ['--golden', join(folder, 'missing.json')], /no such file.*missing\.json/],
    ['a broken file', ['--golden', write('broken.json', '{')], /broken\.json is not JSON/],
    ['another file', ['--golden', write('empty.json', {})], /empty\.json has no 'cases'/],
    [
      'an unknown kind',
      ['--golden', write('rnn.json', { cases: { a: { kind: 'rnn' } } })],
      /of kind 'rnn'; known/,
    ],
  ])('ends with 2 for %s', async (_, args, message) => {
    const { code, errors } = await parity(...args);
    expect(errors).toMatch(message);
    expect(errors).not.toMatch(/^ +at /m);
    expect(code).toBe(2);
  });
});
