/**
 * Masks without reading them back, which a GPU could not do within a call. The valid steps of each row are moved to
 * the front, the ops walk them as rows with lengths, and the outputs are moved back: at a masked step, the state and
 * the output are those of the step before it, as in Keras and tf.js. This works for any mask, padded left, right or
 * in between.
 */
import {
  add,
  cast,
  concat,
  cumsum,
  customGrad,
  expandDims,
  fill,
  type GradSaveFunc,
  gather,
  maximum,
  minimum,
  mul,
  oneHot,
  ones,
  range,
  reshape,
  reverse,
  scalar,
  searchSorted,
  sub,
  sum,
  type Tensor,
  type Tensor1D,
  tile,
  where,
  zeros,
} from '@tensorflow/tfjs-core';

/** Where the valid steps of a mask are. All are tensors on the device. */
export interface ValidSteps {
  /** [batch, time] float32: 1 at valid steps, 0 elsewhere. */
  mask: Tensor;
  /** [batch, time] int32: how many valid steps there are up to and including each step. */
  counted: Tensor;
  /** [batch, time] int32: the time of the k-th valid step; `time` where there are fewer. */
  positions: Tensor;
  /** [batch] int32: the number of valid steps. */
  count: Tensor;
  /** [batch, 1] float32: 1 where a row has any valid step, else 0. */
  any: Tensor;
}

/**
 * @param mask [batch, time] or [batch, time, 1] of any type; what is not 0 is valid
 * @param turned whether the time is turned around
 */
export function findValidSteps(mask: Tensor, [batch, time]: number[], turned: boolean): ValidSteps {
  const shape = [batch!, time!];
  if (mask.size !== batch! * time!) {
    throw new Error(`The mask has the shape [${mask.shape}], expected [${shape}]: one value for each step.`);
  }
  // Not a cast: tf.js's WebGPU backend takes the integers of a bool for the bits of floats then.
  const given = where(cast(reshape(mask, shape), 'bool'), ones(shape), zeros(shape));
  const valid = turned ? reverse(given, 1) : given;
  // Counts as float32, exact up to 2^24 steps: not every backend adds up integers.
  const counted = cumsum(valid, 1);
  const ordinals = tile(reshape(range(1, time! + 1, 1, 'float32'), [1, time!]), [batch!, 1]);
  const count = sum(valid, 1);
  return {
    mask: valid,
    counted: cast(counted, 'int32'),
    positions: searchSorted(counted, ordinals, 'left'),
    count: cast(count, 'int32'),
    any: reshape(minimum(count, 1), [batch!, 1]),
  };
}

/**
 * The valid steps of `x`, [batch, time, features], at the front of each row. What follows them is to be ignored.
 * Written with its own gradient: each step goes to one place at most, so the gradient is a gather as well, where tf.js
 * would scatter.
 */
export function compact(x: Tensor, { mask, counted, positions }: ValidSteps): Tensor {
  const time = x.shape[1]!;
  const op = customGrad((...args: (Tensor | GradSaveFunc)[]) => {
    const [input, save] = args as [Tensor, GradSaveFunc];
    save([mask, counted]);
    return {
      value: gatherSteps(input, minimum(positions, scalar(time - 1, 'int32'))),
      gradFunc: (dy: Tensor, saved: Tensor[]) => {
        const [valid, upTo] = saved as [Tensor, Tensor];
        return mul(
          gatherSteps(dy, maximum(sub(upTo, scalar(1, 'int32')), scalar(0, 'int32'))),
          expandDims(valid, -1),
        );
      },
    };
  });
  return op(x);
}

/**
 * The way back: compact outputs of a walk, [batch, time, units], to the steps of the mask, with the outputs held at
 * masked steps.
 *
 * @param initial the state before the first step, [batch, units]; it is the output of masked steps before the first
 *   valid one of the walk; zeros if absent
 * @param goBackwards whether the walk was from the last step to the first
 */
export function expand(
  outputs: Tensor,
  initial: Tensor | undefined,
  steps: ValidSteps,
  goBackwards: boolean,
): Tensor {
  const [batch, time, units] = outputs.shape as [number, number, number];
  const nothing = zeros([batch, 1, units]);
  if (!goBackwards) {
    const before = initial ? expandDims(initial, 1) : nothing;
    return hold(concat([before, outputs], 1), steps, false);
  }
  // The op takes at least one step of each row, even of one that has none.
  const extended = concat([mul(outputs, expandDims(steps.any, -1)), nothing], 1);
  if (!initial) return hold(extended, steps, true);
  // The initial state comes after the last valid step, where the op's output is 0.
  const behind = oneHot(steps.count, time + 1, 1, 0, 'float32');
  return hold(add(extended, mul(expandDims(behind, -1), expandDims(initial, 1))), steps, true);
}

/**
 * Gathers from `slots`, [batch, time + 1, units], by the number of valid steps up to (backwards: before) each step. The
 * steps that read slot k are the k-th valid one and the masked ones next to it, which is a stretch of time: its part of
 * the gradient is a difference of cumulative sums over masked steps alone, so that it adds exact zeros where nothing
 * asks for the outputs of masked steps.
 */
function hold(slots: Tensor, { mask, counted, positions }: ValidSteps, goBackwards: boolean): Tensor {
  const [batch, , units] = slots.shape as [number, number, number];
  const time = mask.shape[1]!;
  const op = customGrad((...args: (Tensor | GradSaveFunc)[]) => {
    const [input, save] = args as [Tensor, GradSaveFunc];
    save([mask, positions]);
    const index = goBackwards ? sub(counted, cast(mask, 'int32')) : counted;
    return {
      value: gatherSteps(input, index),
      gradFunc: (dy: Tensor, saved: Tensor[]) => {
        const [valid, at] = saved as [Tensor, Tensor];
        const edge = zeros([batch, 1, units]);
        const dValid = mul(dy, expandDims(valid, -1));
        // Slots with no valid step read the row of zeros at `time`.
        const own = gatherSteps(concat([dValid, edge], 1), at);
        const held = concat([edge, cumsum(sub(dy, dValid), 1)], 1);
        const first = zeros([batch, 1], 'int32');
        const last = fill([batch, 1], time, 'int32');
        const ends = gatherSteps(held, concat([at, last], 1));
        const starts = gatherSteps(held, concat([first, at], 1));
        return add(concat(goBackwards ? [own, edge] : [edge, own], 1), sub(ends, starts));
      },
    };
  });
  return op(slots);
}

/** values[b, index[b, k]]: [batch, time, features] by [batch, count] int32 → [batch, count, features]. */
function gatherSteps(values: Tensor, index: Tensor): Tensor {
  const [batch, time, features] = values.shape as [number, number, number];
  const count = index.shape[1]!;
  const rowStarts = reshape(range(0, batch * time, time, 'int32'), [batch, 1]);
  const flat = reshape(add(index, rowStarts), [batch * count]);
  return reshape(gather(reshape(values, [batch * time, features]), flat as Tensor1D), [
    batch,
    count,
    features,
  ]);
}
