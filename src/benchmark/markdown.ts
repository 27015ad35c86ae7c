/** A result as Markdown tables, for docs/numbers.md, for an issue, and for the command line. */
import { formatBytes, formatCount, formatError, formatSpeedUp, formatTime } from './format';
import { peerLabel } from './peer-names';
import { type BenchmarkResult, groupRows, type Row, sortRows, speedUp } from './result';
import { type Baseline, baselineLabel, baselineOf } from './verdict';
import { describeShape, phaseNames } from './workload';

const columns = [
  'Library',
  'Median',
  '95 % within',
  'Fastest',
  'Runs',
  'First run',
  'Compile',
  'GPU',
  'Dispatches',
  'Memory',
  'Error',
] as const;

/** @param baseline what the speed-up is measured against. */
export function resultMarkdown(result: BenchmarkResult, baseline: Baseline): string {
  const tables = groupRows(result.rows).map((rows) => groupMarkdown(rows, baseline));
  return [describeOrigin(result), ...tables].join('\n\n');
}

/** The machine, the commit and the date, in one line. */
export function describeOrigin({ device, commit, date }: BenchmarkResult): string {
  const { name, adapter, featureLevel, browser, platform, cores } = device;
  const level = featureLevel === 'compatibility' ? ', compatibility mode' : '';
  const asked = adapter ? `${adapter}: ` : '';
  const source = commit ? `, commit ${commit}` : '';
  return `${asked}${name}${level}; ${browser}, ${platform}, ${cores} cores; ${date.slice(0, 10)}${source}.`;
}

function groupMarkdown(rows: Row[], baseline: Baseline): string {
  const [first] = rows as [Row, ...Row[]];
  const title = `**${phaseNames[first.phase]}**, ${first.case}: ${describeShape(first.shape, first.phase)}`;
  const reference = baselineOf(rows, baseline);
  const head = [...columns, `× ${baselineLabel(baseline, reference)}`];
  const notes: string[] = [];
  const body = sortRows(rows).map((row) => cells(row, reference, notes));
  const table = [head, head.map(() => '---'), ...body].map((line) => `| ${line.join(' | ')} |`).join('\n');
  return [title, table, ...notes.map((note, index) => `${index + 1}. ${note}`)]
    .join('\n\n')
    .replaceAll('.\n\n', '.\n');
}

/** @param notes receives the row's remarks that are not in it yet. */
function cells(row: Row, baseline: Row | undefined, notes: string[]): string[] {
  const note = row.note && row.note.charAt(0).toUpperCase() + row.note.slice(1);
  const marks = [note, row.reason]
    .filter((remark) => remark !== null)
    .map((remark) => {
      const text = remark.endsWith('.') ? remark : `${remark}.`;
      if (!notes.includes(text)) notes.push(text);
      return `(${notes.indexOf(text) + 1})`;
    });
  return [
    [peerLabel(row.peer, row.backend), ...marks].join(' '),
    formatTime(row.p50),
    formatTime(row.p95),
    formatTime(row.min),
    String(row.runs),
    formatTime(row.warmup),
    formatTime(row.compile),
    formatTime(row.gpu),
    formatCount(row.dispatches),
    formatBytes(row.memory),
    row.status === 'ok' ? formatError(row.parity.error) : row.status,
    formatSpeedUp(speedUp(row, baseline)),
  ];
}
