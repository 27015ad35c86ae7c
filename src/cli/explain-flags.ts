/** Flags of `predict --explain`. */
import type { ArgsDef } from 'citty';
import { type Fill, fills } from '../model/explain/fill';
import { defaultFill, type OcclusionOptions } from '../model/explain/occlusion';
import { CommandError } from './errors';

export const explainFlags = {
  explain: {
    type: 'boolean',
    description:
      'also hide each stretch of each series in turn and ask again: what hiding it takes from the answer, and how well that ' +
      'agrees with the attention; some 20 forward passes a series, twice the steps divided by the width',
  },
  'hide-width': {
    type: 'string',
    valueHint: 'N',
    description: 'steps that --explain hides at a time (default: a tenth of the series)',
  },
  'hide-fill': {
    type: 'enum',
    options: [...fills],
    description: `what --explain puts there: what the rest of the series suggests, a straight line, or its mean (default ${defaultFill})`,
  },
} as const satisfies ArgsDef;

interface ExplainFlagValues {
  explain?: boolean | undefined;
  'hide-width'?: string | undefined;
  'hide-fill'?: Fill | undefined;
}

/**
 * How the series are to be occluded; undefined where they are not.
 * @throws CommandError when a flag is wrong, or means nothing without --explain.
 */
export function occlusionOptions(given: ExplainFlagValues): OcclusionOptions | undefined {
  const { explain, 'hide-width': width, 'hide-fill': fill } = given;
  if (!explain) {
    if (width === undefined && fill === undefined) return undefined;
    throw new CommandError('--hide-width and --hide-fill are for --explain: add it, or leave them out.');
  }
  if (width !== undefined && !/^[1-9]\d*$/.test(width)) {
    throw new CommandError(`--hide-width is "${width}"; it takes a number of steps from 1 up.`);
  }
  return { ...(width !== undefined && { width: Number(width) }), ...(fill && { fill }) };
}
