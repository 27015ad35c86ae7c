import { useApp } from '../state/app';
import { classNamesOfModel } from './class-name';

/** The display names of the model's classes; none where there is no model. */
export function useClassNames(): string[] {
  const { model, run, data } = useApp();
  const info = model.info.value;
  if (!info) return [];
  const isGenerated = (model.file.value === null ? run.origin.value?.file : data.file.value) == null;
  return classNamesOfModel(info.classNames, isGenerated);
}
