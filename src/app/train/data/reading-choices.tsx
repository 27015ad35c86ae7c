import { useState } from 'preact/hooks';
import type { ReadOptions } from '../../../data/formats/format';
import { useApp } from '../state/app';
import { namesMore } from './on-page';

/** How the chosen files are read; another choice reads them again. */
export function ReadingChoices() {
  const { data } = useApp();
  const chosen = data.chosen.value;
  if (!chosen) return null;
  const problem = data.problem.value;
  // Where the format has a place for the labels, nothing needs to be said about it.
  const hasLabel = problem || chosen.options.label !== undefined || data.file.value?.found?.label !== null;
  return (
    <div class="stack reading-choices">
      {hasLabel && <LabelChoice />}
      <details open={namesMore(problem)}>
        <summary>More about the files</summary>
        <div class="stack">
          <Choice
            name="header"
            label="The first row"
            choices={{ true: 'holds names', false: 'holds values' }}
            parse={(text) => text === 'true'}
          />
          <Choice name="rows" label="A row is" choices={{ series: 'a series', moments: 'a moment' }} />
          <Field name="id" label="Column that names the series" />
          <Field name="time" label="Column of the time" />
          <Field
            name="channels"
            label="Columns of the channels, with commas"
            parse={(text) => text.split(',').map((name) => name.trim())}
          />
          <Field name="group" label="Column of groups, such as persons" />
          <Choice
            name="axes"
            label="Order of the axes of an array"
            choices={{ nct: 'series, channels, time', ntc: 'series, time, channels' }}
          />
          <Field name="window" label="Window, rows of a log" type="number" min={2} parse={Number} />
          <Field name="stride" label="Stride, rows to the next" type="number" min={1} parse={Number} />
          <Field
            name="purity"
            label="Purity, share of the main label"
            type="number"
            min={0}
            max={1}
            step={0.05}
            parse={Number}
          />
        </div>
      </details>
    </div>
  );
}

interface OptionProps {
  name: keyof ReadOptions;
  label: string;
  /** What is said to the reader; default: the text itself. */
  parse?: (text: string) => unknown;
}

/** What the visitor said about an option, as text, and a function that says something else; '': the program decides. */
function useOption(name: keyof ReadOptions, parse: (text: string) => unknown = String) {
  const { data } = useApp();
  const said = String(data.chosen.value?.options[name] ?? '');
  return {
    said,
    say: (text: string) => void data.readWith({ [name]: text === '' ? undefined : parse(text) }),
  };
}

interface ChoiceProps extends OptionProps {
  choices: Record<string, string>;
  /** What is chosen, and what another choice does, where that is not simply what was said. */
  chosen?: string;
  onChoose?: (value: string) => void;
}

function Choice({ name, label, parse, choices, chosen, onChoose }: ChoiceProps) {
  const { data } = useApp();
  const { said, say } = useOption(name, parse);
  return (
    <label class="field">
      {label}
      <select
        name={`read-${name}`}
        value={chosen ?? said}
        disabled={data.progress.value !== null}
        onChange={({ currentTarget: { value } }) => (onChoose ?? say)(value)}
      >
        <option value="">as found in the file</option>
        {Object.entries(choices).map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

interface FieldProps extends OptionProps {
  type?: 'text' | 'number';
  min?: number;
  max?: number;
  step?: number;
}

function Field({ name, label, parse, type = 'text', ...limits }: FieldProps) {
  const { said, say } = useOption(name, parse);
  return (
    <label class="field">
      {label}
      <input
        type={type}
        {...limits}
        name={`read-${name}`}
        defaultValue={said}
        onChange={({ currentTarget: { value, validity } }) => {
          if (validity.valid) say(value.trim());
        }}
      />
    </label>
  );
}

const places = { first: 'in the first column', last: 'in the last column', none: 'nowhere: no labels' };

/** Where the classes are: found by the program, at a place, or in a column with a name. */
function LabelChoice() {
  const [isNaming, setNaming] = useState(false);
  const { said, say } = useOption('label');
  const name = said in places ? '' : said;
  const isNamed = isNaming || name !== '';
  return (
    <>
      <Choice
        name="label"
        label="The class of a series"
        choices={{ ...places, named: 'in the column named …' }}
        chosen={isNamed ? 'named' : said}
        onChoose={(value) => {
          setNaming(value === 'named');
          if (value !== 'named') say(value);
        }}
      />
      {isNamed && (
        <label class="field">
          Name of that column
          <input
            type="text"
            name="read-label-name"
            defaultValue={name}
            onChange={({ currentTarget: { value } }) => value.trim() && say(value.trim())}
          />
        </label>
      )}
    </>
  );
}
