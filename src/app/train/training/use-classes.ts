import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useApp } from '../state/app';

/** Number of classes of the run's data or, before there is a run, of the chosen data. */
export function useClasses(): ReadonlySignal<number> {
  const { run, data } = useApp();
  return useComputed(() => {
    const file = (run.origin.value ?? { file: data.file.value }).file;
    return file ? file.dataset.classNames.length : 2;
  });
}
