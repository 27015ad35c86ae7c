import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, checkRunConfig, parseRunConfig } from '../../../src/data/config';
import { defaultSineConfig } from '../../../src/data/sine-config';
import { editDistance, suggest } from '../../../src/data/suggest';

function errorOf(text: string): string {
  try {
    parseRunConfig(text, 'run.json');
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  return 'no error';
}

describe('parseRunConfig', () => {
  it('fills what is left out with the article’s data task, and no training values', () => {
    expect(parseRunConfig('{}', 'run.json')).toEqual({
      num_points: 500,
      dataset_size: 10000,
      normal_anomalous_ratio: 0.5,
      min_loc: 0,
      max_loc: 0.9,
      step_loc: 0.01,
      min_length: 0.1,
      max_length: 0.5,
      step_length: 0.01,
      min_freq: 1,
      max_freq: 4,
      step_freq: 0.01,
      min_amp: 1,
      max_amp: 10,
      step_amp: 0.01,
    });
  });

  it('reads every training key, also after a byte order mark', () => {
    const training = {
      recipe: 'article',
      units: 16,
      attention_units: 8,
      score: 'dot',
      initialisation: 'keras',
      batch_size: 64,
      epochs: 3,
      patience: 0,
      learning_rate: 0.003,
      schedule: 'cosine',
      warmup_steps: 100,
      clip_norm: 0,
      scaling: 'max',
      seed: 2 ** 53 - 1,
    };
    expect(parseRunConfig(`\uFEFF${JSON.stringify(training)}`, 'run.json')).toEqual({
      ...defaultSineConfig,
      ...training,
    });
  });

  it('ships configurations that are valid; the article’s has the article’s data', () => {
    const load = (name: string) =>
      parseRunConfig(readFileSync(new URL(`../../../configs/${name}`, import.meta.url), 'utf8'), name);
    expect(load('article.json')).toEqual({ ...defaultSineConfig, difference: 'on', epochs: 2 });
    expect(load('quick.json').num_points).toBe(100);
  });

  it.each([
    ['{"num_point": 100}', 'run.json: there is no key "num_point"; did you mean "num_points"?'],
    ['{"max_Amp": 100}', 'did you mean "max_amp"?'],
    ['{"lerning_rate": 0.1}', 'did you mean "learning_rate"?'],
    ['{"pineapple": 1}', 'run.json: there is no key "pineapple"; the keys are num_points, dataset_size,'],
    ['{"num_points": "100"}', 'run.json: "num_points" is "100"; it must be a whole number from 2 to 100000.'],
    ['{"num_points": 1}', 'run.json: "num_points" is 1; it must be a whole number from 2 to 100000.'],
    ['{"num_points": 10.5}', '"num_points" is 10.5; it must be a whole number'],
    ['{"num_points": null}', '"num_points" is null; it must be a whole number'],
    ['{"dataset_size": 1e9}', '"dataset_size" is 1000000000; it must be a whole number from 1 to 1000000.'],
    [
      '{"normal_anomalous_ratio": 1.01}',
      '"normal_anomalous_ratio" is 1.01; it must be a number from 0 to 1.',
    ],
    ['{"max_loc": -0.1}', '"max_loc" is -0.1; it must be a number from 0 to 1.'],
    ['{"step_amp": 0}', '"step_amp" is 0; it must be a number from 0.0001 to 100000.'],
    ['{"min_amp": 1e999}', '"min_amp" is Infinity; it must be a number from 0 to 100000.'],
    ['{"recipe": "robst"}', '"recipe" is "robst"; it must be one of "robust", "general", "article".'],
    ['{"seed": -1}', '"seed" is -1; it must be a whole number from 0 to 9007199254740991.'],
    ['{"min_amp": 5, "max_amp": 5}', 'run.json: "min_amp" is 5 and "max_amp" is 5: the first must be less'],
    [
      '{"num_points": 10, "min_length": 0.11, "max_length": 0.19}',
      '"min_length" 0.11 and "max_length" 0.19 are the same step of 10 points (1): set them further apart',
    ],
    [
      '{"num_points": 100000, "dataset_size": 10000}',
      '"num_points" 100000 times "dataset_size" 10000 makes 1000000000 values; at most 268435456 are possible.',
    ],
    ['[1]', 'run.json: a configuration is a JSON object'],
    [
      '{"units": 8,}',
      'run.json, line 1, column 13: not valid JSON: expected a key in double quotes, found "}".',
    ],
    [
      '{\n  "units": 8\n  "score": "dot"\n}',
      'run.json, line 3, column 3: not valid JSON: expected a comma or "}"',
    ],
    ['', 'run.json, line 1, column 1: not valid JSON: expected a value, found the end.'],
  ])('says what is wrong with %s', (text, message) => {
    expect(errorOf(text)).toContain(message);
  });

  it('names every wrong key, and only those', () => {
    expect(errorOf('{"num_points": 1, "units": 0, "min_amp": 20}').split('\n')).toEqual([
      'run.json: "num_points" is 1; it must be a whole number from 2 to 100000.',
      'run.json: "units" is 0; it must be a whole number from 1 to 1024.',
    ]);
  });
});

describe('checkRunConfig', () => {
  it('checks a value by the same rules', () => {
    expect(checkRunConfig({ units: 4 }, 'form').units).toBe(4);
    expect(() => checkRunConfig({ units: 'four' }, 'form')).toThrow(
      'form: "units" is "four"; it must be a whole',
    );
    expect(() => checkRunConfig(null, 'form')).toThrow('form: a configuration is a JSON object');
  });
});

describe('suggest', () => {
  it('measures the Levenshtein distance', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('flaw', 'lawn')).toBe(2);
    expect(editDistance('same', 'same')).toBe(0);
  });

  it('finds the nearest word, or none', () => {
    expect(suggest('epoch', ['epochs', 'seed'])).toBe('epochs');
    expect(suggest('Sede', ['epochs', 'seed'])).toBe('seed');
    expect(suggest('banana', ['epochs', 'seed'])).toBeUndefined();
  });
});
