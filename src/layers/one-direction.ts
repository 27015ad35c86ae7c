import type { serialization } from '@tensorflow/tfjs-core';
import { inputDimOf, RecurrentLayer, type Shape } from './recurrent';
import type { CellWeights, RecurrentArgs } from './weights';

/** What the layers LSTM and GRU share. */
export abstract class OneDirection extends RecurrentLayer {
  readonly units: number;
  private readonly seed: number | undefined;

  constructor(
    args: RecurrentArgs,
    private readonly cellWeights: CellWeights,
  ) {
    super(args, [[cellWeights.cell]]);
    this.units = args.units;
    this.seed = args.seed;
  }

  override build(inputShape: Shape | Shape[]): void {
    this.cellWeights.build(this.addWeight.bind(this), inputDimOf(this.name, inputShape), '');
    this.built = true;
  }

  override getConfig(): serialization.ConfigDict {
    return {
      ...super.getConfig(),
      ...this.cellWeights.getConfig(),
      ...(this.seed !== undefined && { seed: this.seed }),
    };
  }
}
