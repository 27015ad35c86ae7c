import { multiply } from '../cpu/matrix';
import type { CpuCell, Direction } from './cpu-cell';
import { packWeights } from './cpu-pack';
import type { Walk } from './cpu-walk';

export interface ForwardResult {
  /** [batch, time, directions·units]; must come filled with 0, padding is not written. */
  outputs: Float32Array;
  /** h first; each [directions, batch, units] */
  finalStates: Float32Array[];
  /** When training, of each direction what each step has saved, in the order of the walk: [time + 1, batch, units, saved] */
  reserves?: Float32Array[];
}

/** Walks one direction over all its steps and writes its part of `result`. */
export function forward(
  walk: Walk,
  x: Float32Array,
  direction: Direction,
  cell: CpuCell,
  result: ForwardResult,
): void {
  const { batch, time, inputDim, units } = walk.sizes;
  const { order } = walk;
  const { outputs, finalStates } = result;
  const { backwards, index } = direction;
  const features = walk.sizes.directions * units;
  const weights = packWeights(direction, cell.columns);
  const width = weights.inner;
  const rows = new Float32Array(batch * width);
  const z = new Float32Array(batch * weights.columns);
  const states = direction.initialStates.map((initial) => inOrder(initial, walk, index));
  const [h] = states as [Float32Array];
  const step = cell.forward(direction);
  const slot = batch * units * cell.saved;
  const reserve = result.reserves?.[index];
  if (reserve) cell.saveStart?.(states, reserve.subarray(0, slot));
  for (let r = 0; r < batch; r++) rows[(r + 1) * width - 1] = 1;

  for (let s = 0; s < walk.steps(); s++) {
    const active = walk.activeRows(s);
    for (let r = 0; r < active; r++) {
      const row = order[r]!;
      const from = (row * time + walk.timeAt(row, s, backwards)) * inputDim;
      for (let k = 0; k < inputDim; k++) rows[r * width + k] = x[from + k]!;
      for (let j = 0; j < units; j++) rows[r * width + inputDim + j] = h[r * units + j]!;
    }
    multiply(z, rows, active, weights);
    const saved = reserve?.subarray((s + 1) * slot, (s + 2) * slot);
    step({ rows: active, z, states, ...(saved && { saved }) });
    for (let r = 0; r < active; r++) {
      const row = order[r]!;
      const output = (row * time + walk.timeAt(row, s, backwards)) * features + index * units;
      for (let j = 0; j < units; j++) outputs[output + j] = h[r * units + j]!;
      if (!walk.isLast(row, s)) continue;
      states.forEach((state, n) => {
        finalStates[n]!.set(state.subarray(r * units, (r + 1) * units), (index * batch + row) * units);
      });
    }
  }
}

/** One direction of [directions, batch, units], in the order of the walk. */
export function inOrder(values: Float32Array, { order, sizes }: Walk, direction: number): Float32Array {
  const { batch, units } = sizes;
  const ordered = new Float32Array(batch * units);
  for (let r = 0; r < batch; r++) {
    const from = (direction * batch + order[r]!) * units;
    ordered.set(values.subarray(from, from + units), r * units);
  }
  return ordered;
}
