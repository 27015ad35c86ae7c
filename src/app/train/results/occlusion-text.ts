import { indexOfLargest } from '../../../data/largest';
import { attentionAgreement } from '../../../model/explain/agreement';
import type { HiddenStretch, Occlusion } from '../../../model/explain/occlusion';
import { formatPercent } from '../../shared/format';
import { sayAgreement } from '../series/agreement';

/** What hiding the stretch around a step does, for example `without steps 40 to 49 the answer gets 12.0 %, not 99.1 %`. */
export function describeHidden({ probability, hidden }: Occlusion, step: number): string {
  const distance = ({ start, end }: HiddenStretch) => Math.abs((start + end - 1) / 2 - step);
  const nearest = hidden[indexOfLargest(hidden.map((stretch) => -distance(stretch)))];
  if (!nearest) return '';
  const { start, end } = nearest;
  const steps = end - start === 1 ? `step ${start}` : `steps ${start} to ${end - 1}`;
  return `without ${steps} the answer gets ${formatPercent(nearest.probability)}, not ${formatPercent(probability)}`;
}

/** Whether attention and occlusion point at the same place, and in the same order. @param attention [time] */
export function describeAgreement(attention: Float32Array, occlusion: Occlusion): string {
  const rank = attentionAgreement(attention, occlusion);
  const order =
    rank === undefined
      ? 'A rank correlation is not defined here.'
      : `Over all stretches, attention and the effect of hiding have a rank correlation of ${rank.toFixed(2).replace('-', '−')}.`;
  return `Does it really look there? ${sayAgreement(attention, occlusion)} ${order}`;
}
