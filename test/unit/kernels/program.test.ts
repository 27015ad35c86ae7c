import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clear, copy, dispatch, read, readWrite } from '../../../src/kernels/webgpu/passes';
import type { Pass, Plan } from '../../../src/kernels/webgpu/plan';
import { touched } from '../../../src/kernels/webgpu/program/place';
import { placeValues, type Value } from '../../../src/kernels/webgpu/program/placement';
import {
  assertProgramFits,
  dispatchCount,
  type Part,
  planProgram,
} from '../../../src/kernels/webgpu/program/program';
import { gatherTransfers } from '../../../src/kernels/webgpu/program/transfers';
import { deviceProfile } from '../../support/device-profile';
import { forRandomCases } from '../../support/random-cases';

const device = deviceProfile();
const none = { flops: 0, bytes: 0 };
const pass = (from: string[], to: string[]): Pass =>
  dispatch('any', { bindings: [...from.map(read), ...to.map(readWrite)], workgroups: [1, 1, 1], cost: none });

const float = (name: string, elements: number) => ({ name, shape: [elements], dtype: 'float32' as const });

const twice: Plan = {
  name: 'twice',
  outputs: [float('y', 100), float('state', 7)],
  scratch: [{ name: 'inner', elements: 30 }],
  passes: [
    clear('inner', 0, 30),
    pass(['x'], ['inner']),
    pass(['inner'], ['y']),
    copy('inner', 0, 'state', 0, 7),
  ],
};

const lasting = new Map([
  ['input', { buffer: 'record', offset: 256, bytes: 400 }],
  ['result', { buffer: 'numbers', offset: 0, bytes: 400 }],
  ['zeros', { buffer: 'zeros', offset: 0, bytes: 400 }],
]);

const parts: Part[] = [
  { plan: twice, names: { x: 'input', y: 'between' } },
  { plan: twice, names: { x: 'between', y: 'result' } },
];

const source = { name: 'four', parts, lasting, zeros: 'zeros', results: [] };

describe('a program', () => {
  it('strings plans together, without the passes whose results nobody reads', () => {
    const program = planProgram(source, device);
    expect(program.passes.map(({ kind }) => kind)).toEqual([
      // What is cleared is cleared first: a clear in between would end the compute pass.
      ...['clear', 'clear'],
      ...['dispatch', 'dispatch', 'dispatch', 'dispatch'],
    ]);
    expect(dispatchCount(program)).toBe(4);
    const dispatches = program.passes.filter((each) => each.kind === 'dispatch');
    expect(dispatches[0]!.places[0]).toEqual({ buffer: 'record', offset: 256, bytes: 400 });
    expect(dispatches[1]!.places[1]).toEqual(dispatches[2]!.places[0]);
    expect(dispatches[3]!.places[1]).toEqual({ buffer: 'numbers', offset: 0, bytes: 400 });
  });

  it('reads and writes different buffers, which take no more than they must', () => {
    const { work } = planProgram(source, device);
    // `between` in one of them, and in the other both `inner`, which are cleared together.
    expect([...work.values()].sort()).toEqual([2 * 256, 512]);
  });

  describe('whose value is cut up', () => {
    const cut = (copies: Pass[], more: Pass[] = []): Plan => ({
      name: 'cut',
      outputs: [float('first', 64), float('second', 64)],
      scratch: [{ name: 'all', elements: 128 }],
      passes: [pass(['x'], ['all']), ...copies, ...more],
    });
    const planned = (plan: Plan, second = 512) =>
      planProgram(
        {
          ...source,
          parts: [{ plan, names: { x: 'input', first: 'first', second: 'second' } }],
          lasting: new Map([
            ...lasting,
            ['first', { buffer: 'flat', offset: 256, bytes: 256 }],
            ['second', { buffer: 'flat', offset: second, bytes: 256 }],
          ]),
        },
        device,
      );
    const copies = [copy('all', 0, 'first', 0, 64), copy('all', 64, 'second', 0, 64)];

    it('makes it where the pieces lie side by side', () => {
      const { passes, work } = planned(cut(copies));
      expect(passes).toHaveLength(1);
      expect(passes[0]).toMatchObject({
        kind: 'dispatch',
        places: [{ buffer: 'record' }, { buffer: 'flat', offset: 256, bytes: 512 }],
      });
      expect(work.size).toBe(0);
    });

    it.each([
      ['the pieces have a gap between them', planned(cut(copies), 1024)],
      ['a part of it is not wanted', planned(cut([copy('all', 0, 'first', 0, 64)]))],
      [
        'their order is another',
        planned(cut([copy('all', 64, 'first', 0, 64), copy('all', 0, 'second', 0, 64)])),
      ],
      ['it is changed later', planned(cut(copies, [pass(['x'], ['all']), pass(['all'], ['first'])]))],
      ['it is read with what it would replace', planned(cut([pass(['first', 'x'], ['all']), ...copies]))],
    ])('copies where %s', (_, { passes }) => {
      expect(passes.some(({ kind }) => kind === 'copy')).toBe(true);
    });
  });

  it('keeps results', () => {
    const { results, passes } = planProgram({ ...source, results: ['0: state'] }, device);
    expect(passes.filter(({ kind }) => kind === 'copy')).toHaveLength(1);
    expect(results.get('0: state')).toMatchObject({ bytes: 32 });
  });

  it('clears instead of copying zeros', () => {
    const plan = { ...twice, passes: [copy('x', 0, 'inner', 0, 30), pass(['inner'], ['y'])] };
    const { passes } = planProgram(
      { ...source, parts: [{ plan, names: { x: 'zeros', y: 'result' } }] },
      device,
    );
    expect(passes[0]).toMatchObject({ kind: 'clear', to: { bytes: 120 } });
  });

  it('refuses what nothing makes, and what the device cannot do', () => {
    const unmade = { ...source, parts: [{ plan: twice, names: { y: 'result' } }] };
    expect(() => planProgram(unmade, device)).toThrow("four: nothing makes '0: x', which a plan reads.");
    const program = planProgram(source, device);
    expect(() => assertProgramFits(program, { ...device, maxBufferSize: 256 })).toThrow(
      "the buffer 'y' needs",
    );
    const [same] = [pass(['zeros'], ['zeros'])];
    const both = { ...source, parts: [{ plan: { ...twice, passes: [same!] }, names: { zeros: 'zeros' } }] };
    expect(() => planProgram(both, device)).toThrow("'any' reads and writes 'zeros'");
  });
});

describe('transfers', () => {
  const kinds = (passes: readonly Pass[]) =>
    gatherTransfers(passes, () => undefined).map((each) => each.kind);

  it('go up or down to others, past passes that do not touch what they write', () => {
    expect(kinds([pass(['x'], ['y']), clear('z', 0, 1), pass(['y', 'z'], ['w'])])).toEqual([
      ...['clear', 'dispatch', 'dispatch'],
    ]);
    const sunk = [pass(['x'], ['y']), copy('y', 0, 'z', 0, 1), pass(['x'], ['w']), copy('w', 0, 'v', 0, 1)];
    expect(kinds(sunk)).toEqual(['dispatch', 'dispatch', 'copy', 'copy']);
  });

  it('stay where something in between reads or writes the same', () => {
    for (const [from, to] of [
      ['z', 'w'],
      ['x', 'z'],
      ['x', 'y'],
    ] as const) {
      const passes = [
        pass(['x'], ['y', 'z']),
        copy('y', 0, 'z', 0, 1),
        pass([from], [to]),
        copy(to, 0, 'v', 0, 1),
      ];
      expect(gatherTransfers(passes, () => undefined)).toEqual(passes);
    }
  });

  it('stay before a dispatch that touches another value of the same buffer', () => {
    const passes = [
      pass(['x'], ['y']),
      copy('y', 0, 'part', 0, 1),
      pass(['whole'], ['x']),
      copy('x', 0, 'v', 0, 1),
    ];
    const shared = (value: string) => (['part', 'whole'].includes(value) ? 'shared' : undefined);
    expect(gatherTransfers(passes, shared)).toEqual(passes);
    expect(gatherTransfers(passes, () => undefined)).not.toEqual(passes);
  });

  it('are one where two clears meet', () => {
    expect(gatherTransfers([clear('x', 0, 4), clear('x', 4, 2), clear('x', 8, 1)], () => undefined)).toEqual([
      clear('x', 0, 6),
      clear('x', 8, 1),
    ]);
  });
});

describe('the placement of values', () => {
  const drawn = fc
    .record({
      sizes: fc.array(fc.integer({ min: 4, max: 3000 }), { minLength: 2, maxLength: 14 }),
      steps: fc.array(fc.array(fc.nat(), { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 20 }),
    })
    .map(({ sizes, steps }) => {
      const names = sizes.map((_, i) => `v${i}`);
      const passes = steps.map((step) => {
        const picked = [...new Set(step.map((n) => names[n % names.length]!))];
        const [written = 'v0', ...others] = picked;
        return pass(others, [written]);
      });
      const values = names.flatMap((name, i): Value[] => {
        const at = passes.flatMap((each, index) =>
          touched(each).some(({ value }) => value === name) ? [index] : [],
        );
        return at.length === 0 ? [] : [{ name, bytes: 4 * sizes[i]!, first: at[0]!, last: at.at(-1)! }];
      });
      return { passes, values };
    });

  it('keeps apart what is needed at the same time, and what is read from what is written', async () => {
    await forRandomCases(drawn, 200, ({ passes, values }) => {
      const { places, buffers } = placeValues(values, passes, 10_000);
      for (const each of passes) {
        const buffersOf = (writes: boolean) =>
          touched(each).flatMap(({ value, writes: is }) =>
            is === writes ? [places.get(value)!.buffer] : [],
          );
        for (const written of buffersOf(true)) expect(buffersOf(false)).not.toContain(written);
      }
      for (const a of values) {
        const place = places.get(a.name)!;
        expect(place.offset % 256).toBe(0);
        expect(place.offset + place.bytes).toBeLessThanOrEqual(buffers.get(place.buffer)!);
        expect(buffers.get(place.buffer)!).toBeLessThanOrEqual(
          Math.max(10_000, Math.ceil(place.bytes / 256) * 256),
        );
        for (const b of values) {
          const other = places.get(b.name)!;
          if (a === b || other.buffer !== place.buffer || a.last < b.first || b.last < a.first) continue;
          expect(
            place.offset >= other.offset + other.bytes || other.offset >= place.offset + place.bytes,
          ).toBe(true);
        }
      }
    });
  });
});
