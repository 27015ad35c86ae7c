import { useState } from 'preact/hooks';
import type { ReadOptions } from '../../../data/formats/format';
import { useApp } from '../state/app';
import { namesMore } from './on-page';

/** How the chosen files are read; another choice reads them again. */
export function ReadingChoices() {
  const { data } = useApp();
  const chosen = data.chosen.value;
  if (!chosen) return null;
  const { options } = chosen;
  const problem = data.problem.value;
  // Where the format has a place for the labels, nothing needs to be said about it.
  const hasLabel = problem || options.label !== undefined || data.file.value?.found?.label !== null;
  return (
    <div class="stack reading-choices">
      {hasLabel && <LabelChoice options={options} />}
      <details open={namesMore(problem)}>
        <summary>More about the files</summary>
        <div class="stack">
          <Choice
            name="header"
            label="The first row"
            value={options.header === undefined ? '' : String(options.header)}
            options={{ true: 'holds names', false: 'holds values' }}
            onChange={(value) => change({ header: value === '' ? undefined : value === 'true' })}
          />
          <Choice
            name="rows"
            label="A row is"
            value={options.rows ?? ''}
            options={{ series: 'a series', moments: 'a moment' }}
            onChange={(value) => change({ rows: (value || undefined) as ReadOptions['rows'] })}
          />
          <TextChoice name="id" label="Column that names the series" options={options} />
          <TextChoice name="time" label="Column of the time" options={options} />
          <label class="field wide">
            Columns of the channels, with commas
            <input
              type="text"
              name="read-channels"
              defaultValue={options.channels?.join(', ') ?? ''}
              onChange={(event) => {
                const names = event.currentTarget.value.split(',').map((name) => name.trim());
                const channels = names.filter(Boolean);
                change({ channels: channels.length > 0 ? channels : undefined });
              }}
            />
          </label>
          <TextChoice name="group" label="Column of groups, such as persons" options={options} />
          <Choice
            name="axes"
            label="Order of the axes of an array"
            value={options.axes ?? ''}
            options={{ nct: 'series, channels, time', ntc: 'series, time, channels' }}
            onChange={(value) => change({ axes: (value || undefined) as ReadOptions['axes'] })}
          />
          <NumberChoice name="window" label="Window, rows of a log" min={2} options={options} />
          <NumberChoice name="stride" label="Stride, rows to the next" min={1} options={options} />
          <NumberChoice
            name="purity"
            label="Purity, share of the main label"
            min={0}
            max={1}
            step={0.05}
            options={options}
          />
        </div>
      </details>
    </div>
  );

  function change(changes: Parameters<typeof data.readWith>[0]): void {
    void data.readWith(changes);
  }
}

const places = { first: 'in the first column', last: 'in the last column', none: 'nowhere: no labels' };

/** Where the classes are: found by the program, at a place, or in a column with a name. */
function LabelChoice({ options: { label } }: { options: ReadOptions }) {
  const { data } = useApp();
  const [isNaming, setNaming] = useState(false);
  const isNamed = isNaming || (label !== undefined && !(label in places));
  return (
    <>
      <Choice
        name="label"
        label="The class of a series"
        value={isNamed ? 'named' : (label ?? '')}
        options={{ ...places, named: 'in the column named …' }}
        onChange={(value) => {
          setNaming(value === 'named');
          if (value !== 'named') void data.readWith({ label: value || undefined });
        }}
      />
      {isNamed && (
        <label class="field">
          Name of that column
          <input
            type="text"
            name="read-label-name"
            defaultValue={label !== undefined && !(label in places) ? label : ''}
            onChange={(event) => {
              const name = event.currentTarget.value.trim();
              if (name) void data.readWith({ label: name });
            }}
          />
        </label>
      )}
    </>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  /** '': the program decides. */
  value: string;
  options: Record<string, string>;
  onChange(value: string): void;
}

function Choice({ name, label, value, options, onChange }: ChoiceProps) {
  const { data } = useApp();
  return (
    <label class="field">
      {label}
      <select
        name={`read-${name}`}
        value={value}
        disabled={data.progress.value !== null}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">as found in the file</option>
        {Object.entries(options).map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

interface TextChoiceProps {
  name: 'id' | 'time' | 'group';
  label: string;
  options: ReadOptions;
}

function TextChoice({ name, label, options }: TextChoiceProps) {
  const { data } = useApp();
  return (
    <label class="field">
      {label}
      <input
        type="text"
        name={`read-${name}`}
        defaultValue={options[name] ?? ''}
        onChange={(event) => void data.readWith({ [name]: event.currentTarget.value.trim() || undefined })}
      />
    </label>
  );
}

interface NumberChoiceProps {
  name: 'window' | 'stride' | 'purity';
  label: string;
  min: number;
  max?: number;
  step?: number;
  options: ReadOptions;
}

function NumberChoice({ name, label, min, max, step = 1, options }: NumberChoiceProps) {
  const { data } = useApp();
  return (
    <label class="field">
      {label}
      <input
        type="number"
        name={`read-${name}`}
        min={min}
        max={max}
        step={step}
        defaultValue={String(options[name] ?? '')}
        onChange={({ currentTarget: { value, valueAsNumber, validity } }) => {
          if (!validity.valid) return;
          void data.readWith({ [name]: value === '' ? undefined : valueAsNumber });
        }}
      />
    </label>
  );
}
