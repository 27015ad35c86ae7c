import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { channelNamesOf } from '../../../data/dataset';
import { focusOf } from '../series/attention';
import { drawnSeries } from '../series/drawing';
import { useClassNames } from '../series/use-class-names';
import { useLiveInspection } from '../series/use-live-inspection';
import type { TrainApp } from '../state/app';
import { type SelectedSeries, selectRow } from '../state/inspection';
import { type Shown, schematicInspection } from './shown';

/** The selected series, or an example, and what the model makes of it. */
export function useShown(app: TrainApp, isNear: boolean) {
  const { model, inspection: store } = app;
  const info = model.info.value;
  const example = useExample(app);
  const chosen = store.selected.value;
  const wanted = chosen ?? example;
  const isReadable = !info || wanted.channels === info.channels;
  const ofExample = useLiveInspection(isNear && isReadable && !chosen ? example.series : null);
  const [moved, setMoved] = useState<number | null>(null);
  const names = useClassNames();
  // The answer may still be that for the previous example.
  const asked = useRef(new WeakMap<Float32Array, SelectedSeries>());
  asked.current.set(example.series, example);
  const found = ofExample.answer.value;
  const selected = found && asked.current.get(found.series);
  const exampleAnswer = found && selected ? { selected, inspection: found.inspection } : null;
  const answer = chosen ? (isReadable ? store.inspected.value : null) : exampleAnswer;
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
  const problem = chosen ? (isReadable ? store.problem.value : '') : ofExample.problem.value;
  return { shown, setStep: setMoved, problem };
}

/** What is explained while nothing is selected: one of the first series of the data, a flattened one if possible. */
function useExample({ data, model }: TrainApp): SelectedSeries {
  const preview = data.preview.value;
  const channels = model.info.value?.channels ?? preview?.channels ?? 1;
  const last = useRef<SelectedSeries | null>(null);
  return useMemo(() => {
    if (preview && preview.channels === channels) {
      const row = Math.max(0, preview.labels.indexOf(1));
      last.current = selectRow(preview, row, 'Example series');
    } else if (last.current?.channels !== channels) {
      const time = 100;
      const wave = { freq: 2.5, amp: 1, phase: 0 };
      const one = drawnSeries(
        { base: { kind: 'wave', wave, flat: { start: 40, length: 20 } }, edits: [] },
        time,
      );
      const series = Float32Array.from(
        { length: time * channels },
        (_, i) => one[Math.floor(i / channels)] ?? 0,
      );
      last.current = {
        title: 'Example series',
        series,
        time,
        channels,
        channelNames: channelNamesOf({ channels }),
        label: null,
        regions: [],
        facts: [],
      };
    }
    return last.current as SelectedSeries;
  }, [preview, channels]);
}
