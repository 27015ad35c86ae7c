import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SineWave, sineSeries } from '../../src/data/sine';
import { writeCsv } from '../../src/data/write-csv';
import type { SeriesPrediction } from '../../src/model/report/predictions-file';
import { expectRefusal, finish, type Outcome, root, tiny, Workshop } from '../support/command';

const workshop = new Workshop();

beforeAll(() => workshop.write('tiny.json', tiny));
afterAll(() => workshop.remove());

/** The JSON lines of this type on standard output. */
function told<Event>(out: string, type: string): Event[] {
  const lines = out.trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line)).filter((event) => event.type === type);
}

describe('generate', () => {
  it('writes the same series for the same seed, label first', async () => {
    for (const [seed, file] of [
      ['5', 'a.csv'],
      ['5', 'b.csv'],
      ['6', 'c.csv'],
    ] as const) {
      const { code, out } = await workshop.run(
        'generate',
        '--config',
        'tiny.json',
        '--seed',
        seed,
        '--out',
        file,
      );
      expect(code).toBe(0);
      expect(out).toMatch(/^Wrote 80 series of 24 steps \(0: \d+, 1: \d+\), seed \d, to [abc]\.csv\n$/);
    }
    const lines = workshop.read('a.csv').trimEnd().split('\n');
    expect(lines).toHaveLength(80);
    for (const line of lines) expect(line).toMatch(/^[01](,-?[\d.e-]+){24}$/);
    expect(workshop.read('b.csv')).toBe(workshop.read('a.csv'));
    expect(workshop.read('c.csv')).not.toBe(workshop.read('a.csv'));
  });
});

describe('train, evaluate, predict', () => {
  let trained: Outcome;

  beforeAll(async () => {
    trained = await workshop.run('train', '--config', 'tiny.json', '--seed', '1', '--out', 'run', '--json');
  });

  it('prints events as JSON lines and nothing else', () => {
    expect(trained.errors).toBe('');
    expect(trained.code).toBe(0);
    const types = trained.out
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { type: string }).type);
    const milestones = types.filter((type, i) => type !== 'steps' && type !== types[i - 1]);
    expect(new Set(milestones)).toEqual(
      new Set(['device', 'data', 'split', 'plan', 'start', 'epoch', 'end', 'trained', 'report', 'files']),
    );
    expect(told(trained.out, 'device')).toMatchObject([{ backend: 'webgpu' }]);
    expect(told(trained.out, 'epoch')).toHaveLength(2);
    const losses = told<{ loss: number[] }>(trained.out, 'steps').flatMap(({ loss }) => loss);
    expect(losses).toHaveLength(2 * Math.ceil((0.7 * tiny.dataset_size) / tiny.batch_size));
  });

  it('writes model, report, history, predictions, configuration and plots', () => {
    const [files] = told<{ files: string[] }>(trained.out, 'files');
    const expected = [
      ...['model.json', 'weights.bin', 'stock/model.json', 'stock/weights.bin', 'model.onnx'],
      ...['model.safetensors', 'report.json', 'history.csv', 'predictions.json'],
      ...['config.json', 'attention-normal.svg', 'attention-normal.png'],
      ...['attention-anomalous.svg', 'attention-anomalous.png'],
    ].sort();
    expect(files?.files.sort()).toEqual(expected);
    expect(readdirSync(workshop.at('run'), { recursive: true }).sort()).toEqual(
      [...expected, 'stock'].sort(),
    );
    expect(workshop.read('run', 'history.csv').trimEnd().split('\n')).toHaveLength(3);
    expect(workshop.readJson('run', 'report.json')).toMatchObject({
      seed: 1,
      epochs: 2,
      reason: 'finished',
      sizes: { train: 56, validation: 8, test: 16 },
      test: { count: 16 },
      localisation: { tolerance: 1 },
    });
    for (const { attention } of workshop.readJson<SeriesPrediction[]>('run', 'predictions.json')) {
      expect(attention).toHaveLength(24);
      expect(attention.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 3);
    }
    for (const name of ['attention-normal', 'attention-anomalous']) {
      expect(workshop.read('run', `${name}.svg`)).toMatch(
        /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/,
      );
      const png = readFileSync(workshop.at('run', `${name}.png`));
      expect([...png.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
      expect(png.readUInt32BE(16)).toBe(1600);
    }
  });

  it('shades the flat of the anomalous series only', () => {
    expect(workshop.read('run', 'attention-anomalous.svg')).toContain('>flat<');
    expect(workshop.read('run', 'attention-normal.svg')).not.toContain('>flat<');
  });

  it('repeats the run from the configuration that it wrote, and prints readable lines', async () => {
    const again = await workshop.run('train', '--config', 'run/config.json', '--out', 'again');
    expect(again.errors).toBe('');
    expect(again.code).toBe(0);
    expect(again.out).toMatch(/epoch 2\/2: loss [\d.]+, accuracy [\d.]+; validation loss [\d.]+/);
    expect(again.out).toMatch(/precision +recall +f1-score +support/);
    expect(again.out).toContain('ROC AUC (0/1 predictions)');
    expect(again.out).toMatch(/Attention of \d+ series whose flat is marked/);
    expect(workshop.read('again', 'predictions.json')).toBe(workshop.read('run', 'predictions.json'));
    expect(workshop.read('again', 'config.json')).toBe(workshop.read('run', 'config.json'));
  });

  it('loads the model again, in both formats, with the same probabilities', async () => {
    const predictions = workshop.readJson<SeriesPrediction[]>('run', 'predictions.json');
    const waves = predictions.map(
      ({ about, label }) => ({ ...about, label: Number(label) }) as unknown as SineWave,
    );
    const series = new Float32Array(waves.flatMap((wave) => [...sineSeries(wave, 24)]));
    const labels = Int32Array.from(waves, ({ label }) => label);
    const test = { count: waves.length, time: 24, channels: 1, series, labels, classNames: ['0', '1'] };
    workshop.write('test.csv', writeCsv(test));

    const evaluated = await workshop.run('evaluate', '--model', 'run', '--data', 'test.csv', '--json');
    expect(evaluated.errors).toBe('test.csv: Column 1 is taken for the label (--label says otherwise).\n');
    const { accuracy, confusion } = workshop.readJson<{ test: { accuracy: number; confusion: number[][] } }>(
      'run',
      'report.json',
    ).test;
    expect(told(evaluated.out, 'report')).toMatchObject([{ count: 16, accuracy, confusion }]);

    for (const model of ['run', 'run/stock', 'run/model.safetensors']) {
      const given = ['--model', model, '--data', 'test.csv', '--out', 'p.json'];
      const { code, errors } = await workshop.run('predict', '--backend', 'webgpu', ...given);
      expect(code).toBe(0);
      expect(errors).toMatch(/^test\.csv: Column 1 is taken for the label/);
      const again = workshop.readJson<SeriesPrediction[]>('p.json');
      expect(again.map(({ probabilities }) => probabilities)).toEqual(
        predictions.map(({ probabilities }) => probabilities),
      );
      expect(again.map(({ attention }) => attention)).toEqual(predictions.map(({ attention }) => attention));
    }

    // So few series are done by the processor before a GPU is ready.
    const given = ['--model', 'run', '--data', 'test.csv', '--out', 'p.json'];
    const { errors } = await finish(workshop.start(['predict', ...given], { GATEWAVE_ADAPTER: '' }));
    expect(errors).toMatch(/Computing on the processor/);
    const near = workshop.readJson<SeriesPrediction[]>('p.json');
    for (const [row, { probabilities }] of near.entries()) {
      const expected = predictions[row]?.probabilities ?? {};
      for (const [name, probability] of Object.entries(probabilities))
        expect(probability).toBeCloseTo(expected[name] ?? Number.NaN, 5);
    }
  });

  it.each([
    [
      'weights that are none',
      ['--data', 'class.csv', '--model', 'bad.safetensors'],
      /bad\.safetensors is not a model: name a folder/,
    ],
    [
      'an unknown class',
      ['--data', 'class.csv'],
      /class\.csv, line 2, column 1: the label "x" is not one of/,
    ],
  ])('refuses %s', async (_what, args, message) => {
    workshop.write('bad.safetensors', 'no weights at all');
    const values = Array.from({ length: 24 }, (_, i) => i).join();
    workshop.write('class.csv', `0,${values}\nx,${values}\n`);
    expectRefusal(
      await workshop.run('evaluate', ...(args.includes('--model') ? [] : ['--model', 'run']), ...args),
      message,
    );
  });
});

describe('help', () => {
  it.each([
    [['--help'], /COMMANDS.*train.*evaluate.*predict.*generate/s],
    [['train', '--help'], /--config=<FILE>.*--recipe=<robust\|general\|article>.*--batch-size=<N>/s],
    [['evaluate', '-h'], /--model=<DIR\|FILE>/],
    [['predict', '--help'], /--out=<FILE\.json\|FILE\.csv>/],
    [['generate', '--help'], /--out=<FILE\.csv>/],
    [['--version'], /^\d+\.\d+\.\d+\n$/],
  ])('%j is printed without colours into a pipe', async (args, text) => {
    const { code, out, errors } = await workshop.run(...args);
    expect([code, errors]).toEqual([0, '']);
    expect(out).toMatch(text);
    expect(out).not.toContain(String.fromCharCode(27));
  });

  it.each([
    ['npx', ['--no-install', 'gatewave', 'train', '--help']],
    ['npm', ['run', '--silent', 'train', '--', '--help']],
  ])('%s finds the command', (program, args) => {
    const text = execFileSync(program, args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(text).toContain('gatewave train');
  });
});
