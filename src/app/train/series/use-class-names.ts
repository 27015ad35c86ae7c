import { useApp } from '../state/app';
import { classNamesOfModel } from './class-name';

/** The display names of the classes of the network that answers; none where there is none. */
export function useClassNames(): string[] {
  const { answering, model, run, data, shared } = useApp();
  const info = answering.info.value;
  if (!info) return [];
  const file = model.file.value === null ? run.origin.value?.file : data.file.value;
  const isGenerated = (shared.result.value ? shared.result.value.record.file : file) == null;
  return classNamesOfModel(info.classNames, isGenerated);
}
