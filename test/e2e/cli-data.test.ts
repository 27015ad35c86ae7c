/** Real series of several lengths and channels, from the command line's beginning to its end. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Inspection } from '../../src/cli/inspection';
import { root, Workshop } from '../support/command';

const workshop = new Workshop();
afterAll(() => workshop.remove());

/** The first series of three of the nine speakers, as a file of its own. */
function cut(part: 'TRAIN' | 'TEST', series: number): string {
  const path = join(root, `examples/data/japanese-vowels/JapaneseVowels_${part}.ts`);
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  const data = lines.findIndex((line) => line.startsWith('@data')) + 1;
  const speakers = ['1', '2', '3'].flatMap((speaker) =>
    lines
      .slice(data)
      .filter((line) => line.trimEnd().endsWith(`:${speaker}`))
      .slice(0, series),
  );
  return `${[...lines.slice(0, data), ...speakers].join('\n')}\n`;
}

beforeAll(() => {
  workshop.write('train.ts', cut('TRAIN', 20));
  workshop.write('test.ts', cut('TEST', 10));
});

it('trains on TRAIN, tests on TEST, evaluates, predicts and inspects', async () => {
  const sizes = [
    '--units',
    '4',
    '--attention-units',
    '4',
    '--steps',
    '20',
    '--epochs',
    '2',
    '--batch-size',
    '8',
  ];
  const trained = await workshop.run(
    'train',
    '--data',
    'train.ts',
    '--test',
    'test.ts',
    '--out',
    'run',
    ...sizes,
  );
  expect(trained.code, trained.errors).toBe(0);
  expect(trained.out).toMatch(
    /Data +60 series of \d+ to \d+ steps with 12 channels \(1: 20, 2: 20, 3: 20\), train\.ts; test: test\.ts/,
  );
  expect(trained.out).toMatch(/Split +\d+ series to train, \d+ to validate.*, 30 to test of their own/);
  const { test } = workshop.readJson<{ test: { accuracy: number; confusion: number[][] } }>(
    'run',
    'report.json',
  );
  expect(workshop.read('run', 'report.json')).toMatch(/"confusion": \[\n +\[\d+, \d+, \d+\],\n/);

  const evaluated = await workshop.run('evaluate', '--model', 'run', '--data', 'test.ts', '--json');
  expect(evaluated.code, evaluated.errors).toBe(0);
  const report = JSON.parse(evaluated.out.trimEnd().split('\n').at(-1) as string);
  expect(report).toMatchObject({
    type: 'report',
    count: 30,
    accuracy: test.accuracy,
    confusion: test.confusion,
  });

  const predicted = await workshop.run('predict', '--model', 'run', '--data', 'test.ts', '--out', 'p.csv');
  expect(predicted.code, predicted.errors).toBe(0);
  const [header, ...lines] = workshop.read('p.csv').trimEnd().split('\n');
  expect(header).toBe('id,predicted,probability 1,probability 2,probability 3');
  const classes = lines.map((line) => line.split(',')[1]);
  expect(lines).toHaveLength(30);
  expect(classes.filter((name, i) => name === String(Math.floor(i / 10) + 1)).length / 30).toBeCloseTo(
    test.accuracy,
  );

  const { code, out } = await workshop.run('inspect', 'train.ts', '--json');
  expect(code).toBe(0);
  const inspection = JSON.parse(out) as Inspection;
  expect(inspection).toMatchObject({
    format: 'ts',
    series: 60,
    channels: 12,
    classes: { 1: 20, 2: 20, 3: 20 },
    label: null,
    missing: 0,
  });
});
