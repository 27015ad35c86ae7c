import { useState } from 'preact/hooks';
import { resultMarkdown } from '../../benchmark/markdown';
import { type PeerId, peerIds, peerOf } from '../../benchmark/peer-names';
import { type BenchmarkResult, parseResult } from '../../benchmark/result';
import { download } from '../shared/download';
import { FileButton } from '../shared/file-button';

export interface ResultActionsProps {
  result: BenchmarkResult | null;
  /** To compare with. */
  earlier: BenchmarkResult | null;
  baseline: PeerId;
  isRunning: boolean;
  onBaseline(baseline: PeerId): void;
  onLoad(result: BenchmarkResult): void;
  onCompare(result: BenchmarkResult | null): void;
}

/** Copy, save, load and compare; and the peer that the speed-up is measured against. */
export function ResultActions(props: ResultActionsProps) {
  const { result, earlier, baseline, isRunning, onBaseline, onLoad, onCompare } = props;
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

  async function read(file: File, use: (result: BenchmarkResult) => void): Promise<void> {
    try {
      use(parseResult(await file.text()));
      say('');
    } catch (error) {
      say(`${file.name}: ${(error as Error).message}`);
    }
  }

  return (
    <div class="actions">
      <button type="button" disabled={!hasRows} onClick={() => void copy()}>
        Copy as Markdown
      </button>
      <button type="button" disabled={!hasRows} onClick={() => result && save(result)}>
        Save JSON
      </button>
      <FileButton
        name="load"
        accept="application/json,.json"
        label="Load JSON"
        isDisabled={isRunning}
        onFiles={([file]) => file && void read(file, onLoad)}
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
          onFiles={([file]) => file && void read(file, onCompare)}
        />
      )}
      <label class="field inline">
        Speed-up against
        <select
          name="baseline"
          value={baseline}
          onChange={(event) => onBaseline(event.currentTarget.value as PeerId)}
        >
          {peerIds.map((id) => (
            <option key={id} value={id}>
              {peerOf(id).label}
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
  download(`gatewave-benchmark-${result.date.slice(0, 10)}.json`, text, 'application/json');
}
