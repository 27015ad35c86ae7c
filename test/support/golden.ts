/** The fixture test/fixtures/torch_float64.json: values and gradients that torch computed in float64. */
import { readFileSync } from 'node:fs';
import type { Golden } from './golden-format';

const { cases } = JSON.parse(
  readFileSync(new URL('../fixtures/torch_float64.json', import.meta.url), 'utf8'),
) as { cases: Record<string, Golden> };

/** The cases of one kind with their names. */
export function goldenCases<K extends 'lstm' | 'additive_attention' | 'classifier'>(kind: K) {
  return Object.entries(cases).filter(([, golden]) => golden.kind === kind) as [
    string,
    Extract<Golden, { kind: K }>,
  ][];
}
