import { presets, type Shape } from '../src/benchmark/workload';

const [article] = presets.article;

/** The article's shape first, then one that differs from it in batch, units or time. peers/torch_lstm.py has the same list. */
export const shapes: readonly Shape[] = [
  article,
  { ...article, batch: 1 },
  { ...article, batch: 8 },
  { ...article, batch: 256 },
  { ...article, units: 16 },
  { ...article, units: 64 },
  { ...article, units: 128 },
  { ...article, units: 256, time: 100 },
  { ...article, time: 100 },
  { ...article, time: 2000 },
];

/** As in the JSON lines, also in PyTorch's. */
export function shapeName({ batch, time, units }: Shape): string {
  return `batch ${batch}, ${time} steps, ${units} units`;
}
