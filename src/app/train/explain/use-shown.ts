import { useEffect, useMemo, useState } from 'preact/hooks';
import { focusOf } from '../series/attention';
import { useClassNames } from '../series/use-class-names';
import type { TrainApp } from '../state/app';
import type { SelectedSeries } from '../state/inspection';
import type { Shown } from './shown';

/** The selected series, or else the one on the stage, and what the network makes of it; null while nobody answers. */
export function useShown({ answering, inspection: store, editor, stage }: TrainApp) {
  const info = answering.info.value;
  const live = stage.live.answer.value;
  // While an answer is on its way, the last one is shown with its own series.
  const series = live?.series ?? editor.series.value;
  const channelNames = editor.channelNames.value;
  const onStage = useMemo(
    (): SelectedSeries => ({
      title: 'The series at the top',
      series,
      time: series.length / channelNames.length,
      channels: channelNames.length,
      channelNames,
      label: null,
      regions: [],
      facts: [],
    }),
    [series, channelNames],
  );
  const chosen = store.selected.value;
  const [moved, setMoved] = useState<number | null>(null);
  const names = useClassNames();
  const ofStage = live && { selected: onStage, inspection: live.inspection };
  const answer = chosen?.channels === info?.channels ? (store.inspected.value ?? ofStage) : ofStage;
  // Another series starts at its own peak.
  useEffect(() => setMoved(null), [answer?.selected]);
  const shown: Shown | null = answer &&
    info && {
      ...answer,
      step: Math.min(moved ?? focusOf(answer.inspection.attention).peak, answer.inspection.time - 1),
      score: info.score,
      preparation: info.preparation,
      names,
    };
  return { shown, setStep: setMoved, problem: chosen ? store.problem.value : stage.live.problem.value };
}
