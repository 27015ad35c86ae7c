/** Figures and tables as Markdown. */

const missing = '–';

export function milliseconds(value: number | undefined): string {
  return value === undefined ? missing : Number(value.toPrecision(3)).toLocaleString('en');
}

export function seconds(value: number): string {
  return `${value.toPrecision(3)} s`;
}

export function share(value: number | null): string {
  return value === null ? missing : value.toFixed(4);
}

export function times(ratio: number): string {
  return `${Number(ratio.toPrecision(2))}×`;
}

export function table(head: string[], rows: (string | number)[][]): string {
  const line = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
