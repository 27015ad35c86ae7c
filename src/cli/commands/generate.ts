import { defineCommand } from 'citty';
import { blocksOf, describeDataset, summariseDataset } from '../../data/dataset';
import { pickSine } from '../../data/sine-config';
import { generateSineDataset } from '../../data/sine-dataset';
import { writeCsv } from '../../data/write-csv';
import { readConfiguration } from '../configuration';
import { CommandError, exitCodes } from '../errors';
import { prepareFile, writeBlocks } from '../files';
import { configFlags } from './shared';

/** Series that are made into text at once: the text of a large data set is longer than a string can be. */
const block = 1000;

export const generate = defineCommand({
  meta: {
    name: 'generate',
    description: 'Write generated series as CSV, one a line: its label, then its values',
  },
  args: {
    ...configFlags,
    seed: { type: 'string', valueHint: 'N', description: 'the same seed gives the same series (default 0)' },
    out: { type: 'string', valueHint: 'FILE.csv', required: true, description: 'file to write' },
  },
  async run({ args }): Promise<number> {
    const { config, recorded } = await readConfiguration(args, { seed: args.seed });
    if (recorded) {
      throw new CommandError(
        `${args.config} is of a run on series from files (${recorded.record.train.paths.join(', ')}): there is nothing to generate.`,
      );
    }
    await prepareFile(args.out);
    const seed = config.seed ?? 0;
    const dataset = generateSineDataset(pickSine(config), seed);
    function* lines(): Generator<string> {
      for (const series of blocksOf(dataset, block)) yield writeCsv(series);
    }
    await writeBlocks(args.out, lines());
    process.stdout.write(
      `Wrote ${describeDataset(summariseDataset(dataset))}, seed ${seed}, to ${args.out}\n`,
    );
    return exitCodes.success;
  },
});
