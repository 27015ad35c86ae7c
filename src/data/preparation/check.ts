import { z } from 'zod';
import { DataError } from '../errors';
import { channelFactor, missingPolicies, type Preparation, scalings } from './preparation';

const numbers = z.array(z.number());
const positive = z.array(z.number().positive());
const schema = z.strictObject({
  scaling: z.enum(scalings),
  missing: z.enum(missingPolicies),
  standards: z.strictObject({ means: numbers, deviations: positive }).optional(),
  differences: positive.optional(),
  decimation: z
    .strictObject({ every: z.int().min(2).max(1_000_000), keep: z.enum(['mean', 'peak']) })
    .optional(),
});

/**
 * Checks a preparation that comes from a file.
 * @param seen channels of the model, those that the preparation adds included.
 * @throws DataError that names what is unknown or does not fit.
 */
export function checkPreparation(value: unknown, seen: number): Preparation {
  const result = schema.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    const place = issue?.code === 'unrecognized_keys' ? issue.keys : (issue?.path ?? []);
    const given = (issue?.path ?? []).reduce<unknown>(
      (part, key) => (part as Record<PropertyKey, unknown>)[key],
      value,
    );
    throw new DataError(
      `The preparation of the series is unknown to this version: ${place.join('.') || 'it'} is ${JSON.stringify(given)}` +
        `${issue ? ` (${issue.message})` : ''}. Load the model with the version that wrote it, or a newer one.`,
    );
  }
  const preparation = result.data as Preparation;
  const channels = seen / channelFactor(preparation);
  const { scaling, standards, differences } = preparation;
  const lists = [standards?.means, standards?.deviations, differences].filter((list) => list !== undefined);
  const wrong = lists.find(({ length }) => length !== channels);
  if (!Number.isInteger(channels) || wrong) {
    throw new DataError(
      `The preparation of the series does not fit the model: it makes ${channelFactor(preparation)} channels of one and has ` +
        `numbers for ${wrong?.length ?? 'any'}, but the model sees ${seen}.`,
    );
  }
  if ((scaling === 'standardise') !== (standards !== undefined)) {
    throw new DataError(
      `The preparation of the series has the scaling "${scaling}" ${standards ? 'and' : 'but no'} "standards".`,
    );
  }
  return preparation;
}
