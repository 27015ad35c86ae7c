import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useApp } from '../state/app';
import { type CurveNote, plateauNote } from './plateau-note';
import { useClasses } from './use-classes';

/** Where the loss of the run stands, in words; changes only with the words. */
export function useNote(): ReadonlySignal<CurveNote> {
  const { run } = useApp();
  const classes = useClasses();
  const joined = useComputed(() => {
    const origin = run.origin.value;
    const task = {
      classes: classes.value,
      isGenerated: !origin?.file,
      hasLengths: origin?.file?.dataset.lengths !== undefined,
    };
    const { title, text } = plateauNote(run.history.value, task);
    return `${title}\n${text}`;
  });
  return useComputed(() => {
    const [title = '', text = ''] = joined.value.split('\n');
    return { title, text };
  });
}
