import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { applyFlags, readConfiguration, trainingFlags } from '../../../src/cli/configuration';
import { checkRunConfig } from '../../../src/data/config';
import { pickSine } from '../../../src/data/sine-config';
import { completeConfig } from '../../../src/model/report/complete-config';
import { resolveRecipe } from '../../../src/model/training/recipes';

const folder = mkdtempSync(join(tmpdir(), 'gatewave-configuration-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('precedence', () => {
  const path = file('run.json', '{"num_points": 50, "recipe": "article", "epochs": 7, "units": 8}');

  it('is flag, then file, then recipe', async () => {
    const { config } = await readConfiguration({ config: path }, { epochs: '3', 'clip-norm': '0.5' });
    const recipe = resolveRecipe(config);
    expect(config.num_points).toBe(50);
    expect(recipe).toMatchObject({
      name: 'article',
      epochs: 3,
      units: 8,
      clipNorm: 0.5,
      learningRate: 1e-3,
    });
  });

  it('lets a flag name another recipe than the file', async () => {
    const { config } = await readConfiguration({ config: path }, { recipe: 'robust' });
    expect(resolveRecipe(config)).toMatchObject({ name: 'robust', epochs: 7, scaling: 'max' });
  });

  it('takes a preset in place of a file, and not beside one', async () => {
    const { config } = await readConfiguration({ preset: 'quick' }, { epochs: '2' });
    expect(config).toMatchObject({ num_points: 100, dataset_size: 2000, learning_rate: 0.008, epochs: 2 });
    await expect(readConfiguration({ preset: 'quick', config: path }, {})).rejects.toThrow(
      `--preset quick and --config ${path} are each a whole configuration: give one of them.`,
    );
  });

  it("is the article's task without a file", async () => {
    const { config, recorded } = await readConfiguration({}, {});
    expect(config).toMatchObject({ num_points: 500, dataset_size: 10_000 });
    expect(recorded).toBeUndefined();
  });
});

describe('wrong values', () => {
  it.each([
    [{ epochs: '0' }, '--epochs is 0; it must be a whole number from 1 to 10000.'],
    [{ epochs: '2.5' }, '--epochs is 2.5; it must be a whole number from 1 to 10000.'],
    [{ seed: 'one' }, '--seed is "one"; it must be a whole number from 0 to 9007199254740991.'],
    [{ 'batch-size': ' ' }, '--batch-size is " "; it must be a whole number from 1 to 8192.'],
    [{ recipe: 'solid' }, '--recipe is "solid"; it must be one of "robust", "general", "article".'],
  ])('of the flags %j are reported by flag', (flags, message) => {
    expect(() => applyFlags({}, flags)).toThrow(message);
  });

  it('of the file are reported by file and key', async () => {
    const path = file('wrong.json', '{"num_point": 50}');
    await expect(readConfiguration({ config: path }, {})).rejects.toThrow(
      `${path}: there is no key "num_point"; did you mean "num_points"?`,
    );
  });

  it('a missing file is reported', async () => {
    await expect(readConfiguration({ config: join(folder, 'none.json') }, {})).rejects.toThrow(
      /Cannot read the configuration .*none\.json: there is no such file or folder\./,
    );
  });
});

describe('completeConfig', () => {
  it.each([{}, { recipe: 'article', epochs: 3, num_points: 60 }] as const)(
    'repeats the run of %j',
    (given) => {
      const config = checkRunConfig(given, 'test');
      const complete = completeConfig(config, { recipe: resolveRecipe(config), seed: 4 }, true);
      const again = checkRunConfig(complete, 'test');
      expect(resolveRecipe(again)).toEqual(resolveRecipe(config));
      expect(pickSine(again)).toEqual(pickSine(config));
      expect(again.seed).toBe(4);
    },
  );

  it('names each training key that there is a flag for', () => {
    const config = checkRunConfig({}, 'test');
    const keys = Object.keys(completeConfig(config, { recipe: resolveRecipe(config), seed: 0 }, false));
    expect(keys.sort()).toEqual(
      Object.keys(trainingFlags)
        .map((flag) => flag.replaceAll('-', '_'))
        .sort(),
    );
  });
});
