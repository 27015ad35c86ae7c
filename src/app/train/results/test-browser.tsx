import type { Ref } from 'preact';
import { formatCount } from '../../shared/format';
import { className, regionName } from '../series/class-name';
import { useApp } from '../state/app';
import type { Outcome, SortOrder } from './browse';
import { type BrowseStore, pageSize } from './browse-store';
import { Pager } from './pager';
import { SeriesCard } from './series-card';
import './detail.css';

interface TestBrowserProps {
  browse: BrowseStore;
  heading: Ref<HTMLHeadingElement>;
  /** Called after a series was opened by a click. */
  onOpened(): void;
}

/** The test series, page by page. */
export function TestBrowser({ browse, heading, onOpened }: TestBrowserProps) {
  const answers = browse.answers.value;
  if (!answers) return null;
  const rows = browse.rows.value;
  const page = browse.page.value;
  const { outcome, label, predicted } = browse.filter.value;
  const first = page * pageSize;
  const shown = rows.slice(first, first + pageSize);
  const open = (row: number) => {
    browse.open(row);
    onOpened();
  };
  return (
    <div class="browser stack">
      <h3 ref={heading} tabIndex={-1}>
        The test series
      </h3>
      <Filters browse={browse} />
      <div class="row">
        <p role="status">
          {rows.length === 0
            ? 'No series match.'
            : `${formatCount(rows.length)} series, ${formatCount(first + 1)} to ${formatCount(first + shown.length)} shown`}
        </p>
        {(outcome !== 'all' || label !== null || predicted !== null) && (
          <button type="button" name="filter-clear" onClick={() => browse.clear()}>
            Show all
          </button>
        )}
        <Pager
          name="page"
          what="page"
          position={page}
          count={browse.pages.value}
          onMove={(by) => browse.turn(page + by)}
        />
      </div>
      <ul class="series-cards">
        {shown.map((row) => (
          <SeriesCard key={row} answers={answers} row={row} isOpen={row === browse.row.value} onOpen={open} />
        ))}
      </ul>
    </div>
  );
}

const outcomes: [Outcome, string][] = [
  ['all', 'all'],
  ['wrong', 'wrong ones'],
  ['right', 'right ones'],
];

/** Which test series to show, and in which order. */
function Filters({ browse }: { browse: BrowseStore }) {
  const test = useApp().results.results.value?.test;
  const filter = browse.filter.value;
  if (!test) return null;
  const classes = [
    ['', 'any'] as const,
    ...test.classNames.map((_, label) => [String(label), className(test, label)] as const),
  ];
  const orders: [SortOrder, string][] = [
    ['wrong', 'wrong ones first'],
    ['unsure', 'least certain first'],
    ['sure', 'most certain first'],
  ];
  if (test.regions) orders.push(['length', `shortest ${regionName(test.regions)} first`]);
  const labelOf = (value: string) => (value === '' ? null : Number(value));
  return (
    <div class="filters">
      <Choice
        name="filter-outcome"
        label="Show"
        value={filter.outcome}
        options={outcomes}
        onChange={(outcome) => browse.change({ outcome: outcome as Outcome })}
      />
      <Choice
        name="filter-class"
        label="that are"
        value={String(filter.label ?? '')}
        options={classes}
        onChange={(value) => browse.change({ label: labelOf(value) })}
      />
      <Choice
        name="filter-predicted"
        label="called"
        value={String(filter.predicted ?? '')}
        options={classes}
        onChange={(value) => browse.change({ predicted: labelOf(value) })}
      />
      <Choice
        name="sort"
        label="Order"
        value={filter.sort}
        options={orders}
        onChange={(sort) => browse.change({ sort: sort as SortOrder })}
      />
    </div>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
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
