import { expectClose } from './numeric';

/**
 * Throws unless `gradients` are the slopes, by central differences, of Σ output · dOutput over all outputs.
 *
 * @param names of the inputs, for the message
 * @param inputs at which the slopes are taken
 * @param gradients one array for each input
 * @param evaluate computes the outputs from changed inputs; pairs each with its dOutput
 */
export function expectSlopes(
  names: string[],
  inputs: ArrayLike<number>[],
  gradients: ArrayLike<number>[],
  evaluate: (inputs: ArrayLike<number>[]) => [output: ArrayLike<number>, dOutput: ArrayLike<number>][],
): void {
  const step = 1e-5;
  const changed = inputs.map((input) => Float64Array.from(input));
  const total = (): number => {
    let sum = 0;
    for (const [output, dOutput] of evaluate(changed)) {
      for (let index = 0; index < output.length; index++) sum += output[index]! * dOutput[index]!;
    }
    return sum;
  };
  changed.forEach((input, n) => {
    const slopes = input.map((value, index) => {
      input[index] = value + step;
      const above = total();
      input[index] = value - step;
      const below = total();
      input[index] = value;
      return (above - below) / (2 * step);
    });
    // Absolute where the gradient is close to 0: the differences of a sum of order 1 carry 1e-16 / step.
    const scale = Math.max(1e-3, Math.hypot(...Array.from(gradients[n]!)));
    const scaled = (values: ArrayLike<number>) => [...Array.from(values, (value) => value / scale), 1];
    expectClose(`gradient of ${names[n]}`, scaled(gradients[n]!), scaled(slopes), 1e-7);
  });
}
