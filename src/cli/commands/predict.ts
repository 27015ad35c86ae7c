import { defineCommand } from 'citty';
import { jsonLines, seriesPredictions } from '../../model/report/predictions-file';
import { exitCodes } from '../errors';
import { prepareFile, writeOutput } from '../files';
import { readModel } from '../model-files';
import { readingFlags, readOptions } from '../reading-flags';
import { tuningOptions } from '../tuning-file';
import {
  checkDevice,
  checkLength,
  deviceFlags,
  importModel,
  modelFlags,
  readData,
  withHeadless,
} from './shared';

export const predict = defineCommand({
  meta: {
    name: 'predict',
    description: 'Write the probability and the attention of each series as JSON',
  },
  args: {
    ...modelFlags,
    ...readingFlags,
    out: { type: 'string', valueHint: 'FILE.json', required: true, description: 'file to write' },
    ...deviceFlags,
  },
  async run({ args }): Promise<number> {
    checkDevice(args);
    const source = await readModel(args.model, args.scaling);
    await prepareFile(args.out);
    return withHeadless(args, async ({ session }) => {
      await session.initialise(args.backend, await tuningOptions(args));
      const model = await importModel(session, source, args.model);
      const read = await readData(args.data, { ...readOptions(args), steps: model.time ?? undefined });
      checkLength(model, read, args.data);
      const dataset = { ...read, labels: new Int32Array(read.count), classNames: model.classNames };
      const predictions = await session.predict(dataset);
      await writeOutput(
        args.out,
        jsonLines(seriesPredictions(predictions, { ...dataset, labels: dataset.labels.fill(-1) })),
      );
      process.stdout.write(`Wrote predictions for ${read.count} series to ${args.out}\n`);
      return exitCodes.success;
    });
  },
});
