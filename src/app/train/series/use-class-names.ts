import { useApp } from '../state/app';
import { classWords } from './verdict';

/** Names of the model's classes for people; none where there is no model. */
export function useClassWords(): string[] {
  const { model, run, data } = useApp();
  const info = model.info.value;
  if (!info) return [];
  const isGenerated = (model.file.value === null ? run.origin.value?.file : data.file.value) == null;
  return classWords(info.classNames, isGenerated);
}
