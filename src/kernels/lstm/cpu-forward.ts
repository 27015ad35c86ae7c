import { multiply } from '../cpu/matrix';
import { cpuActivations } from '../recurrent/cpu-activations';
import { type Direction, packWeights, SAVED, type Walk } from './cpu-walk';

export interface ForwardResult {
  /** [batch, time, directions·units]; must come filled with 0, padding is not written. */
  outputs: Float32Array;
  /** [directions, batch, units] */
  finalH: Float32Array;
  finalC: Float32Array;
  /** [directions, time, batch, units, SAVED] when training */
  reserve?: Float32Array;
}

/** Walks one direction over all its steps and writes its part of `result`. */
export function forward(walk: Walk, x: Float32Array, direction: Direction, result: ForwardResult): void {
  const { batch, time, inputDim, units } = walk.sizes;
  const { order } = walk;
  const { outputs, finalH, finalC, reserve } = result;
  const { h0, c0, backwards, index } = direction;
  const act = cpuActivations[direction.activation].value;
  const σ = cpuActivations[direction.recurrentActivation].value;
  const features = walk.sizes.directions * units;
  const weights = packWeights(walk.sizes, direction);
  const width = weights.inner;
  const rows = new Float32Array(batch * width);
  const gates = new Float32Array(batch * 4 * units);
  const cells = new Float32Array(batch * units);
  for (let r = 0; r < batch; r++) {
    const state = (index * batch + order[r]!) * units;
    rows.set(h0.subarray(state, state + units), r * width + inputDim);
    cells.set(c0.subarray(state, state + units), r * units);
    rows[(r + 1) * width - 1] = 1;
  }

  for (let step = 0; step < walk.steps(); step++) {
    const active = walk.activeRows(step);
    for (let r = 0; r < active; r++) {
      const row = order[r]!;
      const from = (row * time + walk.timeAt(row, step, backwards)) * inputDim;
      for (let k = 0; k < inputDim; k++) rows[r * width + k] = x[from + k]!;
    }
    multiply(gates, rows, active, weights);
    for (let r = 0; r < active; r++) {
      const row = order[r]!;
      const t = walk.timeAt(row, step, backwards);
      const output = (row * time + t) * features + index * units;
      let saved = ((index * time + t) * batch + row) * units * SAVED;
      let gate = r * 4 * units;
      for (let j = 0; j < units; j++, gate += 4, saved += SAVED) {
        const i = σ(gates[gate]!);
        const f = σ(gates[gate + 1]!);
        const g = act(gates[gate + 2]!);
        const o = σ(gates[gate + 3]!);
        const c = f * cells[r * units + j]! + i * g;
        const h = o * act(c);
        cells[r * units + j] = c;
        rows[r * width + inputDim + j] = h;
        outputs[output + j] = h;
        if (reserve) {
          reserve[saved] = i;
          reserve[saved + 1] = f;
          reserve[saved + 2] = g;
          reserve[saved + 3] = o;
          reserve[saved + 4] = c;
        }
      }
      if (walk.isLast(row, step)) {
        const state = (index * batch + row) * units;
        finalH.set(outputs.subarray(output, output + units), state);
        finalC.set(cells.subarray(r * units, (r + 1) * units), state);
      }
    }
  }
}
