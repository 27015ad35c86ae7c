import { join } from 'node:path';
import { defineCommand } from 'citty';
import { readConfiguration, trainingFlags } from '../configuration';
import { prepareFolder } from '../files';
import { createDisplay } from '../progress';
import { readingFlags, readOptions } from '../reading-flags';
import { runTraining } from '../training-job';
import { tuningOptions } from '../tuning-file';
import { checkDevice, configFlag, deviceFlags, jsonFlag, readSeries, withHeadless } from './shared';

export const train = defineCommand({
  meta: {
    name: 'train',
    description: 'Train the classifier in a headless browser, test it, and write model, report and plots',
  },
  args: {
    ...configFlag,
    data: {
      type: 'string',
      valueHint: 'FILE',
      description: 'series to train on instead of generated ones: a table such as CSV',
    },
    out: {
      type: 'string',
      valueHint: 'DIR',
      description: 'folder for the files of the run (default: a new one in runs/)',
    },
    ...deviceFlags,
    ...jsonFlag,
    ...readingFlags,
    ...trainingFlags,
  },
  async run({ args }): Promise<number> {
    checkDevice(args);
    const flags = Object.fromEntries(Object.keys(trainingFlags).map((name) => [name, args[name]]));
    const config = await readConfiguration(args.config, flags);
    const given = args.data === undefined ? undefined : await readSeries(args.data, readOptions(args));
    const folder = args.out ?? join('runs', new Date().toISOString().slice(0, 19).replaceAll(':', '-'));
    await prepareFolder(folder);
    const display = createDisplay(args.json ?? false);
    return withHeadless(args, async (headless, interrupts) => {
      try {
        const run = { config, backend: args.backend, tuning: await tuningOptions(args), given, folder };
        return await runTraining(run, { headless, display, interrupts });
      } finally {
        display.close();
      }
    });
  },
});
