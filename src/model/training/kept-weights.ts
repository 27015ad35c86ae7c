import { fewestToValidate } from '../../data/split';
import type { Recipe } from './recipes';

/** Whether the run asks its validation part when to end, which weights to keep or how far to step. */
export function dependsOnValidation({
  keep,
  patience,
  schedule,
}: Pick<Recipe, 'keep' | 'patience' | 'schedule'>): boolean {
  return keep === 'best' || patience > 0 || schedule === 'plateau';
}

/**
 * Which epoch's weights a run keeps, and a sentence where a rule decides: those with the lowest validation loss or,
 * where none or too few series validate to tell the epochs apart, those of the last step, which the schedule has brought to rest.
 */
export function chooseKept(
  { keep, patience }: Pick<Recipe, 'keep' | 'patience'>,
  validationCount: number,
): { kept: 'best' | 'last'; reason?: string } {
  if (keep !== 'auto') return { kept: keep };
  // A run that may end early ends because its best epoch is behind it.
  if (patience > 0 || validationCount >= fewestToValidate) return { kept: 'best' };
  if (validationCount === 0) return { kept: 'last' };
  return {
    kept: 'last',
    reason: `${validationCount} validation series are too few to tell which epoch was best: the weights of the last step are kept.`,
  };
}
