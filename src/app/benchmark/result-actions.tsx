import { useState } from 'preact/hooks';
import { resultMarkdown } from '../../benchmark/markdown';
import { type PeerId, peerIds, peerOf } from '../../benchmark/peer-names';
import { type BenchmarkResult, parseResult } from '../../benchmark/result';

interface ResultActionsProps {
  result: BenchmarkResult | null;
  earlier: BenchmarkResult | null;
  baseline: PeerId;
  isRunning: boolean;
  onBaseline(baseline: PeerId): void;
  onLoad(result: BenchmarkResult): void;
  onCompare(result: BenchmarkResult | null): void;
}

/** Copy, save, load, compare; and whom the speed-up is measured against. */
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
        label="Load JSON"
        isDisabled={isRunning}
        onFile={(file) => void read(file, onLoad)}
      />
      {earlier ? (
        <button type="button" onClick={() => onCompare(null)}>
          Stop comparing
        </button>
      ) : (
        <FileButton
          name="compare"
          label="Compare with …"
          isDisabled={false}
          onFile={(file) => void read(file, onCompare)}
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

interface FileButtonProps {
  name: string;
  label: string;
  isDisabled: boolean;
  onFile(file: File): void;
}

function FileButton({ name, label, isDisabled, onFile }: FileButtonProps) {
  return (
    <label class="file-button">
      <input
        type="file"
        name={name}
        accept="application/json,.json"
        disabled={isDisabled}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onFile(file);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      <span class="button">{label}</span>
    </label>
  );
}

function save(result: BenchmarkResult): void {
  const url = URL.createObjectURL(
    new Blob([`${JSON.stringify(result, null, 2)}\n`], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = `gatewave-benchmark-${result.date.slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
