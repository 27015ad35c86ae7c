import type { FuseCase } from './fuse-cases';

export interface FuseRow {
  c: FuseCase;
  /** The largest errors of the case. */
  output: number;
  gradient: number;
}

/** How many of the cases had each option, and the largest errors among them. */
export function summary(rows: FuseRow[]): string {
  const groups = new Map<string, FuseRow[]>();
  const add = (name: string, row: FuseRow): void => {
    const group = groups.get(name) ?? [];
    groups.set(name, [...group, row]);
  };
  for (const row of rows) {
    const { seed, batch, time, inputDim, units, ...options } = row.c;
    add('all', row);
    for (const [option, value] of Object.entries(options)) {
      if (option === 'mergeMode' && row.c.form !== 'bidirectional') continue;
      add(`${option} ${value}`, row);
    }
  }
  const worst = (group: FuseRow[], kind: 'output' | 'gradient') =>
    Math.max(...group.map((row) => row[kind])).toExponential(1);
  const lines = [...groups]
    .sort(([a], [b]) => (a === 'all' ? -1 : b === 'all' ? 1 : a.localeCompare(b)))
    .map(
      ([name, group]) =>
        `${name.padEnd(32)} ${String(group.length).padStart(4)}   ${worst(group, 'output')}   ${worst(group, 'gradient')}`,
    );
  return [`${'option'.padEnd(32)} cases  output    gradient`, ...lines].join('\n');
}
