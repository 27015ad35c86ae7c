import type { Recipe } from './recipes';

/** What the 'plateau' schedule remembers between epochs. */
export interface PlateauState {
  lowestLoss: number;
  /** Epochs since the loss was lowest or the rate was lowered. */
  waited: number;
  /** What the learning rate has come down to, as a factor. */
  factor: number;
}

const plateauPatience = 2;
const plateauFactor = 0.5;

/** The largest share of a run that its warm-up may take; a short run would end before it had begun. */
const longestWarmup = 0.1;

export const initialPlateau: PlateauState = { lowestLoss: Number.POSITIVE_INFINITY, waited: 0, factor: 1 };

/** The 'plateau' schedule halves the rate after every two epochs without a lower validation loss. */
export function afterEpoch(state: PlateauState, validationLoss: number): PlateauState {
  if (validationLoss < state.lowestLoss) return { ...state, lowestLoss: validationLoss, waited: 0 };
  const waited = state.waited + 1;
  if (waited < plateauPatience) return { ...state, waited };
  return { ...state, waited: 0, factor: state.factor * plateauFactor };
}

/**
 * Learning rate of one step.
 * @param step 0-based, counted over all epochs.
 * @param totalSteps of a run that is not ended early.
 */
export function learningRateAt(
  recipe: Recipe,
  step: number,
  totalSteps: number,
  plateau: PlateauState,
): number {
  const { learningRate, schedule } = recipe;
  const warmupSteps = Math.min(recipe.warmupSteps, Math.floor(totalSteps * longestWarmup));
  if (step < warmupSteps) return (learningRate * (step + 1)) / warmupSteps;
  switch (schedule) {
    case 'constant':
      return learningRate;
    case 'cosine': {
      const progress = (step - warmupSteps) / Math.max(1, totalSteps - warmupSteps);
      return learningRate * 0.5 * (1 + Math.cos(Math.PI * progress));
    }
    case 'plateau':
      return learningRate * plateau.factor;
  }
}
