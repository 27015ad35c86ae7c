/** The fixtures test/fixtures/*_float64.json: values and gradients that torch computed in float64. */
import { readFileSync } from 'node:fs';
import type { Golden } from './golden-format';

const cases = ['torch_float64', 'gru_float64'].flatMap((name) => {
  const file = new URL(`../fixtures/${name}.json`, import.meta.url);
  return Object.entries((JSON.parse(readFileSync(file, 'utf8')) as { cases: Record<string, Golden> }).cases);
});

/** The cases of one kind with their names. */
export function goldenCases<K extends Golden['kind']>(kind: K) {
  return cases.filter(([, golden]) => golden.kind === kind) as [string, Extract<Golden, { kind: K }>][];
}
