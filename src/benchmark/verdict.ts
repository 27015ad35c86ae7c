/** What a result comes to: the row that speed-ups are measured against, and a sentence for each shape. */
import { formatSpeedUp } from './format';
import { type PeerId, peerLabel, peerOf } from './peer-names';
import { caseKey, groupRows, type Row, speedUp } from './result';
import { describeShape, type Phase } from './workload';

/** What speed-ups are measured against: a peer, or of the other libraries the one that is fastest there. */
export type Baseline = PeerId | 'fastest';

/** The row of the baseline among rows of the same case; undefined where there is none with a time. */
export function baselineOf(rows: readonly Row[], baseline: Baseline): Row | undefined {
  if (baseline === 'fastest') return fastestOf(rows, ({ peer }) => peer !== 'gatewave');
  const { peer, backend } = peerOf(baseline);
  return rows.find((row) => row.peer === peer && row.backend === backend);
}

/** @param row the baseline's. */
export function baselineLabel(baseline: Baseline, row?: Row): string {
  if (row) return peerLabel(row.peer, row.backend);
  return baseline === 'fastest' ? 'the fastest other library' : peerOf(baseline).label;
}

/** The fastest row with a time among those that are meant. */
export function fastestOf(rows: readonly Row[], isMeant: (row: Row) => boolean): Row | undefined {
  const timed = rows.filter((row): row is Row & { p50: number } => row.p50 !== null && isMeant(row));
  return timed.sort((a, b) => a.p50 - b.p50)[0];
}

const doing: Record<Phase, string> = { forward: 'forward', train: 'in a training step' };

/** One sentence for each shape of a result, such as '3.1 times as fast as the fastest other library here …'. */
export function verdicts(rows: readonly Row[]): string[] {
  const shapes = new Map<string, Row[][]>();
  for (const group of groupRows(rows)) {
    const { shape, case: name } = group[0] as Row;
    const key = `${name} ${caseKey({ phase: 'train', shape })}`;
    shapes.set(key, [...(shapes.get(key) ?? []), group]);
  }
  return [...shapes.values()].map((phases) => {
    const sentence = sentenceOf(phases);
    if (shapes.size === 1) return sentence;
    const { shape } = (phases[0] as Row[])[0] as Row;
    return `${describeShape(shape, 'forward')}: ${sentence}`;
  });
}

/** @param phases the rows of a shape, phase by phase. */
function sentenceOf(phases: readonly Row[][]): string {
  const ours = phases.map((rows) => fastestOf(rows, ({ peer }) => peer === 'gatewave'));
  const wrong = phases.flat().find(({ peer, status }) => peer === 'gatewave' && status === 'wrong');
  if (wrong) return `Gatewave’s result is wrong here: ${wrong.reason}.`;
  const compared = phases.flatMap((rows, index) => {
    const [row, other] = [ours[index], baselineOf(rows, 'fastest')];
    const ratio = row && speedUp(row, other);
    return ratio && other ? [{ phase: (rows[0] as Row).phase, ratio, other }] : [];
  });
  const errors = ours.flatMap((row) => (row?.parity.error == null ? [] : [row.parity.error]));
  const equal =
    errors.length > 0 ? `; equal to the float64 reference to ${Math.max(...errors).toExponential(0)}` : '';
  if (compared.length === 0) {
    const reason =
      errors.length > 0 ? 'No other library was measured to compare with' : 'Gatewave has no time here';
    return `${reason}${equal}.`;
  }
  const clauses = compared.map(({ phase, ratio, other }, index) => {
    const whom = index === 0 ? 'the fastest other library here' : 'the fastest one';
    return `${compare(ratio, whom)} ${doing[phase]} (${peerLabel(other.peer, other.backend)})`;
  });
  return `Gatewave ${clauses.join(', and ')}${equal}.`;
}

function compare(ratio: number, whom: string): string {
  if (ratio > 0.95 && ratio < 1.05) return `is as fast as ${whom}`;
  // Two digits: the next run gives another third one.
  const number = formatSpeedUp(Number((ratio < 1 ? 1 / ratio : ratio).toPrecision(2))).replace('×', '');
  return ratio < 1 ? `takes ${number} times as long as ${whom}` : `is ${number} times as fast as ${whom}`;
}
