import type { Preparation } from '../../data/preparation/preparation';
import { spreadSteps } from '../../data/preparation/prepare';
import type { Inspection } from './inspection';

/** What was computed of a series, over its own steps: where it was shortened, each computed one stands for several. */
export function stretchInspection(
  inspection: Inspection,
  time: number,
  preparation: Preparation,
): Inspection {
  if (!preparation.decimation) return inspection;
  const { every } = preparation.decimation;
  const { prepared, hidden, scores, attention } = inspection;
  const stretch = (values: Float32Array): Float32Array => {
    const width = values.length / inspection.time;
    return Float32Array.from({ length: time * width }, (_, i) => {
      const step = Math.floor(Math.floor(i / width) / every);
      return values[step * width + (i % width)] as number;
    });
  };
  return {
    ...inspection,
    time,
    prepared: stretch(prepared),
    hidden: stretch(hidden),
    scores: stretch(scores),
    attention: spreadSteps(attention, time, Int32Array.of(time), preparation),
  };
}
