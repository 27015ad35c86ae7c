import { useState } from 'preact/hooks';
import { resultMarkdown } from '../../benchmark/markdown';
import type { BenchmarkResult } from '../../benchmark/result';
import { baselines } from '../../benchmark/settings';
import { type Baseline, baselineLabel } from '../../benchmark/verdict';
import { download } from '../shared/download';
import { FileButton } from '../shared/file-button';
import { readResult } from './read-result';

export interface ResultActionsProps {
  result: BenchmarkResult | null;
  /** To compare with. */
  earlier: BenchmarkResult | null;
  baseline: Baseline;
  isRunning: boolean;
  onBaseline(baseline: Baseline): void;
  onOpen(file: File): void;
  onCompare(result: BenchmarkResult | null): void;
}

/** Copy, save, open and compare; and what the speed-up is measured against. */
export function ResultActions(props: ResultActionsProps) {
  const { result, earlier, baseline, isRunning, onBaseline, onOpen, onCompare } = props;
  const [said, say] = useState('');
  const hasRows = result !== null && result.rows.length > 0;

  async function copy(): Promise<void> {
    if (!result) return;
    try {
      await navigator.clipboard.writeText(`${resultMarkdown(result, baseline)}\n`);
      say('Copied.');
    } catch (error) {
      say(`The browser does not let the page copy: ${(error as Error).message}`);
    }
  }

  async function compare(file: File): Promise<void> {
    try {
      onCompare(await readResult(file));
      say('');
    } catch (error) {
      say((error as Error).message);
    }
  }

  return (
    <div class="row actions">
      <button type="button" disabled={!hasRows} onClick={() => void copy()}>
        Copy as Markdown
      </button>
      <button type="button" disabled={!hasRows} onClick={() => result && save(result)}>
        Save
      </button>
      <FileButton
        name="load"
        accept="application/json,.json"
        label="Open a result"
        isDisabled={isRunning}
        onFiles={([file]) => file && onOpen(file)}
      />
      {earlier ? (
        <button type="button" onClick={() => onCompare(null)}>
          Stop comparing
        </button>
      ) : (
        <FileButton
          name="compare"
          accept="application/json,.json"
          label="Compare with …"
          isDisabled={false}
          onFiles={([file]) => file && void compare(file)}
        />
      )}
      <label class="field inline">
        Speed-up against
        <select
          name="baseline"
          value={baseline}
          onChange={(event) => onBaseline(event.currentTarget.value as Baseline)}
        >
          {baselines.map((id) => (
            <option key={id} value={id}>
              {baselineLabel(id)}
            </option>
          ))}
        </select>
      </label>
      <p role="status" class="quiet">
        {said}
      </p>
    </div>
  );
}

function save(result: BenchmarkResult): void {
  const text = `${JSON.stringify(result, null, 2)}\n`;
  download(`gatewave-benchmark-${result.date.slice(0, 10)}.json`, text);
}
