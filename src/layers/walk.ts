import { add, concat, maximum, mul, reverse, scalar, split, sub, type Tensor } from '@tensorflow/tfjs-core';
import type { FusedCell, Walked } from './cell';
import { compact, expand, findValidSteps, type ValidSteps } from './mask';

/** The cells of a direction from the first, which sees the input, to the last, whose h is the output. */
export type Stack = readonly FusedCell[];

export interface WalkArguments {
  /** The states of each direction as `statesOf` lists them, each [batch, units]; zeros if absent. */
  states?: Tensor[][] | undefined;
  /** [batch, time]: steps that are not 0 are valid; if absent, all are. */
  mask?: Tensor | undefined;
  /** [batch] int32: the valid steps of each row, from the first; instead of a mask. */
  lengths?: Tensor | undefined;
  /** One direction walks from the last step to the first; for two, time is reversed. */
  goBackwards: boolean;
  /** Whether dropout is applied to the inputs. */
  training: boolean;
  /** false: nobody wants the gradient of x. */
  inputGradient?: boolean;
}

/** How many states a direction has: those of the last cell first, as in tf.js's and Keras's stacks. */
export function statesOf(cells: Stack): number[] {
  return cells.toReversed().flatMap(({ units, stateCount }) => Array<number>(stateCount).fill(units));
}

/**
 * Walks one or two directions over x, [batch, time, inputDim], by the fused ops.
 *
 * @returns the last cells' outputs in the order in which tf.js returns them (that of the walk with `goBackwards`, and of
 *   two directions that of the first one), [batch, time, directions·units], and the final states of each direction
 */
export function walk(directions: readonly Stack[], x: Tensor, args: WalkArguments): Walked {
  const [first, second] = directions as [Stack, Stack | undefined];
  const turned = second !== undefined && args.goBackwards;
  if (args.lengths && (args.mask || args.goBackwards)) {
    throw new Error(
      'Lengths are for series that are walked from the first step, and take the place of a mask.',
    );
  }
  const steps = args.mask && findValidSteps(args.mask, x.shape, turned);
  const series = turned ? reverse(x, 1) : x;
  const input = steps ? compact(series, steps) : series;
  if (!second) {
    const walked = walkStack(first, input, args.states?.[0], steps, args);
    return { ...walked, outputs: args.goBackwards ? reverse(walked.outputs, 1) : walked.outputs };
  }
  if (first.length === 1 && !(args.training && first[0]!.dropout > 0)) {
    return walkPair(first[0]!, second[0]!, input, args, steps);
  }
  const forward = walkStack(first, input, args.states?.[0], steps, { ...args, goBackwards: false });
  const backward = walkStack(second, input, args.states?.[1], steps, { ...args, goBackwards: true });
  return {
    outputs: concat([forward.outputs, backward.outputs], 2),
    finalStates: () => [...forward.finalStates(), ...backward.finalStates()],
  };
}

/** One direction; the outputs are in the order of time. */
function walkStack(
  cells: Stack,
  x: Tensor,
  states: Tensor[] | undefined,
  steps: ValidSteps | undefined,
  { goBackwards, training, lengths, inputGradient }: Omit<WalkArguments, 'states' | 'mask'>,
): Walked {
  const finalStates: (() => Tensor[])[] = [];
  let outputs = x;
  let initial: Tensor[] | undefined;
  let end = states?.length ?? 0;
  for (const [index, cell] of cells.entries()) {
    const before = states?.slice(end - cell.stateCount, end);
    initial = before;
    end -= cell.stateCount;
    const input = training && cell.dropout > 0 ? mul(outputs, cell.inputMask(outputs)) : outputs;
    const walked = cell.walk(input, {
      states: before,
      lengths: lengths ?? lengthsOf(steps),
      goBackwards,
      inputGradient: index > 0 || inputGradient,
    });
    outputs = walked.outputs;
    finalStates.unshift(() => settle(walked.finalStates()[0]!, before, steps));
  }
  return {
    outputs: steps ? expand(outputs, initial?.[0], steps, goBackwards) : outputs,
    finalStates: () => [finalStates.flatMap((states) => states())],
  };
}

/** Both directions in one op. */
function walkPair(
  forward: FusedCell,
  backward: FusedCell,
  x: Tensor,
  { states, lengths, inputGradient }: Pick<WalkArguments, 'states' | 'lengths' | 'inputGradient'>,
  steps: ValidSteps | undefined,
): Walked {
  const walked = forward.walkBoth(backward, x, {
    states: states as [Tensor[], Tensor[]] | undefined,
    lengths: lengths ?? lengthsOf(steps),
    inputGradient,
  });
  if (!steps) return walked;
  const expanded = split(walked.outputs, 2, 2).map((outputs, i) =>
    expand(outputs, states?.[i]?.[0], steps, i === 1),
  );
  return {
    outputs: concat(expanded, 2),
    finalStates: () => walked.finalStates().map((finals, i) => settle(finals, states?.[i], steps)),
  };
}

/** The ops need at least one step of each row; `settle` undoes its effect. */
function lengthsOf(steps: ValidSteps | undefined): Tensor | undefined {
  return steps && maximum(steps.count, scalar(1, 'int32'));
}

/** Rows without a valid step keep their initial states. */
function settle(finals: Tensor[], initial: Tensor[] | undefined, steps: ValidSteps | undefined): Tensor[] {
  if (!steps) return finals;
  return finals.map((state, i) => {
    const walked = mul(state, steps.any);
    return initial ? add(walked, mul(initial[i]!, sub(1, steps.any))) : walked;
  });
}
