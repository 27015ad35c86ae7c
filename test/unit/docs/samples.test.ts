/** Every code sample of the README and of docs/ runs, or says why it does not. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseRunConfig } from '../../../src/data/config';
import { textFile } from '../../../src/data/formats/data-file';
import { readDataset } from '../../../src/data/formats/read-dataset';
import { documentationFiles, extractSamples, readSamples, type Sample } from '../../support/samples';
import { checkCommandLine, commandLines, runGenerate } from '../../support/shell-samples';
import { writeModule } from '../../support/typescript-samples';

const root = resolve(import.meta.dirname, '../../..');
const here = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'gatewave-samples-'));

beforeAll(() => {
  mkdirSync(join(folder, 'configs'));
  cpSync(join(root, 'configs'), join(folder, 'configs'), { recursive: true });
  // Files that a reader has from torch or Keras.
  const weights = join(root, 'test/fixtures/weights');
  cpSync(join(weights, 'torch/gru-stack.pt'), join(folder, 'encoder.pt'));
  cpSync(join(weights, 'keras/sequence.keras'), join(folder, 'model.keras'));
  cpSync(join(weights, 'keras/sequence.weights.h5'), join(folder, 'model.weights.h5'));
  const formats = join(root, 'test/fixtures/formats');
  cpSync(join(formats, 'compressed.npz'), join(folder, 'data.npz'));
  cpSync(join(formats, 'lists-zstd.parquet'), join(folder, 'data.parquet'));
  cpSync(join(formats, 'exceljs.xlsx'), join(folder, 'data.xlsx'));
  process.chdir(folder);
});

afterAll(() => {
  process.chdir(here);
  rmSync(folder, { recursive: true });
});

/** How to check a sample that has no marker, by its language. */
const checks: Record<string, (sample: Sample) => unknown> = {
  ts: runTypeScript,
  js: runTypeScript,
  sh: runShell,
  json: ({ code, file }) => parseRunConfig(code, file),
  csv: ({ code, file }) => readDataset([textFile(file, code)]),
  // What a program prints, a folder's files, an equation.
  text: () => {},
};

describe('every code sample is right', () => {
  it.each(readSamples().map((sample) => ({ ...sample, name: `${sample.file}:${sample.line}` })))(
    '$name ($language)',
    async (sample) => {
      const { marker } = sample;
      if (marker?.kind === 'part') return expectPartOf(marker.file, sample.code);
      // In test/gpu/samples.test.ts.
      if (marker?.kind === 'WebGPU') return expect(['ts', 'js']).toContain(sample.language);
      if (marker?.kind === 'not run') return;
      const check = checks[sample.language];
      expect(check, `a language out of ${Object.keys(checks)}, or a marker`).toBeDefined();
      await check?.(sample);
    },
  );
});

async function runTypeScript(sample: Sample): Promise<void> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    await import(writeModule(sample));
    const promised = Array.from(
      sample.code.matchAll(/^console\.log\(.*\); \/\/ → (.*)$/gm),
      (match) => match[1],
    );
    if (promised.length > 0) expect(log.mock.calls.map((values) => values.join(' '))).toEqual(promised);
  } finally {
    log.mockRestore();
  }
}

async function runShell({ code }: Sample): Promise<void> {
  for (const words of commandLines(code)) {
    checkCommandLine(words);
    if (words.slice(0, 3).join(' ') === 'npx gatewave generate') expect(await runGenerate(words)).toBe(0);
  }
}

/** Each line of the sample stands in the file, below the one before it; `…` stands for lines that are left out. */
function expectPartOf(file: string, code: string): void {
  const lines = readFileSync(join(root, file), 'utf8')
    .split('\n')
    .map((line) => line.trim());
  let next = 0;
  for (const line of code.split('\n').map((one) => one.trim())) {
    if (line === '' || line === '…') continue;
    const found = lines.indexOf(line, next);
    expect(found, `"${line}" in ${file}, after line ${next}`).toBeGreaterThanOrEqual(0);
    next = found + 1;
  }
}

describe('the commands in the text exist', () => {
  it.each(inlineCommands())('$command', ({ command }) => {
    for (const words of commandLines(command)) checkCommandLine(words, { placeholders: true });
  });
});

/** Commands that stand between single backticks, each once. */
function inlineCommands(): { command: string }[] {
  const texts = documentationFiles().map((file) => readFileSync(join(root, file), 'utf8'));
  const commands = texts.flatMap(
    (text) => text.match(/(?<=`)(npx gatewave|npm run|npx tsx) [^`]+(?=`)/g) ?? [],
  );
  return [...new Set(commands)].map((command) => ({ command }));
}

describe('blocks are found', () => {
  it('with language, line, marker and without their indentation', () => {
    const markdown =
      '1. List\n\n   <!-- sample: needs WebGPU -->\n   ```ts\n   let a;\n     a = 1;\n   ```\n';
    expect(extractSamples(markdown, 'a.md')).toEqual([
      { file: 'a.md', line: 4, language: 'ts', code: 'let a;\n  a = 1;\n', marker: { kind: 'WebGPU' } },
    ]);
  });

  it('and refused if never closed, or with a marker that means nothing', () => {
    expect(() => extractSamples('```ts\nlet a;\n', 'a.md')).toThrow('a.md:1: this block is never closed');
    expect(() => extractSamples('<!-- sample: skip -->\n```ts\n```\n', 'a.md')).toThrow('"skip"');
  });
});
