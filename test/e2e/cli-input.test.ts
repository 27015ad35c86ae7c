import { afterAll, beforeAll, describe, it } from 'vitest';
import { expectRefusal, finish, tiny, Workshop } from '../support/command';

const workshop = new Workshop();

beforeAll(() => workshop.write('tiny.json', tiny));
afterAll(() => workshop.remove());

describe('wrong input', () => {
  const series = (label: number | string, value: number | string): string => `${label},${value},1,2\n`;
  const many = (make: (i: number) => string): string =>
    Array.from({ length: 20 }, (_, i) => make(i)).join('');

  beforeAll(() => {
    workshop.write('key.json', '{"num_point": 24}');
    workshop.write('range.json', '{"batch_size": 0}');
    workshop.write('syntax.json', '{"epochs": 3,}');
    workshop.write('ragged.csv', '0,1,2\n1,3\n');
    workshop.write(
      'one.csv',
      many((i) => series(0, i)),
    );
    workshop.write('few.csv', series(0, 1) + series(1, 2));
    workshop.write(
      'good.csv',
      many((i) => series(i % 2, i)),
    );
    workshop.write('large.json', '{"num_points": 20000, "dataset_size": 40, "units": 256}');
    workshop.write('wide.json', '{"num_points": 20, "dataset_size": 40, "units": 1024}');
    workshop.write('one-class.json', { ...tiny, normal_anomalous_ratio: 1 });
  });

  it.each([
    ['no command', [], /Name a command: train, /],
    ['an unknown command', ['trian'], /no command "trian"\. Did you mean train\?/],
    ['an unknown flag', ['train', '--epoch', '3'], /no flag --epoch\. Did you mean --epochs\?/],
    ['a missing flag', ['predict', '--model', 'x', '--data', 'good.csv'], /"gatewave predict" needs --out/],
    [
      'flags in conflict',
      ['train', '--backend', 'cpu', '--adapter', 'auto'],
      /--adapter is for --backend webgpu/,
    ],
    [
      'a wrong seed',
      ['generate', '--seed', '-1', '--out', 'x.csv'],
      /--seed is -1; it must be a whole number from 0/,
    ],
    [
      'a configuration of waves for heartbeats',
      ['generate', '--task', 'heartbeats', '--preset', 'quick', '--out', 'x.csv'],
      /--task heartbeats has no configuration: leave out --preset/,
    ],
    [
      'a number of waves beside their configuration',
      ['generate', '--series', '5', '--out', 'x.csv'],
      /--series is for heartbeats and vibration/,
    ],
    [
      'an unknown recipe',
      ['train', '--recipe', 'best'],
      /--recipe is "best"; it must be one of "robust", "general", "article"/,
    ],
    [
      'a missing configuration',
      ['train', '--config', 'none.json'],
      /Cannot read the configuration none\.json: there is no/,
    ],
    [
      'an unknown key',
      ['train', '--config', 'key.json'],
      /key\.json: there is no key "num_point"; did you mean "num_points"/,
    ],
    [
      'a value out of range',
      ['train', '--config', 'range.json'],
      /range\.json: "batch_size" is 0; it must be/,
    ],
    ['broken JSON', ['train', '--config', 'syntax.json'], /syntax\.json, line 1, column 14: not valid JSON/],
    [
      'missing data',
      ['train', '--data', 'none.csv'],
      /Cannot read the data none\.csv: there is no such file/,
    ],
    ['ragged data', ['train', '--data', 'ragged.csv'], /ragged\.csv, line 2, column 3/],
    ['one class', ['train', '--data', 'one.csv', '--label', 'first'], /one\.csv has one class only/],
    ['too few series', ['train', '--data', 'few.csv'], /few\.csv has only 2 series/],
    [
      'an unwritable folder',
      ['train', '--out', 'good.csv'],
      /Cannot write to the folder good\.csv: a file of that name/,
    ],
    [
      'a missing model',
      ['evaluate', '--model', 'none', '--data', 'good.csv'],
      /Cannot read the model none: there is no/,
    ],
  ])('%s is reported', async (_what, args, message) => {
    expectRefusal(await workshop.run(...args), message);
  });

  it('of generated series is reported', async () => {
    const outcome = await workshop.run('train', '--config', 'one-class.json', '--out', 'x', '--json');
    expectRefusal(outcome, /one class only/);
  });

  it('a run that does not fit on the device is refused with the sizes before it begins', async () => {
    const outcome = await workshop.run('train', '--config', 'large.json', '--out', 'x');
    expectRefusal(
      outcome,
      /28 series of 20000 steps with 256 units needs about [\d.]+ MiB .* at most [\d.]+ MiB/,
    );
  });

  it('a network too large for any kernel on the device is refused before training', async () => {
    const outcome = await workshop.run('train', '--config', 'wide.json', '--out', 'x');
    expectRefusal(outcome, /2048 features and 64 attention units need more workgroup memory/);
  });

  it('missing WebGPU is reported with what was tried', async () => {
    const env = { GATEWAVE_CHROME: workshop.at('no-browser') };
    const outcome = await finish(workshop.start(['train', '--config', 'tiny.json', '--out', 'x'], env));
    expectRefusal(outcome, /No browser with .*WebGPU adapter.*\n.*no-browser: there is no executable file/);
  });
});
