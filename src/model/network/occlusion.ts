import { type Dataset, lengthsOf } from '../../data/dataset';
import type { Preparation } from '../../data/preparation/preparation';
import { prepareDataset } from '../../data/preparation/prepare';
import { scaleSeries } from '../../data/preparation/scaled';
import { type Occlusion, type OcclusionOptions, occlude, type SeriesBatch } from '../explain/occlusion';

/**
 * Occlusion of a classifier's answers for unprepared series. Stretches are hidden after scaling, and before differences
 * are taken and missing values filled, so that hiding the highest peak does not enlarge all others.
 * @param logitsOf [count, outputs] of prepared series.
 * @param options in steps of the series; a decimated model hides whole steps of its own.
 */
export async function occludeSeries(
  logitsOf: (prepared: Dataset) => Promise<Float32Array> | Float32Array,
  series: SeriesBatch,
  preparation: Preparation,
  options: OcclusionOptions,
): Promise<Occlusion[]> {
  const every = preparation.decimation?.every ?? 1;
  const { width, stride } = options;
  const shortened = (steps: number): number => (every === 1 ? steps : Math.max(1, Math.round(steps / every)));
  const { scaled, rest } = scaleSeries(series, preparation);
  const occlusions = await occlude(
    scaled,
    (variants) =>
      logitsOf(prepareDataset({ ...variants, labels: new Int32Array(variants.count), classNames: [] }, rest)),
    {
      ...options,
      ...(width !== undefined && { width: shortened(width) }),
      ...(stride !== undefined && { stride: shortened(stride) }),
    },
  );
  if (every === 1) return occlusions;
  const lengths = lengthsOf(series);
  return occlusions.map((occlusion, row) => {
    const steps = lengths[row] as number;
    return {
      ...occlusion,
      hidden: occlusion.hidden.map((stretch) => ({
        ...stretch,
        start: stretch.start * every,
        end: Math.min(steps, stretch.end * every),
      })),
      effect: Float32Array.from(
        { length: steps },
        (_, step) => occlusion.effect[Math.floor(step / every)] as number,
      ),
    };
  });
}
