import { describe, expect, it } from 'vitest';
import { attentionOps } from '../../../src/kernels/attention/tunable';
import { lstmOps } from '../../../src/kernels/lstm/tunable';
import {
  type Choices,
  choiceKey,
  inputsOf,
  planOf,
  sizeClass,
  type TunableOp,
  variantOf,
} from '../../../src/kernels/webgpu/choices';
import { countDispatches } from '../../../src/kernels/webgpu/plan';
import { chooseVariants, fastest, tune } from '../../../src/kernels/webgpu/tuner';
import { recallChoices, rememberChoices, tuningKey } from '../../../src/kernels/webgpu/tuning-store';
import { deviceProfile } from '../../support/device-profile';

const sizes = { batch: 32, time: 500, inputDim: 1, units: 32, bidirectional: true };
const [forward, backward] = lstmOps(sizes, { training: true }) as [TunableOp, TunableOp];
const variantNames = (op: TunableOp) => op.variants(deviceProfile()).map(({ name }) => name);

describe('the class of a shape', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [32, 32],
    [33, 64],
    [500, 512],
  ])('takes a size of %i for %i', (size, expected) => {
    expect(sizeClass(size)).toBe(expected);
  });

  it('is the same for nearly the same batch and time', () => {
    const [near] = lstmOps({ ...sizes, batch: 24, time: 400 }, { training: true });
    expect(choiceKey(near!)).toBe(choiceKey(forward));
  });

  it('distinguishes everything else', () => {
    const keys = [
      ...lstmOps(sizes),
      ...lstmOps(sizes, { training: true }),
      ...lstmOps({ ...sizes, bidirectional: false }),
      ...lstmOps({ ...sizes, units: 33 }),
      ...lstmOps({ ...sizes, inputDim: 2 }),
      ...lstmOps({ ...sizes, time: 513 }),
      ...attentionOps({ batch: 32, time: 500, features: 64, units: 64 }),
      ...attentionOps({ batch: 32, time: 500, features: 64 }),
      ...attentionOps({ batch: 32, time: 500, features: 65 }),
      ...attentionOps({ batch: 32, time: 500, features: 64 }, { training: true }),
    ].map(choiceKey);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the variant of an op', () => {
  const chosen = (op: TunableOp, choices: Choices) => variantOf(op, deviceProfile({ choices }))?.name;

  it('is the first if nothing was chosen', () => {
    const [first] = variantNames(forward);
    expect(chosen(forward, {})).toBe(first);
    expect(variantOf(forward, deviceProfile())?.name).toBe(first);
  });

  it('is the chosen one, for that op alone', () => {
    const last = variantNames(backward).at(-1)!;
    const choices = { [choiceKey(forward)]: 'units', [choiceKey(backward)]: last };
    expect(last).not.toBe(variantNames(backward)[0]);
    expect(chosen(forward, choices)).toBe('units');
    expect(chosen(backward, choices)).toBe(last);
  });

  it('reads what the variant of the op before it leaves', () => {
    expect(chosen(forward, {})).toBe('resident-4');
    expect(chosen(backward, {})).toBe('resident-4');
    // The first one that reads the other form of the reserve, whatever was chosen.
    expect(chosen(backward, { [choiceKey(forward)]: 'rows' })).toBe('units');
    const apart = { [choiceKey(forward)]: 'rows', [choiceKey(backward)]: 'resident-4' };
    expect(chosen(backward, apart)).toBe('units');
    const profile = deviceProfile({ choices: { [choiceKey(forward)]: 'rows' } });
    const reserve = planOf(forward, profile).outputs.find(({ name }) => name === 'reserve')!;
    expect(inputsOf(backward, profile)).toContainEqual({ ...reserve, range: [0, 1] });
  });

  it('is the first if the chosen one no longer exists', () => {
    expect(chosen(forward, { [choiceKey(forward)]: 'of last year' })).toBe(variantNames(forward)[0]);
  });

  it('is what is planned', () => {
    const stepwise = planOf(forward, deviceProfile({ choices: { [choiceKey(forward)]: 'alternating' } }));
    expect(countDispatches(stepwise)).toBeGreaterThan(500);
    expect(countDispatches(planOf(forward, deviceProfile()))).toBeLessThan(10);
  });

  it('does not exist where none can run, and the plan says why', () => {
    const [wide] = attentionOps({ batch: 1, time: 1, features: 100_000 }) as [TunableOp];
    expect(variantOf(wide, deviceProfile())).toBeUndefined();
    expect(() => planOf(wide, deviceProfile())).toThrow(/attentionPool: 100000 features/);
  });
});

describe('the fastest of the measured variants', () => {
  const timing = (name: string, milliseconds: number | null) => ({ name, milliseconds });

  it('is the one that takes the least time', () => {
    expect(fastest([timing('a', 10), timing('b', 5), timing('c', 7)])).toBe('b');
  });

  it('is the preferred one if another is hardly faster', () => {
    expect(fastest([timing('a', 10), timing('b', 9.8)])).toBe('a');
    expect(fastest([timing('a', 10), timing('b', 9.4)])).toBe('b');
  });

  it('is one that can run', () => {
    expect(fastest([timing('a', null), timing('b', 50)])).toBe('b');
    expect(fastest([timing('a', null)])).toBeNull();
  });
});

describe('ops that hand something on', () => {
  const timing = (name: string, format: string, milliseconds: number | null) => ({
    name,
    format,
    milliseconds,
  });
  const choose = (first: ReturnType<typeof timing>[], second: ReturnType<typeof timing>[]) =>
    chooseVariants([
      { op: forward, timings: first },
      { op: backward, timings: second },
    ]).map(({ chosen }) => chosen);

  it('agree in its format, the fastest for both together', () => {
    const first = [timing('a', 'x', 1), timing('b', 'y', 3), timing('c', 'y', 4)];
    expect(choose(first, [timing('d', 'x', 10), timing('e', 'y', 2)])).toEqual(['b', 'e']);
    expect(choose(first, [timing('d', 'x', 3.9), timing('e', 'y', 2)])).toEqual(['a', 'd']);
  });

  it('take a format in which both can run', () => {
    const second = [timing('d', 'x', null), timing('e', 'y', 200)];
    expect(choose([timing('a', 'x', 1), timing('b', 'y', 3)], second)).toEqual(['b', 'e']);
  });
});

describe('the key that choices are stored under', () => {
  const adapter = { vendor: 'maker', architecture: 'model', device: '', description: '' };

  it('changes with the adapter and its limits, and not with what was chosen', async () => {
    const key = await tuningKey(adapter, deviceProfile());
    expect(key).toMatch(/^maker model [\da-f]{16}$/);
    expect(await tuningKey(adapter, deviceProfile({ choices: { a: 'b' } }))).toBe(key);
    expect(await tuningKey(adapter, deviceProfile({ maxBufferSize: 1 }))).not.toBe(key);
    expect(await tuningKey({ ...adapter, vendor: 'other' }, deviceProfile())).not.toBe(key);
    const unnamed = { vendor: '', architecture: '', device: '', description: '' };
    expect(await tuningKey(unnamed, deviceProfile())).toMatch(/^unnamed adapter [\da-f]{16}$/);
  });

  it('lasts as long as the process if there is no IndexedDB', async () => {
    expect(await recallChoices('a device')).toEqual({});
    await rememberChoices('a device', { one: 'rows', two: 'rows' });
    await rememberChoices('a device', { two: 'units' });
    expect(await recallChoices('a device')).toEqual({ one: 'rows', two: 'units' });
    expect(await recallChoices('another')).toEqual({});
  });
});

describe('tune', () => {
  it('says what to do where the backend has no variants', async () => {
    await expect(tune([forward])).rejects.toThrow(/only the kernels of 'webgpu'.*initialiseWebGPU/);
  });
});
