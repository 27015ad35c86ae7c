import { isResident } from '../../src/kernels/recurrent/resident';
import { isStreamed } from '../../src/kernels/recurrent/streamed';
import { RandomStream } from '../../src/random';
import type { RecurrentShape } from '../support/cases';
import type { Layout, ParityCase } from './definition';

/** Cases drawn from a seed: any op, any size that the reference computes in a moment. */
export function randomCases(seed: number, count: number): ParityCase[] {
  const random = new RandomStream(seed, 'parity');
  return Array.from({ length: count }, (_, index) => {
    const name = `seed ${seed}, case ${index}`;
    const kind = random.integer(10);
    if (kind < 6) return drawRecurrent(name, random);
    if (kind < 8) return drawAttention(name, random);
    return drawOther(name, random);
  });
}

type Ranges = Record<'batch' | 'time' | 'inputDim' | 'units', [least: number, most: number]>;

const usual: Ranges = { batch: [1, 10], time: [1, 30], inputDim: [1, 8], units: [1, 20] };
/** More steps than one dispatch of a sequence kernel walks. */
const long: Ranges = { batch: [1, 3], time: [513, 640], inputDim: [1, 2], units: [1, 4] };
const wide: Ranges = { batch: [1, 5], time: [1, 2], inputDim: [1, 8], units: [65, 512] };

/** Of fewer units there is no streamed layout. */
const middle: Ranges = { batch: [1, 20], time: [1, 9], inputDim: [1, 8], units: [33, 120] };

const resident = ['resident-1', 'resident-2', 'resident-4'] as const;
const streamed = ['streamed-1', 'streamed-4', 'streamed-8'] as const;

function drawRecurrent(name: string, random: RandomStream): ParityCase {
  const ranges = pick(random, [usual, usual, usual, usual, long, wide, middle]);
  const layouts: Layout[] =
    ranges === wide
      ? ['auto', 'units', 'alternating']
      : ranges === middle
        ? ['auto', ...streamed]
        : ['auto', 'rows', 'units', 'alternating', ...resident];
  const layout = pick(random, layouts);
  const units = between(random, ranges.units);
  const shape: RecurrentShape = {
    batch: between(random, ranges.batch),
    time: chance(random, 8) && ranges === usual ? 1 : between(random, ranges.time),
    inputDim: between(random, ranges.inputDim),
    // The kernels with lanes over rows take units in fours.
    units: layout === 'rows' ? 4 * Math.ceil(units / 4) : units,
    kind: pick(random, ['forward', 'backwards', 'bidirectional', 'bidirectional']),
    initialState: chance(random, 2),
    lengths: chance(random, 2),
    activation: 'tanh',
    recurrentActivation: pick(random, ['sigmoid', 'hardSigmoid']),
    seed: random.bits(),
  };
  // Large inputs saturate the gates.
  const scale = chance(random, 5) ? 8 : 1;
  // A cell with two phases has neither a resident nor a streamed layout.
  const cells = ['lstm', 'gru after', ...(isResident(layout) || isStreamed(layout) ? [] : ['gru before'])];
  const cell = pick(random, cells);
  if (cell === 'lstm') return { op: 'lstm', name, layout, shape, scale };
  return { op: 'gru', name, layout, shape: { ...shape, resetAfter: cell === 'gru after' }, scale };
}

function drawAttention(name: string, random: RandomStream): ParityCase {
  const time = chance(random, 8) ? 1 : between(random, [1, 150]);
  const layout = pick(random, ['auto', 'rows', 'units'] as const);
  const features = between(random, [1, 40]);
  return {
    op: 'attentionPool',
    name,
    layout,
    shape: {
      batch: between(random, [1, 12]),
      time,
      // The kernels with lanes over rows take features in fours.
      features: layout === 'rows' ? 4 * Math.ceil(features / 4) : features,
      attentionUnits: between(random, [1, 40]),
      score: pick(random, ['additive', 'dot']),
      lengths: chance(random, 2),
      seed: random.bits(),
    },
    // Over few steps the gradients of the scores are differences of nearly equal numbers: for large ones, too
    // inexact.
    scale: chance(random, 5) && time > 4 ? 10 : 1,
  };
}

function drawOther(name: string, random: RandomStream): ParityCase {
  const seed = random.bits();
  switch (random.integer(3)) {
    case 0:
      return {
        op: 'crossEntropy',
        name,
        batch: between(random, [1, 200]),
        count: pick(random, [1, 2, 3, 7]),
        seed,
      };
    case 1:
      return {
        op: 'adam',
        name,
        sizes: Array.from({ length: between(random, [1, 6]) }, () => between(random, [1, 300])),
        clipNorm: pick(random, [0, 0.3, 1000]),
        step: between(random, [1, 2000]),
        seed,
      };
    default:
      return {
        op: 'lstmStep',
        name,
        batch: between(random, [1, 9]),
        inputDim: between(random, [1, 30]),
        units: between(random, [1, 90]),
        activation: 'tanh',
        recurrentActivation: pick(random, ['sigmoid', 'hardSigmoid']),
        seed,
      };
  }
}

function between(random: RandomStream, [least, most]: [number, number]): number {
  return least + random.integer(most - least + 1);
}

function pick<Value>(random: RandomStream, values: readonly Value[]): Value {
  return values[random.integer(values.length)]!;
}

/** One time in `times`. */
function chance(random: RandomStream, times: number): boolean {
  return random.integer(times) === 0;
}
