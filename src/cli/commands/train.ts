import { type ArgsDef, defineCommand } from 'citty';
import { valuesOf } from '../arguments';
import { readConfiguration, trainingFlags } from '../configuration';
import { crossValidate } from '../cross-validation';
import { exitCodes } from '../errors';
import { createDisplay } from '../progress';
import { readOptions } from '../reading-flags';
import { partFlags, readRunData } from '../run-data';
import { claimFolder, defaultFolder, newFolder } from '../run-folder';
import { openDevice, runTraining } from '../training-job';
import { tuningOptions } from '../tuning-file';
import { checkDevice, configFlags, deviceFlags, jsonFlag, withRuntime } from './shared';

const args = {
  ...configFlags,
  ...partFlags,
  out: {
    type: 'string',
    valueHint: 'DIR',
    description: 'folder for the files of the run (default: a new one in runs/)',
  },
  ...deviceFlags,
  ...jsonFlag,
  ...trainingFlags,
} as const satisfies ArgsDef;

export const train = defineCommand({
  meta: {
    name: 'train',
    description: 'Train the classifier, test it, and write model, report and plots',
  },
  args,
  async run({ args: given, rawArgs }): Promise<number> {
    checkDevice(given);
    const flags = Object.fromEntries(Object.keys(trainingFlags).map((name) => [name, given[name]]));
    const { config, recorded } = await readConfiguration(given, flags);
    const paths = {
      train: valuesOf('data', rawArgs, args),
      validation: valuesOf('validation', rawArgs, args),
      test: valuesOf('test', rawArgs, args),
    };
    const data = await readRunData({ paths, reading: readOptions(given), folds: given.folds }, recorded);
    const folder = given.out ?? (await newFolder(defaultFolder()));
    await claimFolder(folder);
    const display = createDisplay(given.json ?? false);
    return withRuntime(given, async (runtime, interrupts) => {
      try {
        const environment = { runtime, display, interrupts };
        const device = await openDevice(given.backend, await tuningOptions(given), environment);
        const run = { config, device, data, folder };
        if (data?.folds === undefined) await runTraining(run, environment);
        else await crossValidate({ ...run, data, folds: data.folds }, environment);
        return interrupts.asked ? exitCodes.interrupted : exitCodes.success;
      } finally {
        display.close();
      }
    });
  },
});
