import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { writeCsv } from '../../../data/write-csv';
import { download } from '../../shared/download';
import { Segmented } from '../../shared/segmented';
import { useApp } from '../state/app';
import { createRecorder, longestTake, type Recorder, rate, wanted } from './recorder';
import './record.css';
import { sensorKinds, sensorNames } from './sensors';
import { TakePlot } from './take-plot';

/** Records three classes of examples, which become the visitor's own series. */
export function RecordPanel() {
  const recorder = useMemo(() => createRecorder(), []);
  const isOpen = useSignal(false);
  return (
    <details
      class="record"
      id="record"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
        if (!currentTarget.open) recorder.stop();
      }}
    >
      <summary>Or record some: with the mouse, the microphone or a phone</summary>
      {isOpen.value && <Record recorder={recorder} />}
    </details>
  );
}

function Record({ recorder }: { recorder: Recorder }) {
  const { data } = useApp();
  const pad = useRef<HTMLDivElement>(null);
  const sensor = recorder.sensor.value;
  const kind = sensorKinds[sensor];
  const dataset = recorder.dataset.value;
  const length = recorder.length.value;
  const csv = () => (dataset ? writeCsv(dataset) : '');
  return (
    <div class="stack">
      <p class="quiet">
        Three classes, {wanted} examples of each. Everything stays in this tab; nothing is sent.
      </p>
      <Segmented
        legend="What is recorded"
        name="record-sensor"
        choices={sensorNames.map((value) => [value, sensorKinds[value].label] as const)}
        chosen={sensor}
        onChoose={recorder.chooseSensor}
      />
      <p>
        {kind.task} A take ends after {longestTake} seconds, or when you stop it.
      </p>
      <div class="record-pad" ref={pad} hidden={sensor !== 'pointer'} aria-hidden="true">
        {recorder.recording.value === null ? 'Draw here once a recording runs' : ''}
      </div>
      {recorder.problem.value && (
        <p class="field-problem" role="alert">
          {recorder.problem.value}
        </p>
      )}
      {recorder.classes.value.map((_, index) => (
        <ClassRow
          key={index}
          recorder={recorder}
          index={index}
          onRecord={() => pad.current && void recorder.record(index, pad.current)}
        />
      ))}
      <label class="field">
        Each window lasts {(length / rate).toFixed(1)} s
        <input
          type="range"
          name="window-length"
          min={0.4 * rate}
          max={3 * rate}
          value={length}
          onInput={(event) => recorder.changeLength(event.currentTarget.valueAsNumber)}
        />
      </label>
      <div class="row">
        <button
          type="button"
          name="use-recorded"
          class="primary"
          disabled={!dataset}
          onClick={() => {
            const file = new File([csv()], 'recorded.csv');
            const options = { label: 'first', header: kind.channelNames.length > 1 } as const;
            void data.read([{ name: file.name, file }], options);
          }}
        >
          {dataset ? `Use these ${dataset.count} series` : 'Use them'}
        </button>
        <button
          type="button"
          name="save-recorded"
          disabled={!dataset}
          onClick={() => download('recorded.csv', csv())}
        >
          Save as CSV
        </button>
      </div>
    </div>
  );
}

interface ClassRowProps {
  recorder: Recorder;
  index: number;
  onRecord(): void;
}

function ClassRow({ recorder, index, onRecord }: ClassRowProps) {
  const { name = '', take = null, starts = [] } = recorder.classes.value[index] ?? {};
  const isRecording = recorder.recording.value === index;
  const seconds = take ? take.values.length / take.channels / rate : 0;
  return (
    <div class="record-class" data-class={index}>
      <input
        type="text"
        name="class-name"
        aria-label={`Name of class ${index + 1}`}
        value={name}
        onInput={(event) => recorder.rename(index, event.currentTarget.value)}
      />
      <button type="button" name={`record-${index}`} onClick={isRecording ? () => recorder.stop() : onRecord}>
        {isRecording ? 'Stop' : take ? 'Record again' : 'Record'}
      </button>
      <span class="quiet" role="status">
        {isRecording ? `${Math.floor(seconds)} s` : take ? `${starts.length} of ${wanted} examples` : ''}
      </span>
      {take && (
        <TakePlot
          name={name}
          take={take}
          starts={starts}
          length={recorder.length.value}
          onMove={(window, start) => recorder.move(index, window, start)}
        />
      )}
    </div>
  );
}
