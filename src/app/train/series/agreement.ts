import { indexOfLargest } from '../../../data/largest';
import type { Occlusion } from '../../../model/explain/occlusion';
import type { Stretch } from '../../shared/series-plot';
import { focusOf } from './attention';

/** Below this, in log-odds, no stretch by itself matters much: an answer of 95 % becomes one of 88 %. */
const faint = 1;
/** How much of the strongest effect the neighbours of its step must have, to belong to its stretch. */
const shareOfPeak = 0.3;

/** The stretch around the strongest effect; null where none is strong. @param effect [steps]: how far the answer falls. */
export function strongestStretch({ effect }: Pick<Occlusion, 'effect'>): Stretch | null {
  const peak = indexOfLargest(effect);
  const most = effect[peak] ?? 0;
  if (most < faint) return null;
  let [start, end] = [peak, peak + 1];
  while (start > 0 && (effect[start - 1] as number) > shareOfPeak * most) start -= 1;
  while (end < effect.length && (effect[end] as number) > shareOfPeak * most) end += 1;
  return { start, end };
}

/** Whether attention and occlusion point at the same place, in one sentence. @param attention [steps] */
export function sayAgreement(attention: ArrayLike<number>, occlusion: Pick<Occlusion, 'effect'>): string {
  const strongest = strongestStretch(occlusion);
  if (!strongest) return 'Hide any fifth of it, and the answer hardly changes: no single place decides it.';
  const { start, end } = strongest;
  const where = `steps ${start} to ${end - 1}`;
  const focus = focusOf(attention);
  const isTogether = focus.peak >= start && focus.peak < end;
  return isTogether
    ? `Yes: its attention peaks where hiding changes the answer most, on ${where}.`
    : `Not quite: its attention peaks at step ${focus.peak}, but hiding ${where} changes the answer most.`;
}
