import { isSineDataset } from '../../../data/sine-dataset';
import { className, regionName } from '../series/class-name';
import { useApp } from '../state/app';
import type { Outcome, SortOrder, Span } from './browse';
import type { BrowseStore } from './browse-store';

const outcomes: Record<Outcome, string> = { all: 'all', wrong: 'wrong ones', right: 'right ones' };
const orders: Record<SortOrder, string> = {
  wrong: 'wrong ones first',
  unsure: 'least certain first',
  sure: 'most certain first',
  length: 'shortest region first',
  frequency: 'slowest wave first',
};

/** Which test series to show. */
export function FilterBar({ browse }: { browse: BrowseStore }) {
  const test = useApp().results.results.value?.test;
  const filter = browse.filter.value;
  if (!test) return null;
  const isSine = isSineDataset(test);
  const hidden = { length: !test.regions, frequency: !isSine };
  const classes: [string, string][] = [
    ['any', 'any'],
    ...test.classNames.map((_, label): [string, string] => [String(label), className(test, label)]),
  ];
  const region = test.regions && regionName(test.regions);
  const sorts = Object.entries(orders)
    .filter(([key]) => !(hidden as Record<string, boolean>)[key])
    .map(([key, text]): [string, string] => [key, key === 'length' ? `shortest ${region} first` : text]);
  const toLabel = (value: string) => (value === 'any' ? null : Number(value));
  return (
    <div class="filters">
      <Choice
        name="filter-outcome"
        label="Show"
        value={filter.outcome}
        options={Object.entries(outcomes)}
        onChange={(value) => browse.change({ outcome: value as Outcome })}
      />
      <Choice
        name="filter-class"
        label="that are"
        value={String(filter.label ?? 'any')}
        options={classes}
        onChange={(value) => browse.change({ label: toLabel(value) })}
      />
      <Choice
        name="filter-predicted"
        label="called"
        value={String(filter.predicted ?? 'any')}
        options={classes}
        onChange={(value) => browse.change({ predicted: toLabel(value) })}
      />
      <Choice
        name="sort"
        label="Order"
        value={filter.sort}
        options={sorts}
        onChange={(value) => browse.change({ sort: value as SortOrder })}
      />
      {region && (
        <SpanField
          name="filter-length"
          label={`${region[0]?.toUpperCase()}${region.slice(1)}, steps`}
          span={filter.length}
          step={1}
          onChange={(length) => browse.change({ length })}
        />
      )}
      {isSine && (
        <SpanField
          name="filter-frequency"
          label="Frequency"
          span={filter.frequency}
          step={0.1}
          onChange={(frequency) => browse.change({ frequency })}
        />
      )}
    </div>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  value: string;
  options: [string, string][];
  onChange(value: string): void;
}

function Choice({ name, label, value, options, onChange }: ChoiceProps) {
  return (
    <label class="field">
      {label}
      <select name={name} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

interface SpanFieldProps {
  name: string;
  label: string;
  span: Span;
  step: number;
  onChange(span: Span): void;
}

function SpanField({ name, label, span, step, onChange }: SpanFieldProps) {
  const bound = (end: 'min' | 'max', word: string) => (
    <input
      type="number"
      name={`${name}-${end}`}
      aria-label={`${label}: ${word}`}
      placeholder={word}
      min={0}
      step={step}
      value={span[end] ?? ''}
      onInput={({ currentTarget: { valueAsNumber: value } }) =>
        onChange({ ...span, [end]: Number.isFinite(value) ? value : null })
      }
    />
  );
  return (
    <fieldset class="span-field">
      <legend>{label}</legend>
      {bound('min', 'from')}
      {bound('max', 'to')}
    </fieldset>
  );
}
