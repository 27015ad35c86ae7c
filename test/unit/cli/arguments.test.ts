import type { ArgsDef } from 'citty';
import { describe, expect, it } from 'vitest';
import { checkArguments, valuesOf } from '../../../src/cli/arguments';
import { train } from '../../../src/cli/commands/train';
import { CommandError } from '../../../src/cli/errors';

const definitions: ArgsDef = {
  out: { type: 'string', required: true },
  'batch-size': { type: 'string' },
  backend: { type: 'enum', options: ['webgpu', 'cpu'] },
  json: { type: 'boolean' },
  tune: { type: 'boolean', default: true },
  data: { type: 'string', valueHint: 'FILE...' },
};

function complaint(...given: string[]): string | undefined {
  try {
    checkArguments('train', given, definitions);
  } catch (error) {
    expect(error).toBeInstanceOf(CommandError);
    return (error as Error).message;
  }
  return undefined;
}

describe('checkArguments', () => {
  it.each([
    [['--out', 'a', '--json', '--backend', 'cpu', '--batch-size=8']],
    [['--out=--odd', '--batch-size', '-1']],
    [['--out', 'with space']],
    [['--out', 'a', '--no-tune']],
    [['--out', 'a', '--tune']],
    [['--data', 'a', 'b', '--data=c', 'd', '--out', 'e']],
  ])('lets %j pass', (given) => {
    expect(complaint(...given)).toBeUndefined();
  });

  it.each([
    [['--out', 'a', '--batchsize', '8'], /no flag --batchsize\. Did you mean --batch-size\?/],
    [['--out', 'a', '--batch_size=8'], /Did you mean --batch-size\?/],
    [['--out', 'a', '--no-json'], /no flag --no-json/],
    [['--data', 'a', '--out', 'b', 'c'], /Unexpected argument "c"/],
    [['--out', 'a', '--data', 'a', '--data'], /--data needs a value/],
    [['--out', 'a', '-x'], /no flag -x\. See "gatewave train --help"/],
    [['--out', 'a', '--constructor'], /no flag --constructor/],
    [['--out', 'a', '--backend', 'webgl'], /--backend is "webgl"; it must be one of webgpu, cpu/],
    [['--out', 'a', '--backend', 'webgp'], /Did you mean webgpu\?/],
    [['--out'], /--out needs a value/],
    [['--out='], /--out needs a value/],
    [['--out', '--json'], /--out needs a value/],
    [['--out', 'a', '--json=yes'], /--json takes no value, but "yes" is given/],
    [['--out', 'a', '--out', 'b'], /--out is given twice/],
    [['--out', 'a', '--tune', '--no-tune'], /--no-tune is given twice/],
    [['--out', 'a', 'b'], /Unexpected argument "b"/],
    [['--json'], /"gatewave train" needs --out/],
  ])('refuses %j', (given, message) => {
    expect(complaint(...given)).toMatch(message);
  });

  it('knows every flag that the train command defines', () => {
    const flags = train.args as ArgsDef;
    expect(Object.keys(flags).length).toBeGreaterThan(15);
    for (const [name, definition] of Object.entries(flags)) {
      const { type } = definition;
      const options = definition.type === 'enum' ? definition.options : undefined;
      const value = options?.[0] ?? '1';
      const given = type === 'boolean' ? [`--${name}`] : [`--${name}`, value];
      expect(() => checkArguments('train', given, flags)).not.toThrow();
    }
  });
});

describe('valuesOf', () => {
  it('has the values of all mentions, and the words after them', () => {
    const given = ['--data', 'a', 'b', '--json', '--data=c', 'd', '--out', 'e'];
    expect(valuesOf('data', given, definitions)).toEqual(['a', 'b', 'c', 'd']);
    expect(valuesOf('data', ['--out', 'e'], definitions)).toEqual([]);
  });
});
