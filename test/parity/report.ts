/** Parity results as text. */
import { passedOnHardwareOnly } from './compare';
import type { CaseReport, Comparison, ParityCase } from './definition';

const columns: [title: string, width: number, cell: (row: Comparison, adapter: string) => string][] = [
  ['adapter', 11, (_, adapter) => adapter],
  ['op', 13, ({ op }) => op],
  ['family', 14, ({ layout }) => layout],
  ['pass', 8, ({ pass }) => pass],
  ['shape', 40, ({ shape }) => shape],
  ['error', 8, ({ error }) => number(error)],
  ['tolerance', 9, ({ tolerance }) => number(tolerance)],
  ['largest', 8, ({ largest }) => number(largest)],
  ['worst tensor', 16, ({ worst }) => worst],
];

export function tableHead(): string {
  return columns.map(([title, width]) => title.padEnd(width)).join(' ');
}

/** The lines of a case: one for each comparison, then any remarks. */
export function tableLines(
  adapter: string,
  { name }: ParityCase,
  { comparisons, faults, skipped }: CaseReport,
): string[] {
  return [
    ...comparisons.map((row) => {
      const cells = columns.map(([, width, cell]) => cell(row, adapter).padEnd(width));
      return `${cells.join(' ')} ${row.passed ? 'ok' : `FAILED (${name})`}`;
    }),
    ...(skipped ? [`skipped (${name}): ${skipped}`] : []),
    ...faults.map((fault) => `FAILED (${name}): ${fault}`),
  ];
}

export function passed({ comparisons, faults, skipped }: CaseReport): boolean {
  const hasResult = comparisons.length > 0 || skipped !== undefined;
  return hasResult && faults.length === 0 && comparisons.every((row) => row.passed);
}

/** One line about all cases of an adapter. */
export function summary(reports: CaseReport[]): string {
  const rows = reports.flatMap(({ comparisons }) => comparisons);
  const failures = reports.filter((report) => !passed(report)).length;
  const skipped = reports.filter((report) => report.skipped).length;
  const gradients = rows.filter(({ pass }) => pass === 'gradient');
  const forward = rows.filter(({ pass }) => pass !== 'gradient');
  const accepted = rows.filter(passedOnHardwareOnly);
  const some = accepted.map(
    (row) => `${row.op}, ${row.name}, ${row.layout}: ${row.worst} ${number(row.error)}`,
  );
  return (
    `${reports.length - failures - skipped} cases passed, ${failures} failed, ${skipped} skipped; largest error ` +
    `forward ${worst(forward)}, gradients ${worst(gradients)}` +
    (some.length === 0 ? '' : `; accepted only because this is a GPU: ${some.join('; ')}`)
  );
}

/** The largest error, and whose it is. */
function worst(rows: Comparison[]): string {
  const most = rows.reduce<number | null>((most, { error }) => larger(most, error), 0);
  const row = rows.find(({ error }) => error === most);
  return row
    ? `${number(most)} (${[row.op, row.name, row.layout, row.worst].filter(Boolean).join(', ')})`
    : number(most);
}

/** null is NaN, larger than anything. */
function larger(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.max(a, b);
}

function number(value: number | null): string {
  return value === null ? 'NaN' : value.toExponential(1);
}
