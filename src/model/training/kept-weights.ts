import type { Recipe } from './recipes';

/**
 * With fewer validation series, one more or less that is right moves the loss further than the choice of an epoch does.
 */
const fewestToChoose = 40;

/**
 * Which epoch's weights a run keeps, and a sentence where a rule decides: those with the lowest validation loss or,
 * where too few series validate to tell the epochs apart, those of the last step, which the schedule has brought to rest.
 */
export function chooseKept(
  { keep, patience }: Pick<Recipe, 'keep' | 'patience'>,
  validationCount: number,
): { kept: 'best' | 'last'; reason?: string } {
  if (keep !== 'auto') return { kept: keep };
  // A run that may end early ends because its best epoch is behind it.
  if (patience > 0 || validationCount >= fewestToChoose) return { kept: 'best' };
  return {
    kept: 'last',
    reason: `${validationCount} validation series are too few to tell which epoch was best: the weights of the last step are kept.`,
  };
}
