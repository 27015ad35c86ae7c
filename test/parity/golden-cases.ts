import type { Golden, ParityGolden } from '../support/golden-format';
import type { Layout, ParityCase } from './definition';

/** A golden file cannot be used; the message says why. */
export class GoldenError extends Error {
  override name = 'GoldenError';
}

const kinds: ParityGolden['kind'][] = ['lstm', 'gru', 'additive_attention', 'classifier'];

/**
 * The cases of a file of the golden format, each once for each layout (attention has no 'alternating').
 * Stacks of layers are left out, because they are not kernels.
 *
 * @throws GoldenError when the text is no such file
 */
export function goldenParityCases(text: string, fileName: string, layouts: Layout[]): ParityCase[] {
  let content: { cases?: Record<string, Golden> } | null;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new GoldenError(`${fileName} is not JSON: ${(error as Error).message}`);
  }
  const cases = Object.entries(content?.cases ?? {});
  if (cases.length === 0) throw new GoldenError(`${fileName} has no 'cases', so it is no golden file.`);
  return cases.flatMap(([name, golden]) => {
    if (golden?.kind === 'stacked_bilstm') return [];
    if (!kinds.includes(golden?.kind)) {
      throw new GoldenError(
        `${fileName}: the case '${name}' is of kind '${golden?.kind}'; known are ${kinds.join(', ')}.`,
      );
    }
    return layouts
      .filter((layout) => golden.kind !== 'additive_attention' || layout !== 'alternating')
      .map((layout): ParityCase => ({ op: 'golden', name, layout, golden }));
  });
}
