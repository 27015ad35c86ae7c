import { computed, type ReadonlySignal } from '@preact/signals';
import type { DataStore } from './data';
import type { Editor } from './editor';
import type { RunStore } from './run';
import type { StageStore } from './stage';

/** The steps of a visit, in their order; they are anchors of the page, too. */
export const steps = ['try', 'learn', 'yours', 'details'] as const;
export type Step = (typeof steps)[number];

interface Stores {
  editor: Pick<Editor, 'isTouched'>;
  stage: Pick<StageStore, 'isDoubting'>;
  run: Pick<RunStore, 'status' | 'origin'>;
  data: Pick<DataStore, 'file'>;
}

/** The step that is due: what a visitor who has come this far has not done yet. */
export function createDueStep({ editor, stage, run, data }: Stores): ReadonlySignal<Step> {
  return computed(() => {
    const status = run.status.value;
    const isOwn = data.file.value !== null;
    if (status === 'ended') return isOwn && run.origin.value?.file === data.file.value ? 'details' : 'yours';
    if (status !== 'idle' || isOwn) return 'learn';
    return editor.isTouched.value || stage.isDoubting.value ? 'learn' : 'try';
  });
}
