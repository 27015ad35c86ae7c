import { defineCommand } from 'citty';
import { blocksOf, type Dataset, describeDataset, summariseDataset } from '../../data/dataset';
import { generatedTasks } from '../../data/generated';
import { pickSine } from '../../data/sine-config';
import { generateSineDataset } from '../../data/sine-dataset';
import { writeCsv } from '../../data/write-csv';
import { writeJsonLines } from '../../data/write-json-lines';
import { type NamedConfiguration, readConfiguration } from '../configuration';
import { CommandError, exitCodes } from '../errors';
import { prepareFile, writeBlocks } from '../files';
import { configFlags } from './shared';

/** Series that are made into text at once: the text of a large data set is longer than a string can be. */
const block = 1000;

const tasks = ['sine', 'heartbeats', 'vibration'] as const;
/** Series of a task that has no configuration, unless more or fewer are asked for. */
const usualCount = 400;
const mostSeries = 100_000;

export const generate = defineCommand({
  meta: {
    name: 'generate',
    description:
      'Write generated series, one a line: as CSV its label, then its values; as JSON lines with the regions, too',
  },
  args: {
    task: {
      type: 'enum',
      options: [...tasks],
      default: 'sine',
      description: 'what the series are like: waves, some held flat, heartbeats, or vibration of a bearing',
    },
    ...configFlags,
    series: {
      type: 'string',
      valueHint: 'N',
      description: `how many; for heartbeats and vibration (default ${usualCount})`,
    },
    seed: { type: 'string', valueHint: 'N', description: 'the same seed gives the same series (default 0)' },
    out: {
      type: 'string',
      valueHint: 'FILE.csv',
      required: true,
      description: 'file to write; JSON lines where its name ends in .jsonl',
    },
  },
  async run({ args }): Promise<number> {
    const { dataset, seed } = args.task === 'sine' ? await sines(args) : await others(args.task, args);
    await prepareFile(args.out);
    const write = args.out.endsWith('.jsonl') ? writeJsonLines : writeCsv;
    function* lines(): Generator<string> {
      for (const series of blocksOf(dataset, block)) yield write(series);
    }
    await writeBlocks(args.out, lines());
    process.stdout.write(
      `Wrote ${describeDataset(summariseDataset(dataset))}, seed ${seed}, to ${args.out}\n`,
    );
    return exitCodes.success;
  },
});

interface Asked extends NamedConfiguration {
  seed?: string | undefined;
  series?: string | undefined;
}

interface Generated {
  dataset: Dataset;
  seed: number;
}

async function sines(asked: Asked): Promise<Generated> {
  if (asked.series !== undefined) {
    throw new CommandError(
      '--series is for heartbeats and vibration; of waves, "dataset_size" says how many.',
    );
  }
  const { config, recorded } = await readConfiguration(asked, { seed: asked.seed });
  if (recorded) {
    throw new CommandError(
      `${asked.config} is of a run on series from files (${recorded.record.train.paths.join(', ')}): there is nothing to generate.`,
    );
  }
  const seed = config.seed ?? 0;
  return { dataset: generateSineDataset(pickSine(config), seed), seed };
}

async function others(task: keyof typeof generatedTasks, asked: Asked): Promise<Generated> {
  if (asked.config !== undefined || asked.preset !== undefined) {
    throw new CommandError(
      `--task ${task} has no configuration: leave out ${asked.config === undefined ? '--preset' : '--config'}.`,
    );
  }
  const count = asked.series === undefined ? usualCount : Number(asked.series);
  if (!Number.isInteger(count) || count < 1 || count > mostSeries) {
    throw new CommandError(
      `--series is "${asked.series}"; it must be a whole number from 1 to ${mostSeries}.`,
    );
  }
  const { config } = await readConfiguration({}, { seed: asked.seed });
  const seed = config.seed ?? 0;
  return { dataset: generatedTasks[task](count, seed), seed };
}
