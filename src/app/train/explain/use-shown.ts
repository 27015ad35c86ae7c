import { useEffect, useMemo, useState } from 'preact/hooks';
import { focusOf } from '../series/attention';
import { useClassNames } from '../series/use-class-names';
import type { TrainApp } from '../state/app';
import type { SelectedSeries } from '../state/inspection';
import { type Shown, schematicInspection } from './shown';

/** The selected series, or else the one on the stage, and what the network makes of it. */
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
  const wanted = chosen ?? onStage;
  const isReadable = !info || wanted.channels === info.channels;
  const [moved, setMoved] = useState<number | null>(null);
  const names = useClassNames();
  const ofStage = live && { selected: onStage, inspection: live.inspection };
  const answer = chosen ? (isReadable ? store.inspected.value : null) : ofStage;
  const schematic = useMemo(() => schematicInspection(wanted, 12), [wanted]);
  const inspection = answer?.inspection ?? schematic;
  // Another series starts at its own peak.
  useEffect(() => setMoved(null), [wanted]);
  const shown: Shown = {
    selected: answer?.selected ?? wanted,
    inspection,
    isLive: answer !== null,
    step: Math.min(moved ?? focusOf(inspection.attention).peak, inspection.time - 1),
    score: info?.score ?? 'additive',
    preparation: info?.preparation ?? { scaling: 'max', missing: 'linear' },
    names: answer ? names : ['normal', 'flattened'],
  };
  const problem = chosen && isReadable ? store.problem.value : '';
  return { shown, setStep: setMoved, problem };
}
