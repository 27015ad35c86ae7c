/** Records of runs that a browser or a file kept; apart, since it brings a library along that is rarely needed. */
import { z } from 'zod';
import { type CompleteConfig, checkRunConfig } from '../../../data/config';
import type { RunRecord } from './run-record';

const numberOrNull = z.number().nullable();
const schema = z.object({
  date: z.iso.datetime(),
  // Records of versions that had neither count as having none.
  name: z.string().default(''),
  hasModel: z.boolean().default(false),
  config: z.unknown().transform((value, context) => {
    try {
      return checkRunConfig(value, 'the record') as CompleteConfig;
    } catch (error) {
      context.addIssue((error as Error).message);
      return z.NEVER;
    }
  }),
  file: z.string().nullable(),
  device: z.string(),
  reason: z.enum(['finished', 'early-stopping', 'stopped']),
  seconds: z.number(),
  epochs: z.number(),
  steps: z.number(),
  validationLoss: numberOrNull,
  validationAccuracy: numberOrNull,
  test: z
    .object({
      count: z.number(),
      loss: z.number(),
      accuracy: z.number(),
      balancedAccuracy: numberOrNull.default(null),
      f1: numberOrNull,
      rocAuc: numberOrNull,
    })
    .nullable(),
  history: z.array(
    z.object({
      type: z.literal('epoch'),
      epoch: z.number(),
      trainLoss: z.number(),
      trainAccuracy: z.number(),
      validationLoss: z.number(),
      validationAccuracy: z.number(),
      learningRate: z.number(),
      seconds: z.number(),
      improved: z.boolean(),
    }),
  ),
}) satisfies z.ZodType<RunRecord>;

/** The records among what a browser had stored; anything that is not a record of this version is dropped. */
export function readRecords(value: unknown): RunRecord[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each) => {
    const { success, data } = schema.safeParse(each);
    return success ? [data] : [];
  });
}
